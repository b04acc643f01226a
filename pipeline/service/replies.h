#pragma once
#include <nlohmann/json_fwd.hpp>

#include "base/problem.h"
#include "pipeline/service/call.h"

namespace sohoa::service {

Reply json_reply(int status, const nlohmann::ordered_json& json);

/// RFC 9457 problem details: type, title, status, detail (Vietnamese), detail_en, remedy, remedy_en, code. Numbers of
/// identity papers are masked, folders of the server are left out.
Reply problem_reply(int status, const Problem& problem);

/// The status that the problem's code asks for.
Reply problem_reply(const Problem& problem);
int status_of(const Problem& problem);

/// What HTTP itself has to say: 400, 404, 405, 408, 411, 413, 414, 500.
Problem http_problem(int status);

/// A file of a finished document, or 304 when the caller has it already. Fails with 404 where it is missing.
Reply file_reply(const Call& call, const std::string& path, const std::string& content_type);

}  // namespace sohoa::service
