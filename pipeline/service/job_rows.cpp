#include "pipeline/service/job_rows.h"

#include <array>
#include <nlohmann/json.hpp>

#include "ocr/page_reading_json.h"

namespace sohoa::service {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::array<std::string_view, 4> status_names{"queued", "running", "done", "failed"};

std::string compact(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json list_in(const std::string& text) {
    Json list = Json::parse(text, nullptr, false);
    return list.is_array() ? list : Json::array();
}

std::vector<UploadedFile> files_in(const std::string& text) {
    std::vector<UploadedFile> files;
    for (const Json& each : list_in(text)) {
        files.push_back({each.value("file", ""), each.value("sha256", ""), each.value("bytes", std::uint64_t{0})});
    }
    return files;
}

std::vector<PageRun> runs_in(const std::string& text) {
    std::vector<PageRun> runs;
    for (const Json& each : list_in(text)) {
        if (each.size() == 3) runs.push_back({each[0].get<std::size_t>(), each[1].get<int>(), each[2].get<int>()});
    }
    return runs;
}

std::vector<Problem> problems_in(const std::string& text) {
    std::vector<Problem> problems;
    for (const Json& each : list_in(text)) {
        if (auto problem = ocr::problem_from_json(each)) problems.push_back(*std::move(problem));
    }
    return problems;
}

}  // namespace

std::string_view name_of(JobStatus status) {
    return status_names.at(static_cast<std::size_t>(status));
}

std::optional<JobStatus> status_named(std::string_view name) {
    for (std::size_t k = 0; k < status_names.size(); ++k) {
        if (status_names.at(k) == name) return static_cast<JobStatus>(k);
    }
    return std::nullopt;
}

const char* const job_columns =
    "id, public_id, status, problems, files, procedure, dossier_code, callback_url, ifnull(idempotency_key, ''), "
    "request_hash, pages, page_sources, changes_written, accepted_at, started_at, finished_at";

Job job_from(SQLite::Statement& row) {
    Job job;
    int column = 0;
    const auto text = [&] { return row.getColumn(column++).getString(); };
    job.number = row.getColumn(column++).getInt64();
    job.id = text();
    job.status = status_named(text()).value_or(JobStatus::failed);
    job.problems = problems_in(text());
    job.files = files_in(text());
    job.words.procedure = text();
    job.words.dossier_code = text();
    job.words.callback_url = text();
    job.idempotency_key = text();
    job.request_hash = text();
    job.pages = row.getColumn(column++).getInt();
    job.page_runs = runs_in(text());
    job.changes_written = row.getColumn(column++).getInt();
    for (std::string* each : {&job.accepted_at, &job.started_at, &job.finished_at}) *each = text();
    return job;
}

std::optional<Job> job_where(store::Connection& connection, const char* condition, const std::string& value) {
    SQLite::Statement row(connection.database(), std::string("SELECT ") + job_columns + " FROM job WHERE " + condition);
    row.bind(1, value);
    if (!row.executeStep()) return std::nullopt;
    return job_from(row);
}

std::string text_of(const std::vector<Problem>& problems) {
    Json list = Json::array();
    for (const Problem& each : problems) list.push_back(ocr::to_json(each));
    return compact(list);
}

std::string text_of(const std::vector<UploadedFile>& files) {
    Json list = Json::array();
    for (const auto& each : files)
        list.push_back({{"file", each.name}, {"sha256", each.sha256}, {"bytes", each.bytes}});
    return compact(list);
}

std::string text_of(const std::vector<PageRun>& runs) {
    Json list = Json::array();
    for (const auto& each : runs) list.push_back(Json::array({each.file, each.first, each.count}));
    return compact(list);
}

}  // namespace sohoa::service
