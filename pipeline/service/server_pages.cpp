#include <nlohmann/json.hpp>

#include "pipeline/service/handlers.h"
#include "pipeline/service/replies.h"
#include "pipeline/service/static_files.h"

namespace sohoa::service {

Reply get_health(Desk& desk, const Call&) {
    const auto unwell = [](const char* why) {
        Reply reply = json_reply(503, {{"status", "unavailable"}, {"reason", why}});
        return std::move(reply).with("Retry-After", "15");
    };
    if (desk.stopping) return unwell("stopping");
    if (!desk.runner.is_well()) return unwell("work stands still (is the disk full?)");
    auto catalogue = desk.catalogues.lend();
    if (!catalogue || !Jobs(**catalogue).waiting()) return unwell("the catalogue cannot be read");
    return json_reply(200, {{"status", "ok"}});
}

Reply get_metrics(Desk& desk, const Call&) {
    auto catalogue = desk.catalogues.lend();
    if (!catalogue) return problem_reply(catalogue.error());
    Jobs jobs(**catalogue);
    const auto counts = jobs.count_by_status();
    if (!counts) return problem_reply(counts.error());
    Reply reply;
    reply.content_type = "text/plain; version=0.0.4; charset=utf-8";
    reply.body = desk.metrics.text(*counts, counts->at("queued") + counts->at("running"));
    return reply;
}

Reply get_openapi(Desk&, const Call&) {
    Reply reply;
    reply.content_type = "application/json; charset=utf-8";
    reply.body = openapi_text();
    return reply;
}

Reply get_limits(Desk& desk, const Call&) {
    return json_reply(200, {{"upload_bytes", desk.uploads.bytes}, {"files", desk.uploads.files}});
}

Reply get_static(Desk&, const Call& call) {
    const StaticFile file = static_file(call.captures.empty() ? "" : call.captures.front());
    if (file.content.empty()) return problem_reply(404, http_problem(404));
    Reply reply;
    reply.content_type = file.type;
    reply.body = file.content;
    // Nothing but its own files, whatever a paper or the name of a file may say. Pictures of pages are fetched with the
    // key, which makes them blobs.
    return std::move(reply)
        .with("Cache-Control", "no-cache")
        .with("Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
              "base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
        .with("Referrer-Policy", "no-referrer");
}

}  // namespace sohoa::service
