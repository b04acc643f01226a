#include "pipeline/run/watched_folder.h"

#include <algorithm>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files.h"

namespace sohoa::run {

namespace {

bool leads_to_folder(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

WatchedFolder::WatchedFolder(std::string folder, std::vector<std::string> left_alone, std::chrono::milliseconds still)
    : journal_(std::move(folder)), left_alone_(std::move(left_alone)), still_(still) {}

WatchedFolder::~WatchedFolder() {
    const bool owned = is_owned();
    lock_.reset();
    if (owned) ::rmdir(journal_.path().c_str());
}

Result<std::vector<TakenPaper>> WatchedFolder::own(const std::set<std::string>& known) {
    lock_.reset();
    if (!leads_to_folder(path())) {
        return fail(problem(code::file_missing, {"Không có thư mục này", "there is no such folder"},
                            {"Tạo thư mục, hoặc kiểm tra lại đường dẫn", "make the folder, or check the path"})
                        .in_file(path()));
    }
    auto lock = OutputLock::take(journal_.path());
    if (!lock && lock.error().code == code::output_in_use) {
        return fail(problem(code::output_in_use,
                            {"Một sohoa watch khác đang trông thư mục này", "another sohoa watch has this folder"},
                            {"Dừng chương trình kia trước", "stop the other one first"})
                        .in_file(path()));
    }
    if (!lock) return fail(lock.error());
    if (lock->after_killed_run()) {
        remove_temporary_files(journal_.path());
        remove_temporary_files(path() + "/failed");
    }
    auto left = journal_.recover(known);
    if (!left) return fail(left.error());
    id_ = scanners::file_id(path());
    lock_.emplace(*std::move(lock));
    return left;
}

bool WatchedFolder::is_there() const {
    return leads_to_folder(journal_.path()) || (id_ != scanners::FileId{} && scanners::file_id(path()) == id_);
}

Problem WatchedFolder::gone() const {
    return problem(code::file_missing,
                   {"Không còn thấy thư mục quét (mất kết nối mạng?); chờ đến khi có lại",
                    "the watched folder is gone (the share is off?); waiting for it"},
                   {"Kiểm tra mạng, máy chủ tệp và ổ đĩa", "check the network, the file server and the disk"})
        .in_file(path());
}

std::set<scanners::FileId> WatchedFolder::left_alone() const {
    std::set<scanners::FileId> ids;
    for (const char* name : {"/done", "/failed"}) {
        if (leads_to_folder(path() + name)) ids.insert(scanners::file_id(path() + name));
    }
    // A folder in which something stands that is to be left alone is left alone itself.
    for (const std::string& each : left_alone_) {
        std::error_code error;
        for (std::filesystem::path at = std::filesystem::absolute(each, error); at.has_relative_path();
             at = at.parent_path()) {
            ids.insert(scanners::file_id(at.string()));
        }
    }
    ids.erase(scanners::FileId{});
    return ids;
}

Result<void> WatchedFolder::look() {
    const auto listing = scanners::list_drop_folder(path(), left_alone());
    if (!listing) return fail(listing.error());
    const auto still = still_.look(*listing, scanners::StillPapers::Clock::now());
    ready_.assign(still.begin(), still.end());
    std::erase_if(ready_, [this](const auto& thing) { return is_refused(thing); });
    look_again_ = false;
    return {};
}

bool WatchedFolder::is_refused(const scanners::Sighting& thing) const {
    const auto found = refused_.find(thing.name);
    return found != refused_.end() && found->second == thing.mark;
}

void WatchedFolder::wait_anew(const std::string& name) {
    still_.forget(name);
    look_again_ = true;
}

WatchedFolder::Next WatchedFolder::take_next(const ChoosePlace& choose_place) {
    using What = WatchJournal::Taking::What;
    while (!ready_.empty()) {
        const scanners::Sighting thing = std::move(ready_.front());
        ready_.pop_front();
        const std::string from = path() + "/" + thing.name;
        const auto now_there = scanners::sight(path(), thing.name);
        if (!now_there || now_there->mark != thing.mark || scanners::is_open_for_writing(from)) {
            wait_anew(thing.name);
            continue;
        }
        Place place = choose_place(from, thing.name, thing.is_folder);
        TakenPaper paper;
        paper.name = thing.name;
        paper.is_folder = thing.is_folder;
        paper.place = std::move(place.name);
        paper.place_was_free = place.was_free;
        paper.mark = thing.mark;
        const WatchJournal::Taking taking = journal_.take(paper);
        switch (taking.what) {
            case What::taken:
                // Some shares tell a file's time otherwise once it has another name. Other sizes are a change.
                if (const auto here = standing(paper); here && here->bytes == thing.bytes) paper.mark = here->mark;
                return {std::move(paper), {}, {}};
            case What::gone:
                continue;
            case What::in_use:
                wait_anew(thing.name);
                continue;
            case What::refused: {
                constexpr std::size_t remembered = 10'000;
                if (refused_.size() > remembered) refused_.clear();
                refused_[thing.name] = thing.mark;
                return {{}, taking.why, {}};
            }
            case What::trouble:
                wait_anew(thing.name);
                return {{}, {}, taking.why};
        }
    }
    return {};
}

Result<void> WatchedFolder::give_back(const TakenPaper& paper) {
    if (auto back = journal_.give_back(paper); !back) return back;
    wait_anew(paper.name);
    return {};
}

}  // namespace sohoa::run
