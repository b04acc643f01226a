#include "pipeline/service/static_files.h"

namespace sohoa::models {
std::string_view service_page_index();
std::string_view service_openapi();
}  // namespace sohoa::models

namespace sohoa::service {

StaticFile static_file(std::string_view name) {
    if (name.empty() || name == "index.html") return {models::service_page_index(), "text/html; charset=utf-8"};
    return {};
}

std::string_view openapi_text() {
    return models::service_openapi();
}

}  // namespace sohoa::service
