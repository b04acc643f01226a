#include <charconv>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "pipeline/service/data_file.h"
#include "pipeline/service/data_outline.h"
#include "pipeline/service/document_view.h"
#include "pipeline/service/handlers.h"
#include "pipeline/service/replies.h"
#include "pipeline/store/rows.h"

namespace sohoa::service {

namespace {

using Json = nlohmann::ordered_json;

Problem wrong_parameter(const std::string& name) {
    return problem(code::request_malformed, {"Tham số " + name + " không đúng", "the parameter " + name + " is wrong"},
                   {"Xem /openapi.json", "see /openapi.json"});
}

/// A whole number from `least` to `most`; `otherwise` where nothing is given.
Result<std::int64_t> number_in(const Call& call, const std::string& name, std::int64_t otherwise, std::int64_t least,
                               std::int64_t most) {
    const std::string text = call.parameter(name);
    if (text.empty()) return otherwise;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < least || number > most)
        return fail(wrong_parameter(name));
    return number;
}

Result<Job> job_of(store::Catalogue& catalogue, const std::string& id) {
    auto job = Jobs(catalogue).find(id);
    if (!job) return fail(job.error());
    if (!*job) return fail(store::no_document(id));
    return **job;
}

/// The job of a document that is done; fails with not_ready before.
Result<Job> done_job(store::Catalogue& catalogue, const std::string& id) {
    auto job = job_of(catalogue, id);
    if (!job || job->status == JobStatus::done) return job;
    if (job->status == JobStatus::failed) {
        return fail(code::not_ready, {"Tài liệu không đọc được nên không có kết quả", "the document could not be read"},
                    {"Xem reason ở /v1/documents/{id}", "see reason at /v1/documents/{id}"});
    }
    return fail(code::not_ready, {"Tài liệu chưa đọc xong", "the document is not done yet"},
                {"Hỏi lại sau ít giây, hoặc dùng callback_url", "ask again in a few seconds, or use callback_url"});
}

Json entry_of(Desk& desk, store::Catalogue& catalogue, const Job& job) {
    const auto document = catalogue.document(job.id);
    return list_entry(job, document ? *document : store::StoredDocument{}, desk.under_way.of(job.id));
}

Reply output_reply(Desk& desk, const Call& call, const char* suffix, const char* type) {
    const std::string& id = call.captures.front();
    auto catalogue = desk.catalogues.lend();
    if (!catalogue) return problem_reply(catalogue.error());
    const auto job = done_job(**catalogue, id);
    if (!job) return problem_reply(job.error());
    Reply reply = file_reply(call, desk.data.output(id, suffix), type);
    reply.id = id;
    return reply;
}

/// Newest first; the cursor is the number of the last job shown.
Result<Json> page_of_list(Desk& desk, store::Catalogue& catalogue, JobFilter filter) {
    const int limit = filter.limit++;  // one more tells whether there is a next page
    const auto jobs = Jobs(catalogue).list(filter);
    if (!jobs) return fail(jobs.error());
    Json json{{"documents", Json::array()}};
    for (const Job& job : *jobs) {
        if (static_cast<int>(json["documents"].size()) == limit) {
            json["next"] = std::to_string((*jobs)[static_cast<std::size_t>(limit) - 1].number);
            break;
        }
        json["documents"].push_back(entry_of(desk, catalogue, job));
    }
    return json;
}

/// By words: best first; the cursor is a position.
Result<Json> page_of_search(Desk& desk, store::Catalogue& catalogue, const JobFilter& filter, const std::string& words,
                            int from) {
    store::Query query;
    query.words = words;
    query.state = filter.state;
    query.limit = filter.limit;
    query.offset = from;
    const auto found = catalogue.find(query);
    if (!found) return fail(found.error());
    Json json{{"documents", Json::array()}};
    for (const auto& hit : found->hits) {
        const auto job = job_of(catalogue, hit.facts.id);
        if (!job || (filter.status && *filter.status != job->status)) continue;
        Json entry = entry_of(desk, catalogue, *job);
        entry["snippet"] = {{"page", hit.snippet.page}, {"text", hit.snippet.text}};
        json["documents"].push_back(std::move(entry));
    }
    if (static_cast<int>(found->hits.size()) == filter.limit) json["next"] = std::to_string(from + filter.limit);
    return json;
}

}  // namespace

Reply list_documents(Desk& desk, const Call& call) {
    JobFilter filter;
    constexpr std::int64_t most_at_once = 200;
    const auto limit = number_in(call, "limit", 20, 1, most_at_once);
    if (!limit) return problem_reply(limit.error());
    const auto after = number_in(call, "after", 0, 0, std::int64_t{1} << 30);
    if (!after) return problem_reply(after.error());
    filter.limit = static_cast<int>(*limit);
    filter.status = status_named(call.parameter("status"));
    filter.state = store::state_named(call.parameter("state"));
    if (!filter.status && !call.parameter("status").empty()) return problem_reply(wrong_parameter("status"));
    if (!filter.state && !call.parameter("state").empty()) return problem_reply(wrong_parameter("state"));
    auto catalogue = desk.catalogues.lend();
    if (!catalogue) return problem_reply(catalogue.error());
    const std::string words = call.parameter("q");
    filter.before = *after;
    const auto json = words.empty() ? page_of_list(desk, **catalogue, filter)
                                    : page_of_search(desk, **catalogue, filter, words, static_cast<int>(*after));
    return json ? json_reply(200, *json) : problem_reply(json.error());
}

Reply get_document(Desk& desk, const Call& call) {
    const std::string& id = call.captures.front();
    auto catalogue = desk.catalogues.lend();
    if (!catalogue) return problem_reply(catalogue.error());
    const auto job = job_of(**catalogue, id);
    if (!job) return problem_reply(job.error());
    const auto document = (*catalogue)->document(id);
    if (!document) return problem_reply(document.error());
    Reply reply = json_reply(200, document_view(*job, *document, desk.under_way.of(id)));
    reply.id = id;
    return std::move(reply).with("Cache-Control", "no-store");
}

Reply get_pdf(Desk& desk, const Call& call) {
    return output_reply(desk, call, ".pdf", "application/pdf");
}

Reply get_json(Desk& desk, const Call& call) {
    if (auto catalogue = desk.catalogues.lend()) {
        // A change that could not be written before (a full disk) comes in now.
        if (auto current = write_changes(**catalogue, desk.data, call.captures.front());
            !current && current.error().code != code::document_missing)
            return problem_reply(current.error());
    }
    return output_reply(desk, call, ".json", "application/json; charset=utf-8");
}

Reply get_text(Desk& desk, const Call& call) {
    return output_reply(desk, call, ".txt", "text/plain; charset=utf-8");
}

Reply get_outline(Desk& desk, const Call& call) {
    const std::string& id = call.captures.front();
    auto catalogue = desk.catalogues.lend();
    if (!catalogue) return problem_reply(catalogue.error());
    const auto job = done_job(**catalogue, id);
    if (!job) return problem_reply(job.error());
    const auto outline = data_outline(desk.data.output(id, ".json"));
    if (!outline) return problem_reply(outline.error());
    Reply reply = json_reply(200, *outline);
    reply.id = id;
    return std::move(reply).with("Cache-Control", "no-store");
}

Reply get_page(Desk& desk, const Call& call) {
    const std::string& id = call.captures.front();
    const int number = std::stoi(call.captures.at(1));
    const int width = picture_width(call.parameter("width"));
    if (width == 0) return problem_reply(wrong_parameter("width"));
    auto catalogue = desk.catalogues.lend();
    if (!catalogue) return problem_reply(catalogue.error());
    const auto job = done_job(**catalogue, id);
    if (!job) return problem_reply(job.error());
    int left = number;
    for (const PageRun& run : job->page_runs) {
        if (left > run.count) {
            left -= run.count;
            continue;
        }
        const std::string folder = desk.data.document_folder(id) + "/pictures";
        const std::string picture = fmt::format("{}/{}-{}.jpg", folder, number, width);
        std::error_code error;
        if (!std::filesystem::exists(picture, error)) {
            if (auto made = make_folders(folder); !made) return problem_reply(made.error());
            const std::string file = desk.data.upload_folder(id, run.file) + "/" + job->files.at(run.file).name;
            auto made = desk.pictures.make({file, run.first + left - 1, width, picture, desk.page_limits});
            if (!made) return problem_reply(made.error());
        }
        Reply reply = file_reply(call, picture, "image/jpeg");
        reply.id = id;
        return reply;
    }
    return problem_reply(problem(code::page_missing, {fmt::format("Tài liệu chỉ có {} trang", job->pages),
                                                      fmt::format("the document has {} pages", job->pages)}));
}

}  // namespace sohoa::service
