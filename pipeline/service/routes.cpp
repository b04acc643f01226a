#include "pipeline/service/routes.h"

namespace sohoa::service {

const std::vector<Route>& routes() {
    static const std::vector<Route> all{
        {"POST", "/v1/documents", "/v1/documents", Access::with_key, true, post_document},
        {"GET", "/v1/documents", "/v1/documents", Access::with_key, false, list_documents, Logged::when_refused},
        {"GET", "/v1/documents/{id}", "/v1/documents/([0-9a-f]{32})", Access::with_key, false, get_document,
         Logged::when_refused},
        {"DELETE", "/v1/documents/{id}", "/v1/documents/([0-9a-f]{32})", Access::with_key, false, delete_document},
        {"GET", "/v1/documents/{id}/pdf", "/v1/documents/([0-9a-f]{32})/pdf", Access::with_key, false, get_pdf},
        {"GET", "/v1/documents/{id}/json", "/v1/documents/([0-9a-f]{32})/json", Access::with_key, false, get_json},
        {"GET", "/v1/documents/{id}/text", "/v1/documents/([0-9a-f]{32})/text", Access::with_key, false, get_text},
        {"GET", "/v1/documents/{id}/outline", "/v1/documents/([0-9a-f]{32})/outline", Access::with_key, false,
         get_outline},
        {"GET", "/v1/documents/{id}/pages/{n}.jpg", "/v1/documents/([0-9a-f]{32})/pages/([1-9][0-9]{0,6})\\.jpg",
         Access::with_key, false, get_page},
        {"PATCH", "/v1/documents/{id}/fields", "/v1/documents/([0-9a-f]{32})/fields", Access::with_key, true,
         patch_fields},
        {"GET", "/v1/limits", "/v1/limits", Access::with_key, false, get_limits, Logged::when_refused},
        {"GET", "/healthz", "/healthz", Access::open, false, get_health, Logged::when_refused},
        {"GET", "/metrics", "/metrics", Access::local_or_with_key, false, get_metrics, Logged::when_refused},
        {"GET", "/openapi.json", "/openapi\\.json", Access::open, false, get_openapi, Logged::when_refused},
        {"GET", "/", "/", Access::open, false, get_static, Logged::when_refused},
        {"GET", "/page/{file}", "/page/([a-z0-9_-]{1,40}\\.[a-z0-9]{1,5})", Access::open, false, get_static,
         Logged::when_refused},
    };
    return all;
}

}  // namespace sohoa::service
