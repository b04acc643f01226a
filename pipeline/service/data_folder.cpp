#include "pipeline/service/data_folder.h"

#include <filesystem>
#include <fmt/format.h>
#include <sys/statvfs.h>

#include "base/files.h"

namespace sohoa::service {

namespace fs = std::filesystem;

namespace {

void remove_strangers(const std::string& folder, const std::set<std::string>& known) {
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (known.contains(at->path().filename().string())) continue;
        std::error_code ignored;
        fs::remove_all(at->path(), ignored);
    }
}

}  // namespace

Result<DataFolder> DataFolder::take(const std::string& path) {
    std::error_code error;
    const bool fresh = !fs::exists(path, error);
    auto lock = run::OutputLock::take(path);
    if (!lock) return fail(lock.error());
    // Personal data: for the account of the server alone.
    if (fresh) fs::permissions(path, fs::perms::owner_all, error);
    fs::path whole = fs::absolute(path, error).lexically_normal();
    if (!whole.has_filename()) whole = whole.parent_path();
    DataFolder folder(whole.string(), *std::move(lock));
    for (const std::string& each : {folder.inbox(), folder.documents()}) {
        if (auto made = make_folders(each); !made) return fail(made.error());
    }
    return folder;
}

std::string DataFolder::upload_folder(const std::string& id, std::size_t file) const {
    return fmt::format("{}/{:03}", inbox(id), file + 1);
}

void DataFolder::remove(const std::string& id) const {
    remove_outputs(id);
    std::error_code error;
    fs::remove_all(inbox(id), error);
}

void DataFolder::remove_outputs(const std::string& id) const {
    std::error_code error;
    fs::remove_all(document_folder(id), error);
}

void DataFolder::sweep(const std::set<std::string>& known) const {
    remove_strangers(inbox(), known);
    remove_strangers(documents(), known);
    if (lock_.after_killed_run()) remove_temporary_files(documents());
}

std::uint64_t DataFolder::free_bytes() const {
    struct statvfs space {};
    if (::statvfs(path_.c_str(), &space) != 0) return 0;
    return static_cast<std::uint64_t>(space.f_bavail) * space.f_frsize;
}

}  // namespace sohoa::service
