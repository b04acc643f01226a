#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/vietnamese.h"
#include "pipeline/service/document_view.h"
#include "pipeline/service/handlers.h"
#include "pipeline/service/replies.h"

namespace sohoa::service {

namespace {

using Json = nlohmann::ordered_json;

Problem malformed(Bilingual what) {
    return problem(code::request_malformed, std::move(what), {"Xem docs/service.md", "see docs/service.md"});
}

/// Words of a request, brought into one form; callback addresses must be allowed.
Result<void> check_words(const Desk& desk, UploadWords& words) {
    constexpr std::size_t longest = 200;
    for (std::string* each : {&words.dossier_code, &words.procedure}) {
        *each = single_spaced(valid_utf8(*each));
        if (each->size() > longest) {
            return fail(malformed(
                {"dossier_code và procedure dài nhất 200 byte", "dossier_code and procedure are at most 200 bytes"}));
        }
    }
    if (words.callback_url.empty()) return {};
    const auto url = parse_callback_url(words.callback_url);
    if (url && desk.webhook_hosts.allows(*url)) return {};
    return fail(code::callback_refused,
                {"callback_url không đúng khuôn dạng, hoặc máy đó không được phép nhận tin",
                 "callback_url is malformed, or its host is not allowed"},
                {"Người quản trị thêm máy ấy bằng --webhook-host máy:cổng",
                 "the administrator adds the host with --webhook-host host:port"});
}

Result<void> check_key(const std::string& key) {
    constexpr std::size_t longest = 255;
    const bool plain = std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (key.size() <= longest && plain) return {};
    return fail(malformed({"Idempotency-Key dài nhất 255 ký tự ASCII, không có khoảng trắng",
                           "an Idempotency-Key is at most 255 ASCII characters without blanks"}));
}

/// What can be said before the body is read.
Result<void> check_room(Desk& desk, const Call& call) {
    if (desk.stopping) {
        return fail(code::shutting_down, {"Máy chủ đang dừng", "the server is stopping"},
                    {"Gửi lại sau ít giây", "send again in a few seconds"});
    }
    if (!call.body->has_end()) return fail(http_problem(411));
    const auto length = call.body->declared_length();
    if (length && *length > desk.uploads.bytes + form_overhead) {
        return fail(code::too_many_bytes,
                    {fmt::format("Nội dung gửi lên {} MB, giới hạn {} MB", *length >> 20, desk.uploads.bytes >> 20),
                     fmt::format("the body has {} MB, the limit is {} MB", *length >> 20, desk.uploads.bytes >> 20)},
                    {"Chia tài liệu thành nhiều lần gửi, hoặc tăng --max-upload-megabytes của máy chủ",
                     "split the document, or raise --max-upload-megabytes of the server"});
    }
    if (desk.data.free_bytes() < desk.room_to_keep + length.value_or(0)) {
        return fail(code::disk_full, {"Đĩa của máy chủ gần đầy", "the server's disk is nearly full"},
                    {"Giải phóng dung lượng rồi gửi lại", "free some space and send again"});
    }
    return {};
}

Result<void> check_queue(Desk& desk, Jobs& jobs, const std::string& key) {
    const auto waiting = jobs.waiting();
    if (!waiting) return fail(waiting.error());
    if (*waiting < desk.queue_length) return {};
    if (!key.empty()) {  // what was accepted already is answered all the same
        const auto known = jobs.with_key(key);
        if (known && *known) return {};
    }
    return fail(code::queue_full,
                {fmt::format("Hàng chờ đã đủ {} tài liệu", desk.queue_length),
                 fmt::format("{} documents are waiting already", desk.queue_length)},
                {"Chờ số giây trong Retry-After rồi gửi lại", "wait as Retry-After says and send again"});
}

Result<Acceptance> accept_upload(Desk& desk, const Call& call, const std::string& key) {
    auto catalogue = desk.catalogues.lend();
    if (!catalogue) return fail(catalogue.error());
    Jobs jobs(**catalogue);
    if (auto free = check_queue(desk, jobs, key); !free) return fail(free.error());
    Upload upload(desk.data, desk.uploads);
    upload.words = {call.parameter("dossier_code"), call.parameter("procedure"), call.parameter("callback_url")};
    if (auto fine = check_words(desk, upload.words); !fine) return fail(fine.error());
    if (auto received = upload.receive(*call.body, call.parameter("file_name")); !received)
        return fail(received.error());
    if (auto fine = check_words(desk, upload.words); !fine) return fail(fine.error());
    Job job;
    job.id = upload.id();
    job.files = upload.files();
    job.words = upload.words;
    job.idempotency_key = key;
    job.request_hash = request_hash(job.files, job.words);
    // The files stand safely on the disk before the job that needs them is written down.
    if (auto kept = upload.keep(); !kept) return fail(kept.error());
    auto accepted = jobs.accept(job);
    if (!accepted || accepted->known_already) upload.drop();
    return accepted;
}

}  // namespace

Reply post_document(Desk& desk, const Call& call) {
    const std::string key = call.header("idempotency-key");
    if (auto fine = check_key(key); !fine) return problem_reply(fine.error());
    if (auto room = check_room(desk, call); !room) return problem_reply(room.error());
    const auto slot = desk.slots.take(call.client);
    if (!slot) return problem_reply(slot.error());
    const auto accepted = accept_upload(desk, call, key);
    if (!accepted) return problem_reply(accepted.error());
    desk.runner.wake();
    auto catalogue = desk.catalogues.lend();
    if (!catalogue) return problem_reply(catalogue.error());
    const auto job = Jobs(**catalogue).find(accepted->id);
    const std::string self = "/v1/documents/" + accepted->id;
    Json json{{"id", accepted->id}, {"status", job && *job ? name_of((*job)->status) : "queued"}};
    json["links"] = {{"self", self}};
    Reply reply = json_reply(202, json);
    reply.id = accepted->id;
    return std::move(reply).with("Location", self);
}

}  // namespace sohoa::service
