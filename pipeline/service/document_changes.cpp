#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/service/data_file.h"
#include "pipeline/service/document_view.h"
#include "pipeline/service/field_changes.h"
#include "pipeline/service/handlers.h"
#include "pipeline/service/replies.h"
#include "pipeline/service/request_log.h"
#include "pipeline/store/connection.h"
#include "pipeline/store/rows.h"
#include "pipeline/store/transaction.h"

namespace sohoa::service {

namespace {

/// All changes or none, and the step of the document's state that follows.
Result<void> confirm_all(store::Catalogue& catalogue, const std::string& id, const FieldChanges& changes) {
    auto& connection = catalogue.connection();
    return store::guarded(catalogue.path(), [&]() -> Result<void> {
        store::Transaction whole(connection);
        const auto row = store::row_of(connection, id);
        if (!row) return fail(store::no_document(id));
        auto fields = store::read_fields(connection, *row);
        for (const FieldChange& change : changes.fields) {
            const auto at =
                std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.name == change.name; });
            std::string normalized = change.normalized;
            if (normalized.empty() && change.value.empty()) normalized = at == fields.end() ? "" : at->normalized;
            if (normalized.empty() && !change.value.empty()) {
                auto normal = normal_form(change.name, change.value);
                if (!normal) return fail(normal.error());
                normalized = *std::move(normal);
            }
            auto confirmed =
                catalogue.confirm_field(id, change.name, change.value, normalized, changes.by, change.may_add);
            if (!confirmed) return confirmed;
        }
        fields = store::read_fields(connection, *row);
        const bool open = std::any_of(fields.begin(), fields.end(), [](const auto& f) { return f.status == "review"; });
        const auto wanted = open ? store::State::review : store::State::confirmed;
        const auto state = store::read_facts(connection, *row).state;
        if (state != wanted && state < store::State::sealed) {
            if (auto stepped = catalogue.step(id, wanted, changes.by); !stepped) return stepped;
        }
        whole.commit();
        return {};
    });
}

Result<std::string> body_text(Body& body) {
    constexpr std::size_t longest = std::size_t{1} << 20;
    std::string text;
    if (!body.has_end()) return fail(http_problem(411));
    const bool whole = body.read([&](std::string_view piece) {
        if (text.size() + piece.size() > longest) return false;
        text.append(piece);
        return true;
    });
    if (!whole) return fail(http_problem(text.size() > longest / 2 ? 413 : 400));
    return text;
}

}  // namespace

Reply patch_fields(Desk& desk, const Call& call) {
    const std::string& id = call.captures.front();
    const auto text = body_text(*call.body);
    if (!text) return problem_reply(text.error());
    const auto changes = field_changes_from(*text);
    if (!changes) return problem_reply(changes.error());
    auto catalogue = desk.catalogues.lend();
    if (!catalogue) return problem_reply(catalogue.error());
    const auto job = Jobs(**catalogue).find(id);
    if (!job) return problem_reply(job.error());
    if (!*job) return problem_reply(store::no_document(id));
    if ((*job)->status != JobStatus::done) {
        return problem_reply(problem(code::not_ready, {"Tài liệu chưa đọc xong", "the document is not done yet"}));
    }
    if (auto confirmed = confirm_all(**catalogue, id, *changes); !confirmed) return problem_reply(confirmed.error());
    // The change stands in the catalogue; a data file that cannot be written now is written when it is next asked for.
    if (auto written = write_changes(**catalogue, desk.data, id); !written)
        log_line("data file of " + id + ": " + describe(written.error(), Language::english));
    const auto document = (*catalogue)->document(id);
    if (!document) return problem_reply(document.error());
    Reply reply = json_reply(200, document_view(**job, *document, {}));
    reply.id = id;
    return reply;
}

Reply delete_document(Desk& desk, const Call& call) {
    const std::string& id = call.captures.front();
    auto catalogue = desk.catalogues.lend();
    if (!catalogue) return problem_reply(catalogue.error());
    const auto job = Jobs(**catalogue).remove(id, "sohoa serve");
    if (!job) return problem_reply(job.error());
    if (job->status == JobStatus::running) {
        desk.runner.removed(id);
    } else {
        desk.data.remove(id);
    }
    Reply reply;
    reply.status = 204;
    reply.id = id;
    return reply;
}

}  // namespace sohoa::service
