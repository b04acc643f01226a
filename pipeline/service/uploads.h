#pragma once
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "pipeline/service/call.h"
#include "pipeline/service/data_folder.h"
#include "pipeline/service/job.h"

namespace sohoa::service {

struct UploadLimits {
    std::uint64_t bytes = std::uint64_t{200} << 20;  ///< of a whole request
    std::size_t files = 1000;                        ///< of one document
    int of_one_client = 8;                           ///< uploads at once
    int together = 24;                               ///< uploads at once, of all clients
    std::chrono::seconds longest{600};               ///< from the first byte to the last
};

/// Heads of the parts of a form may come on top of the limit, in bytes.
inline constexpr std::uint64_t form_overhead = 64 << 10;

/// Who is sending just now.
class UploadSlots {
public:
    explicit UploadSlots(const UploadLimits& limits) : limits_(limits) {}

    /// Held while an upload comes in.
    class Slot {
    public:
        Slot(UploadSlots* slots, std::string client) : slots_(slots), client_(std::move(client)) {}
        ~Slot();
        Slot(const Slot&) = delete;
        Slot& operator=(const Slot&) = delete;

    private:
        UploadSlots* slots_;
        std::string client_;
    };

    /// Fails with too_many_uploads.
    Result<std::unique_ptr<Slot>> take(const std::string& client);

private:
    UploadLimits limits_;
    std::mutex mutex_;
    std::map<std::string, int> sending_;
    int together_ = 0;
};

/// What came in, on disk under a hidden name until keep().
class Upload {
public:
    Upload(const DataFolder& data, UploadLimits limits);
    /// Removes what was not kept.
    ~Upload();
    Upload(const Upload&) = delete;
    Upload& operator=(const Upload&) = delete;

    /// Reads the body to its end: raw bytes are one file called `name`, parts of a form are files and words in their
    /// order. Fails with file_empty, format_unknown (by content, at the first kilobyte), too_many_bytes,
    /// request_malformed, disk_full. Holds no more of it in memory than one piece.
    Result<void> receive(Body& body, const std::string& name);

    const std::string& id() const { return id_; }
    const std::vector<UploadedFile>& files() const { return files_; }
    UploadWords words;  ///< of the form; raw bodies have theirs in the query

    /// Everything is on disk under its final name when this returns.
    Result<void> keep();
    /// Takes back keep().
    void drop();

private:
    class Writing;

    bool begin_part(const PartHead& head);
    bool take(std::string_view piece);
    bool end_part();
    bool refuse(Problem why);
    std::string* word_named(const std::string& name);

    const DataFolder& data_;
    UploadLimits limits_;
    std::string id_;
    std::string folder_;
    std::vector<UploadedFile> files_;
    std::unique_ptr<Writing> writing_;
    std::string* word_ = nullptr;
    std::uint64_t bytes_ = 0;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    std::optional<Problem> refused_;
    bool kept_ = false;
};

/// A name that is safe on disk and in messages: no folders, no control characters, at most 200 bytes, never hidden.
std::string safe_file_name(std::string_view given, std::size_t number);

/// What an Idempotency-Key stands for: the bytes of all files in their order, and the words. Names of files are left
/// out: a phone that sends a picture again often calls it something else.
std::string request_hash(const std::vector<UploadedFile>& files, const UploadWords& words);

}  // namespace sohoa::service
