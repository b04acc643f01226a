#include "pipeline/run/watch_journal.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "base/files.h"
#include "scanners/output_names.h"

namespace sohoa::run {

using Json = nlohmann::ordered_json;

namespace {

bool stands(const std::string& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0;
}

/// Moves without going over anything; errno says why it did not. File systems that cannot promise that are asked first
/// whether something stands there.
bool move_to_free(const std::string& from, const std::string& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
    if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP) return false;
    if (stands(to)) {
        errno = EEXIST;
        return false;
    }
    return std::rename(from.c_str(), to.c_str()) == 0;
}

/// Names in a folder, without "." and "..".
Result<std::vector<std::string>> names_in(const std::string& path) {
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(path.c_str()), ::closedir);
    if (!folder) return fail(unreadable(path));
    std::vector<std::string> names;
    for (;;) {
        errno = 0;
        const dirent* entry = ::readdir(folder.get());
        if (entry == nullptr) break;
        const std::string name = entry->d_name;
        if (name != "." && name != "..") names.push_back(name);
    }
    if (errno != 0) return fail(unreadable(path));
    std::sort(names.begin(), names.end());
    return names;
}

/// Names are any bytes, JSON is UTF-8: bytes that are not printable ASCII stand as %XX.
std::string written_plainly(const std::string& bytes) {
    std::string text;
    for (const char c : bytes) {
        if (c > ' ' && c < '\x7f' && c != '%') {
            text += c;
        } else {
            text += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return text;
}

std::string read_plainly(const std::string& text) {
    std::string bytes;
    for (std::size_t k = 0; k < text.size(); ++k) {
        unsigned value = 0;
        const char* digits = text.data() + k + 1;
        if (text[k] == '%' && k + 2 < text.size() && std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
            bytes += static_cast<char>(value);
            k += 2;
        } else {
            bytes += text[k];
        }
    }
    return bytes;
}

std::string entry_text(const TakenPaper& paper) {
    return Json{{"schema", "sohoa-watch/1"},
                {"name", written_plainly(paper.name)},
                {"is_folder", paper.is_folder},
                {"place", written_plainly(paper.place)},
                {"place_was_free", paper.place_was_free},
                {"mark", paper.mark},
                {"destination", written_plainly(paper.destination)},
                {"reason", written_plainly(paper.reason)}}
               .dump(1) +
           "\n";
}

std::optional<TakenPaper> paper_from(const std::string& text) {
    const Json json = Json::parse(text, nullptr, false);
    TakenPaper paper;
    try {
        if (json.at("schema") != "sohoa-watch/1") return std::nullopt;
        paper.name = read_plainly(json.at("name").get<std::string>());
        paper.is_folder = json.at("is_folder").get<bool>();
        paper.place = read_plainly(json.at("place").get<std::string>());
        paper.place_was_free = json.at("place_was_free").get<bool>();
        paper.mark = json.at("mark").get<std::uint64_t>();
        paper.destination = read_plainly(json.at("destination").get<std::string>());
        paper.reason = read_plainly(json.at("reason").get<std::string>());
    } catch (const Json::exception&) {
        return std::nullopt;
    }
    const auto is_plain = [](const std::string& name) {
        return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos;
    };
    // Nothing that an entry says leads out of the folders it speaks of.
    if (!is_plain(paper.name) || !is_plain(paper.place)) return std::nullopt;
    if (("/" + paper.destination + "/").find("/../") != std::string::npos) paper.destination.clear();
    return paper;
}

WatchJournal::Taking::What what_of(int error) {
    using What = WatchJournal::Taking::What;
    switch (error) {
        case ENOENT:
            return What::gone;
        case EBUSY:
        case ETXTBSY:
            return What::in_use;
        case EACCES:
        case EPERM:
        case EXDEV:
            return What::refused;
        default:
            return What::trouble;
    }
}

Problem cannot_be_moved(const std::string& path) {
    const std::string why = std::error_code(errno, std::generic_category()).message();
    return problem(code::file_unreadable,
                   {"Không chuyển được tệp ra khỏi thư mục nên chưa đọc: " + why,
                    "it cannot be moved out of the folder, so it was not read: " + why},
                   {"Cấp quyền ghi trên thư mục và trên tệp này cho tài khoản đang chạy sohoa",
                    "give the account that runs sohoa write permission on the folder and on this file"})
        .in_file(path);
}

}  // namespace

std::string reason_name(const std::string& name) {
    return scanners::stem_of(name + ".") + ".reason.txt";
}

std::string numbered_name(const std::string& name, int number, bool is_folder, std::size_t longest) {
    if (number == 1) return name;
    const auto dot = name.rfind('.');
    const bool has_ending = !is_folder && dot != std::string::npos && dot > 0 && name.size() - dot <= 16;
    const std::string ending = fmt::format("-{}{}", number, has_ending ? name.substr(dot) : "");
    std::size_t kept = std::min(has_ending ? dot : name.size(), longest - ending.size());
    // Bytes 10xxxxxx continue a character of UTF-8: it is not cut in two.
    while (kept > 1 && kept < name.size() && (static_cast<unsigned char>(name[kept]) & 0xC0) == 0x80) --kept;
    return name.substr(0, kept) + ending;
}

WatchJournal::WatchJournal(std::string folder) : folder_(std::move(folder)), path_(folder_ + "/" + hidden_name) {}

Result<std::vector<TakenPaper>> WatchJournal::recover(const std::set<std::string>& known) {
    const auto keys = names_in(path_);
    if (!keys) return fail(keys.error());
    std::vector<TakenPaper> papers;
    for (const std::string& key : *keys) {
        unsigned long long number = 0;
        const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
        if (error != std::errc() || end != key.data() + key.size()) continue;
        next_key_ = std::max(next_key_, number + 1);
        if (known.contains(key)) continue;
        const std::string here = path_ + "/" + key;
        const auto standing = stands(here + "/paper") ? names_in(here + "/paper") : std::vector<std::string>{};
        if (!standing) return fail(standing.error());
        const auto text = read_file(here + "/entry.json", 1 << 20);
        auto paper = text ? paper_from(*text) : std::nullopt;
        if (paper && *standing == std::vector<std::string>{paper->name}) {
            paper->key = key;
            papers.push_back(*std::move(paper));
            continue;
        }
        for (const std::string& name : *standing) {
            if (auto back = give_back_unknown(key, name); !back) return fail(back.error());
        }
        // Nothing was taken yet, or it was put away already.
        TakenPaper ended;
        ended.key = key;
        forget(ended);
    }
    return papers;
}

WatchJournal::Taking WatchJournal::take(TakenPaper& paper) {
    using What = Taking::What;
    paper.key = fmt::format("{:08}", next_key_++);
    if (auto made = make_folders(folder_of(paper)); !made) return {What::trouble, made.error()};
    if (auto noted = note(paper); !noted) {
        forget(paper);
        return {What::trouble, noted.error()};
    }
    sync_folder(path_);
    const std::string from = folder_ + "/" + paper.name;
    if (!move_to_free(from, path_of(paper))) {
        const int error = errno;
        forget(paper);
        errno = error;
        const What what = what_of(error);
        return {what, what == What::refused ? cannot_be_moved(from) : unwritable(from)};
    }
    sync_folder(folder_of(paper));
    sync_folder(folder_);
    return {};
}

Result<void> WatchJournal::note(const TakenPaper& paper) const {
    return write_file_atomically(path_ + "/" + paper.key + "/entry.json", entry_text(paper));
}

Result<void> WatchJournal::put_away(TakenPaper& paper, const std::string& reason) {
    for (;;) {
        if (paper.destination.empty()) {
            const std::string below =
                reason.empty() ? "done/" + vietnam_time(std::time(nullptr)).substr(0, 10) : "failed";
            paper.destination = below + "/" + free_name(below, paper, !reason.empty());
            paper.reason = reason;
            if (auto noted = note(paper); !noted) {
                paper.destination.clear();
                return noted;
            }
        }
        const std::string to = folder_ + "/" + paper.destination;
        const auto slash = paper.destination.rfind('/');
        const std::string below = folder_ + "/" + paper.destination.substr(0, slash);
        if (auto made = make_folders(below); !made) return made;
        if (!paper.reason.empty()) {
            const std::string text = below + "/" + reason_name(paper.destination.substr(slash + 1));
            if (auto written = write_file_atomically(text, paper.reason); !written) return written;
        }
        if (move_to_free(path_of(paper), to)) {
            sync_folder(below);
            break;
        }
        if (errno != EEXIST && errno != ENOTEMPTY) return fail(unwritable(to));
        paper.destination.clear();  // somebody was faster
    }
    forget(paper);
    return {};
}

Result<void> WatchJournal::give_back(const TakenPaper& paper) {
    if (auto back = give_back_unknown(paper.key, paper.name); !back) return back;
    forget(paper);
    return {};
}

Result<void> WatchJournal::give_back_unknown(const std::string& key, const std::string& name) {
    const std::string from = path_ + "/" + key + "/paper/" + name;
    for (int number = 1;; ++number) {
        const std::string to = folder_ + "/" + numbered_name(name, number, false);
        if (move_to_free(from, to)) break;
        if (errno != EEXIST && errno != ENOTEMPTY) return fail(unwritable(to));
    }
    sync_folder(folder_);
    return {};
}

void WatchJournal::forget(const TakenPaper& paper) const {
    const std::string here = path_ + "/" + paper.key;
    ::rmdir((here + "/paper").c_str());  // before the entry: a paper is never there without it
    if (stands(here + "/paper")) return;
    ::unlink((here + "/entry.json").c_str());
    ::rmdir(here.c_str());
}

std::string WatchJournal::free_name(const std::string& below, const TakenPaper& paper, bool with_reason) {
    constexpr std::size_t names_remembered = 10'000;
    if (tried_.size() > names_remembered) tried_.clear();
    int& number = tried_[below + "/" + paper.name];
    for (++number;; ++number) {
        std::string candidate = numbered_name(paper.name, number, paper.is_folder);
        const std::string whole = folder_ + "/" + below + "/";
        if (!stands(whole + candidate) && !(with_reason && stands(whole + reason_name(candidate)))) return candidate;
    }
}

}  // namespace sohoa::run
