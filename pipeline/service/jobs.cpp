#include "pipeline/service/jobs.h"

#include "base/date.h"
#include "base/sha256.h"
#include "pipeline/service/completion_news.h"
#include "pipeline/service/deliveries.h"
#include "pipeline/service/job_rows.h"
#include "pipeline/store/connection.h"
#include "pipeline/store/rows.h"
#include "pipeline/store/transaction.h"

namespace sohoa::service {

using store::guarded;
using store::Transaction;

namespace {

constexpr const char* by_service = "sohoa serve";

std::string now_text() {
    return vietnam_time(now_or_source_date_epoch());
}

Problem key_reused() {
    return problem(code::key_reused,
                   {"Idempotency-Key này đã dùng cho một yêu cầu có nội dung khác",
                    "this Idempotency-Key was used for a request with other content"},
                   {"Dùng khóa mới cho yêu cầu mới; gửi lại đúng nội dung cũ nếu là gửi lại",
                    "use a new key for a new request, or send exactly the same content again"});
}

std::string source_name(const Job& job) {
    return job.files.empty() ? "" : job.files.front().name;
}

/// As the catalogue computes it of a data file.
std::string source_key(const Job& job) {
    if (job.files.size() == 1) return job.files.front().sha256;
    std::string all;
    for (const auto& file : job.files) all += file.sha256 + "\n";
    return hex(sha256(all));
}

template <class Row>
auto all_rows(SQLite::Statement& rows, Row row) {
    std::vector<decltype(row(rows))> all;
    while (rows.executeStep()) all.push_back(row(rows));
    return all;
}

std::string first_text(SQLite::Statement& row) {
    return row.getColumn(0).getString();
}

}  // namespace

Result<Acceptance> Jobs::accept(const Job& job) {
    auto& connection = catalogue_.connection();
    return guarded(catalogue_.path(), [&]() -> Result<Acceptance> {
        Transaction whole(connection);
        if (!job.idempotency_key.empty()) {
            if (const auto known = job_where(connection, "idempotency_key = ?", job.idempotency_key)) {
                if (known->request_hash != job.request_hash) return fail(key_reused());
                return Acceptance{known->id, true};
            }
        }
        auto received =
            catalogue_.receive({job.id, source_name(job), source_key(job), job.words.dossier_code, by_service});
        if (!received) return fail(received.error());
        run_statement(
            connection,
            "INSERT INTO job (public_id, status, files, procedure, dossier_code, callback_url, "
            "idempotency_key, request_hash, accepted_at) VALUES (?, 'queued', ?, ?, ?, ?, nullif(?, ''), ?, ?)",
            job.id, text_of(job.files), job.words.procedure, job.words.dossier_code, job.words.callback_url,
            job.idempotency_key, job.request_hash, now_text());
        whole.commit();
        return Acceptance{job.id, false};
    });
}

Result<std::optional<Job>> Jobs::find(const std::string& id) {
    return guarded(catalogue_.path(), [&]() -> Result<std::optional<Job>> {
        return job_where(catalogue_.connection(), "public_id = ?", id);
    });
}

Result<std::optional<Job>> Jobs::with_key(const std::string& idempotency_key) {
    return guarded(catalogue_.path(), [&]() -> Result<std::optional<Job>> {
        return job_where(catalogue_.connection(), "idempotency_key = ?", idempotency_key);
    });
}

Result<std::optional<Job>> Jobs::begin_next() {
    auto& connection = catalogue_.connection();
    return guarded(catalogue_.path(), [&]() -> Result<std::optional<Job>> {
        // Looking does not keep others from writing; only this thread begins jobs.
        auto job = job_where(connection, "status = ? ORDER BY id LIMIT 1", "queued");
        if (!job) return job;
        const int begun = run_statement(
            connection, "UPDATE job SET status = 'running', started_at = ? WHERE public_id = ? AND status = 'queued'",
            now_text(), job->id);
        if (begun == 0) return std::optional<Job>();  // removed a moment ago
        return job;
    });
}

Result<int> Jobs::requeue_running() {
    return guarded(catalogue_.path(), [&]() -> Result<int> {
        return run_statement(catalogue_.connection(), "UPDATE job SET status = 'queued' WHERE status = 'running'");
    });
}

Result<void> Jobs::requeue(const std::string& id) {
    return guarded(catalogue_.path(), [&]() -> Result<void> {
        run_statement(catalogue_.connection(),
                      "UPDATE job SET status = 'queued' WHERE status = 'running' AND public_id = ?", id);
        return {};
    });
}

Result<bool> Jobs::finish(const std::string& id, const JobResult& result, const std::function<Result<void>()>& record) {
    auto& connection = catalogue_.connection();
    return guarded(catalogue_.path(), [&]() -> Result<bool> {
        Transaction whole(connection);
        const auto job = job_where(connection, "public_id = ?", id);
        if (!job || job->status == JobStatus::done || job->status == JobStatus::failed) return false;
        if (auto recorded = record(); !recorded) return fail(recorded.error());
        run_statement(connection,
                      "UPDATE job SET status = ?, problems = ?, pages = ?, page_sources = ?, finished_at = ? "
                      "WHERE public_id = ?",
                      std::string(name_of(result.status)), text_of(result.problems), result.pages,
                      text_of(result.page_runs), now_text(), id);
        if (!job->words.callback_url.empty()) {
            Job ended = *job;
            ended.status = result.status;
            ended.problems = result.problems;
            ended.pages = result.pages;
            ended.finished_at = now_text();
            const auto row = store::row_of(connection, id);
            const auto facts = row ? store::read_facts(connection, *row) : store::DocumentFacts{};
            add_delivery(connection, id, job->words.callback_url, completion_news(ended, facts),
                         now_or_source_date_epoch());
        }
        whole.commit();
        return true;
    });
}

Result<std::vector<Job>> Jobs::list(const JobFilter& filter) {
    return guarded(catalogue_.path(), [&]() -> Result<std::vector<Job>> {
        std::string sql = std::string("SELECT ") + job_columns + " FROM job WHERE 1";
        if (filter.before > 0) sql += " AND id < :before";
        if (filter.status) sql += " AND status = :status";
        if (filter.state) sql += " AND public_id IN (SELECT public_id FROM document WHERE state = :state)";
        SQLite::Statement rows(catalogue_.connection().database(), sql + " ORDER BY id DESC LIMIT :limit");
        if (filter.before > 0) rows.bind(":before", filter.before);
        if (filter.status) rows.bind(":status", std::string(name_of(*filter.status)));
        if (filter.state) rows.bind(":state", std::string(store::name_of(*filter.state)));
        rows.bind(":limit", filter.limit);
        return all_rows(rows, job_from);
    });
}

Result<Job> Jobs::remove(const std::string& id, const std::string& by) {
    auto& connection = catalogue_.connection();
    return guarded(catalogue_.path(), [&]() -> Result<Job> {
        Transaction whole(connection);
        const auto job = job_where(connection, "public_id = ?", id);
        if (!job) return fail(store::no_document(id));
        run_statement(connection, "DELETE FROM job WHERE public_id = ?", id);
        run_statement(connection, "DELETE FROM delivery WHERE public_id = ?", id);
        if (auto removed = catalogue_.remove(id, by); !removed && removed.error().code != code::document_missing)
            return fail(removed.error());
        whole.commit();
        return *job;
    });
}

Result<int> Jobs::changes_of(const std::string& id) {
    return guarded(catalogue_.path(), [&]() -> Result<int> {
        SQLite::Statement row(catalogue_.connection().database(),
                              "SELECT count(*) FROM field_history WHERE document = "
                              "(SELECT id FROM document WHERE public_id = ?)");
        row.bind(1, id);
        row.executeStep();
        return row.getColumn(0).getInt();
    });
}

Result<void> Jobs::note_written(const std::string& id, int changes) {
    return guarded(catalogue_.path(), [&]() -> Result<void> {
        run_statement(catalogue_.connection(), "UPDATE job SET changes_written = ? WHERE public_id = ?", changes, id);
        return {};
    });
}

Result<std::vector<std::string>> Jobs::behind() {
    return guarded(catalogue_.path(), [&]() -> Result<std::vector<std::string>> {
        SQLite::Statement rows(catalogue_.connection().database(),
                               "SELECT job.public_id FROM job JOIN document USING (public_id) WHERE changes_written <> "
                               "(SELECT count(*) FROM field_history WHERE document = document.id) ORDER BY job.id");
        return all_rows(rows, first_text);
    });
}

Result<std::map<std::string, long long>> Jobs::count_by_status() {
    return guarded(catalogue_.path(), [&]() -> Result<std::map<std::string, long long>> {
        std::map<std::string, long long> counts{{"queued", 0}, {"running", 0}, {"done", 0}, {"failed", 0}};
        SQLite::Statement rows(catalogue_.connection().database(), "SELECT status, count(*) FROM job GROUP BY status");
        while (rows.executeStep()) counts[first_text(rows)] = rows.getColumn(1).getInt64();
        return counts;
    });
}

Result<long long> Jobs::waiting() {
    return guarded(catalogue_.path(), [&]() -> Result<long long> {
        return catalogue_.connection()
            .database()
            .execAndGet("SELECT count(*) FROM job WHERE status IN ('queued', 'running')")
            .getInt64();
    });
}

Result<std::vector<std::string>> Jobs::ids() {
    return guarded(catalogue_.path(), [&]() -> Result<std::vector<std::string>> {
        SQLite::Statement rows(catalogue_.connection().database(), "SELECT public_id FROM job");
        return all_rows(rows, first_text);
    });
}

}  // namespace sohoa::service
