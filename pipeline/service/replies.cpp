#include "pipeline/service/replies.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "base/masking.h"

namespace sohoa::service {

using Json = nlohmann::ordered_json;

namespace {

struct StatusOfCode {
    std::string_view code;
    int status;
};

constexpr std::array<StatusOfCode, 23> statuses{{{code::request_malformed, 400}, {code::usage, 400},
                                                 {code::file_empty, 400},        {code::unauthorized, 401},
                                                 {code::document_missing, 404},  {code::address_unknown, 404},
                                                 {code::file_missing, 404},      {code::page_missing, 404},
                                                 {code::method_refused, 405},    {code::not_ready, 409},
                                                 {code::state_refused, 409},     {code::length_required, 411},
                                                 {code::too_many_bytes, 413},    {code::format_unknown, 415},
                                                 {code::key_reused, 422},        {code::callback_refused, 422},
                                                 {code::field_missing, 422},     {code::value_unfit, 422},
                                                 {code::too_many_uploads, 429},  {code::queue_full, 503},
                                                 {code::disk_full, 503},         {code::catalogue_busy, 503},
                                                 {code::shutting_down, 503}}};

std::string title_of(int status) {
    switch (status) {
        case 400:
            return "Yêu cầu không đọc được";
        case 401:
            return "Chưa được phép";
        case 404:
            return "Không tìm thấy";
        case 405:
            return "Không dùng được phương thức này";
        case 408:
            return "Quá lâu";
        case 409:
            return "Chưa đến bước này";
        case 411:
            return "Thiếu Content-Length";
        case 413:
            return "Quá lớn";
        case 414:
            return "Địa chỉ quá dài";
        case 415:
            return "Không phải giấy tờ đọc được";
        case 422:
            return "Không nhận được";
        case 429:
            return "Gửi quá nhiều cùng lúc";
        case 503:
            return "Tạm thời chưa nhận";
        default:
            return "Lỗi của máy chủ";
    }
}

/// How long a client should wait before it comes again, in seconds.
int retry_after_of(const Problem& problem) {
    if (problem.code == code::too_many_uploads || problem.code == code::catalogue_busy) return 2;
    return problem.code == code::disk_full ? 120 : 15;
}

}  // namespace

Reply json_reply(int status, const Json& json) {
    Reply reply;
    reply.status = status;
    reply.content_type = "application/json; charset=utf-8";
    reply.body = json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
    return reply;
}

int status_of(const Problem& problem) {
    const auto at = std::find_if(statuses.begin(), statuses.end(),
                                 [&](const StatusOfCode& each) { return each.code == problem.code; });
    return at == statuses.end() ? 500 : at->status;
}

Reply problem_reply(int status, const Problem& problem) {
    Json json{{"type", "urn:sohoa:problem:" + problem.code},
              {"title", title_of(status)},
              {"status", status},
              {"detail", masked(problem.message.vi)},
              {"detail_en", masked(problem.message.en)}};
    if (!problem.remedy.empty()) {
        json["remedy"] = masked(problem.remedy.vi);
        json["remedy_en"] = masked(problem.remedy.en);
    }
    json["code"] = problem.code;
    Reply reply = json_reply(status, json);
    reply.content_type = "application/problem+json; charset=utf-8";
    if (status == 401) reply.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"sohoa\"");
    if (status == 429 || status == 503) {
        reply.headers.emplace_back("Retry-After", std::to_string(retry_after_of(problem)));
    }
    return reply;
}

Reply problem_reply(const Problem& problem) {
    return problem_reply(status_of(problem), problem);
}

Problem http_problem(int status) {
    switch (status) {
        case 404:
            return problem(code::address_unknown, {"Không có địa chỉ này", "there is nothing at this address"},
                           {"Xem các địa chỉ trong /openapi.json", "the addresses are in /openapi.json"});
        case 405:
            return problem(code::method_refused,
                           {"Địa chỉ này không dùng phương thức ấy", "this address does not take that method"});
        case 411:
            return problem(
                code::length_required,
                {"Yêu cầu không nói nội dung dài bao nhiêu", "the request does not say how long its body is"},
                {"Gửi Content-Length hoặc Transfer-Encoding: chunked",
                 "send Content-Length or Transfer-Encoding: chunked"});
        case 413:
            return problem(code::too_many_bytes, {"Nội dung gửi lên quá lớn", "the body is too large"});
        case 500:
            return problem(code::internal_error, {"Lỗi bên trong máy chủ", "internal error"});
        default:
            return problem(code::request_malformed,
                           {"Yêu cầu không đúng khuôn dạng HTTP", "the request is no good HTTP"});
    }
}

Reply file_reply(const Call& call, const std::string& path, const std::string& content_type) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        return problem_reply(problem(code::file_missing, {"Tệp kết quả không còn", "the file of the result is gone"}));
    }
    // Files are exchanged by rename only, so size and time tell one version from the next.
    const std::string tag =
        fmt::format("\"{:x}-{:x}{:x}\"", status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
    Reply reply;
    if (call.header("if-none-match") == tag) {
        reply.status = 304;
    } else {
        reply.content_type = content_type;
        reply.file = path;
    }
    return std::move(reply).with("ETag", tag).with("Cache-Control", "private, no-cache");
}

}  // namespace sohoa::service
