#include "pipeline/service/uploads.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

#include "base/files.h"
#include "base/sha256.h"
#include "base/vietnamese.h"
#include "pipeline/service/secrets.h"
#include "scanners/input_file.h"
#include "scanners/input_problems.h"

namespace sohoa::service {

namespace fs = std::filesystem;

namespace {

Result<void> sync_folder(const std::string& path) {
    const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return fail(unwritable(path));
    const bool synced = ::fsync(folder) == 0;
    Problem why = synced ? Problem{} : unwritable(path);
    ::close(folder);
    if (!synced) return fail(std::move(why));
    return {};
}

Problem too_large(std::uint64_t limit) {
    return problem(code::too_many_bytes,
                   {fmt::format("Nội dung gửi lên lớn hơn giới hạn {} MB", limit >> 20),
                    fmt::format("the body is larger than the limit of {} MB", limit >> 20)},
                   {"Chia tài liệu thành nhiều lần gửi, hoặc tăng --max-upload-megabytes của máy chủ",
                    "split the document, or raise --max-upload-megabytes of the server"});
}

Problem malformed(const std::string& vi, const std::string& en) {
    return problem(code::request_malformed, {vi, en}, {"Xem docs/service.md", "see docs/service.md"});
}

}  // namespace

/// One file coming in: hashed and recognised on the way.
class Upload::Writing {
public:
    Writing(std::string path, std::string name, bool named) : path_(std::move(path)), named_(named) {
        file_.name = std::move(name);
        descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    }
    ~Writing() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;

    Result<void> take(std::string_view piece) {
        if (descriptor_ < 0) return fail(unwritable(path_));
        hash_.update(piece.data(), piece.size());
        file_.bytes += piece.size();
        if (!recognised_) {
            head_.append(piece.substr(0, enough - std::min(enough, head_.size())));
            if (head_.size() >= enough) {
                if (auto known = recognise(); !known) return known;
            }
        }
        while (!piece.empty()) {
            const ssize_t count = ::write(descriptor_, piece.data(), piece.size());
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) return fail(unwritable(path_));
            piece.remove_prefix(static_cast<std::size_t>(count));
        }
        return {};
    }

    Result<UploadedFile> finish() {
        if (descriptor_ < 0) return fail(unwritable(path_));
        if (file_.bytes == 0) {
            return fail(code::file_empty, {"Tệp gửi lên rỗng", "the file sent is empty"},
                        {"Gửi tệp có nội dung (curl: --data-binary @tep.jpg)", "send a file with content"});
        }
        if (!recognised_) {
            if (auto known = recognise(); !known) return fail(known.error());
        }
        if (::fsync(descriptor_) != 0) return fail(unwritable(path_));
        file_.sha256 = hex(hash_.finish());
        return file_;
    }

private:
    static constexpr std::size_t enough = 1024;  // bytes that format_of looks at

    Result<void> recognise() {
        const auto format = scanners::format_of(head_);
        if (!format) return fail(scanners::format_unknown());
        recognised_ = true;
        if (named_) return {};
        // Nobody gave a name: people shall see at least what it is.
        const std::string suffix = "." + std::string(name_of(*format));
        if (::rename(path_.c_str(), (path_ + suffix).c_str()) != 0) return fail(unwritable(path_));
        path_ += suffix;
        file_.name += suffix;
        return {};
    }

    std::string path_;
    bool named_;
    int descriptor_ = -1;
    UploadedFile file_;
    Sha256 hash_;
    std::string head_;
    bool recognised_ = false;
};

UploadSlots::Slot::~Slot() {
    const std::lock_guard lock(slots_->mutex_);
    --slots_->together_;
    if (--slots_->sending_[client_] == 0) slots_->sending_.erase(client_);
}

Result<std::unique_ptr<UploadSlots::Slot>> UploadSlots::take(const std::string& client) {
    const std::lock_guard lock(mutex_);
    const auto at = sending_.find(client);
    if (together_ >= limits_.together || (at != sending_.end() && at->second >= limits_.of_one_client)) {
        return fail(code::too_many_uploads,
                    {fmt::format("Đang gửi quá nhiều tệp cùng lúc (giới hạn {} mỗi máy)", limits_.of_one_client),
                     fmt::format("too many uploads at once (limit {} a client)", limits_.of_one_client)},
                    {"Chờ số giây trong Retry-After rồi gửi lại", "wait as Retry-After says and send again"});
    }
    auto slot = std::make_unique<Slot>(this, client);
    ++together_;
    ++sending_[client];
    return slot;
}

Upload::Upload(const DataFolder& data, UploadLimits limits)
    : data_(data), limits_(limits), id_(random_hex(16)), folder_(data.inbox() + "/." + id_ + ".new") {}

Upload::~Upload() {
    if (kept_) return;
    writing_.reset();
    std::error_code error;
    fs::remove_all(folder_, error);
}

bool Upload::refuse(Problem why) {
    if (!refused_) refused_ = std::move(why);
    return false;
}

std::string* Upload::word_named(const std::string& name) {
    if (name == "dossier_code") return &words.dossier_code;
    if (name == "procedure") return &words.procedure;
    if (name == "callback_url") return &words.callback_url;
    return nullptr;
}

bool Upload::begin_part(const PartHead& head) {
    if (!end_part()) return false;
    const bool is_file = !head.file_name.empty() || head.name.starts_with("file");
    if (!is_file) {
        word_ = word_named(head.name);
        if (word_ != nullptr) return true;
        return refuse(malformed("Phần “" + single_spaced(head.name) + "” của biểu mẫu không được dùng",
                                "the form has no part “" + single_spaced(head.name) + "”"));
    }
    if (files_.size() >= limits_.files) {
        return refuse(malformed(fmt::format("Quá {} tệp trong một tài liệu", limits_.files),
                                fmt::format("more than {} files in one document", limits_.files)));
    }
    const std::string folder = fmt::format("{}/{:03}", folder_, files_.size() + 1);
    if (auto made = make_folders(folder); !made) return refuse(made.error());
    const std::string name = safe_file_name(head.file_name, files_.size() + 1);
    writing_ = std::make_unique<Writing>(folder + "/" + name, name, !head.file_name.empty());
    return true;
}

bool Upload::take(std::string_view piece) {
    bytes_ += piece.size();
    if (bytes_ > limits_.bytes) return refuse(too_large(limits_.bytes));
    if (std::chrono::steady_clock::now() - begun_ > limits_.longest) {
        return refuse(malformed("Gửi quá lâu", "the upload took too long"));
    }
    if (word_ != nullptr) {
        constexpr std::size_t longest_word = 2048;
        if (word_->size() + piece.size() > longest_word)
            return refuse(malformed("Một phần chữ quá dài", "a text part is too long"));
        word_->append(piece);
        return true;
    }
    if (!writing_) return piece.empty();
    if (auto taken = writing_->take(piece); !taken) return refuse(taken.error());
    return true;
}

bool Upload::end_part() {
    word_ = nullptr;
    if (!writing_) return true;
    const auto writing = std::exchange(writing_, nullptr);
    auto file = writing->finish();
    if (!file) return refuse(file.error());
    files_.push_back(*std::move(file));
    return true;
}

Result<void> Upload::receive(Body& body, const std::string& name) {
    const auto piece = [this](std::string_view bytes) { return take(bytes); };
    bool whole = false;
    if (body.is_multipart()) {
        whole = body.read_parts([this](const PartHead& head) { return begin_part(head); }, piece);
    } else {
        whole = begin_part({"file", name}) && body.read(piece);
    }
    whole = whole && end_part();
    if (refused_) return fail(*refused_);
    if (!whole)
        return fail(malformed("Nội dung gửi lên bị đứt hoặc sai khuôn dạng", "the body broke off or is malformed"));
    if (files_.empty()) return fail(malformed("Biểu mẫu không có tệp nào", "the form holds no file"));
    return {};
}

Result<void> Upload::keep() {
    for (std::size_t k = 0; k < files_.size(); ++k) {
        if (auto synced = sync_folder(fmt::format("{}/{:03}", folder_, k + 1)); !synced) return synced;
    }
    if (auto synced = sync_folder(folder_); !synced) return synced;
    if (::rename(folder_.c_str(), data_.inbox(id_).c_str()) != 0) return fail(unwritable(data_.inbox(id_)));
    kept_ = true;
    auto synced = sync_folder(data_.inbox());
    if (!synced) drop();
    return synced;
}

void Upload::drop() {
    data_.remove(id_);
}

std::string safe_file_name(std::string_view given, std::size_t number) {
    constexpr std::size_t longest = 200;
    if (const auto slash = given.find_last_of("/\\"); slash != std::string_view::npos) given.remove_prefix(slash + 1);
    std::string name = single_spaced(valid_utf8(given));
    if (name.size() > longest) {  // the end keeps the extension
        std::size_t cut = name.size() - longest;
        while (cut < name.size() && (static_cast<unsigned char>(name[cut]) & 0xC0) == 0x80) ++cut;
        name.erase(0, cut);
    }
    while (!name.empty() && (name.front() == '.' || name.front() == ' ')) name.erase(0, 1);
    return name.empty() ? fmt::format("{:03}", number) : name;
}

std::string request_hash(const std::vector<UploadedFile>& files, const UploadWords& words) {
    // Each part with its length, so that no two requests run together.
    std::string all;
    for (const std::string& each : {words.dossier_code, words.procedure, words.callback_url}) {
        all += fmt::format("{}:{}\n", each.size(), each);
    }
    for (const auto& file : files) all += file.sha256 + "\n";
    return hex(sha256(all));
}

}  // namespace sohoa::service
