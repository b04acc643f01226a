#pragma once
#include <nlohmann/json_fwd.hpp>

#include "pipeline/service/job.h"
#include "pipeline/store/connection.h"

/// Rows of the tables `job` and `delivery` as values. Everything here throws SQLite::Exception: call inside
/// store::guarded.
namespace sohoa::service {

/// Columns of `job` in the order job_from reads them.
extern const char* const job_columns;
Job job_from(SQLite::Statement& row);

std::optional<Job> job_where(store::Connection& connection, const char* condition, const std::string& value);

std::string text_of(const std::vector<Problem>& problems);
std::string text_of(const std::vector<UploadedFile>& files);
std::string text_of(const std::vector<PageRun>& runs);

template <class... Values>
int run_statement(store::Connection& connection, const std::string& sql, const Values&... values) {
    SQLite::Statement statement(connection.database(), sql);
    int k = 0;
    (statement.bind(++k, values), ...);
    return statement.exec();
}

}  // namespace sohoa::service
