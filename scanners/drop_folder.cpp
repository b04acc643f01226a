#include "scanners/drop_folder.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <dirent.h>
#include <fcntl.h>
#include <functional>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files.h"

namespace sohoa::scanners {

namespace {

using OpenFolder = std::unique_ptr<DIR, int (*)(DIR*)>;

constexpr int deepest_folder = 64;

/// FNV-1a, with the bits stirred at the end so that marks can be added up.
class MarkOf {
public:
    void add(const void* data, std::size_t size) {
        const auto* bytes = static_cast<const unsigned char*>(data);
        for (std::size_t k = 0; k < size; ++k) value_ = (value_ ^ bytes[k]) * 1099511628211ULL;
    }
    std::uint64_t value() const {
        std::uint64_t mixed = value_;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
        return mixed ^ (mixed >> 31);
    }

private:
    std::uint64_t value_ = 14695981039346656037ULL;
};

std::uint64_t mark_of(std::string_view name, const struct stat& status) {
    MarkOf mark;
    mark.add(name.data(), name.size());
    mark.add(&status.st_size, sizeof status.st_size);
    mark.add(&status.st_mtim.tv_sec, sizeof status.st_mtim.tv_sec);
    mark.add(&status.st_mtim.tv_nsec, sizeof status.st_mtim.tv_nsec);
    return mark.value();
}

/// Calls `visit` with the path (from `root` on) and status of every file that is not hidden, in the folder and below.
/// False when something could not be looked into.
bool for_each_file(const std::string& root, const std::string& inner, int depth,
                   const std::function<void(const std::string&, const struct stat&)>& visit) {
    if (depth > deepest_folder) return false;
    const std::string path = inner.empty() ? root : root + "/" + inner;
    const OpenFolder folder(::opendir(path.c_str()), ::closedir);
    if (!folder) return false;
    bool whole = true;
    for (;;) {
        errno = 0;
        const dirent* entry = ::readdir(folder.get());
        if (entry == nullptr) return whole && errno == 0;
        if (entry->d_name[0] == '.') continue;
        struct stat status {};
        if (::fstatat(::dirfd(folder.get()), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
        const std::string name = inner.empty() ? entry->d_name : inner + "/" + entry->d_name;
        if (S_ISDIR(status.st_mode)) {
            whole = for_each_file(root, name, depth + 1, visit) && whole;
        } else if (S_ISREG(status.st_mode)) {
            visit(name, status);
        }
    }
}

Sighting sight_of_folder(const std::string& path, const std::string& name) {
    Sighting folder{name, true, 0, 0, 0, false};
    const bool whole = for_each_file(path, "", 0, [&](const std::string& file, const struct stat& status) {
        folder.mark += mark_of(file, status);
        const auto slash = file.rfind('/');
        const bool temporary =
            is_temporary_name(std::string_view(file).substr(slash == std::string::npos ? 0 : slash + 1));
        if (temporary || status.st_size == 0) folder.doubtful = true;
        if (temporary) return;
        ++folder.files;
        folder.bytes += static_cast<std::uint64_t>(status.st_size);
    });
    if (!whole) folder.doubtful = true;
    return folder;
}

bool file_is_open_for_writing(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return false;
    // A read lease is given only where nobody writes. Who opens the file in the instant in which we hold it makes the
    // system send a signal: one that is ignored, in the place of SIGIO, which would end the program.
    ::fcntl(descriptor, F_SETSIG, SIGURG);
    const bool given = ::fcntl(descriptor, F_SETLEASE, F_RDLCK) == 0;
    const bool written_to = !given && errno == EAGAIN;
    if (given) ::fcntl(descriptor, F_SETLEASE, F_UNLCK);
    ::close(descriptor);
    return written_to;
}

}  // namespace

bool is_temporary_name(std::string_view name) {
    static constexpr std::array<std::string_view, 14> endings{
        ".tmp",      ".temp", ".part", ".partial", ".crdownload", ".download", ".opdownload",
        ".filepart", ".!ut",  ".swp",  ".lock",    ".lnk",        ".url",      "~"};
    static constexpr std::array<std::string_view, 4> of_systems{"thumbs.db", "ehthumbs.db", "desktop.ini",
                                                                "$recycle.bin"};
    std::string lower(name);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower.starts_with("~$") || lower.starts_with(".")) return true;
    return std::any_of(endings.begin(), endings.end(), [&](auto ending) { return lower.ends_with(ending); }) ||
           std::find(of_systems.begin(), of_systems.end(), lower) != of_systems.end();
}

std::optional<Sighting> sight(const std::string& folder, const std::string& name) {
    const std::string path = folder + "/" + name;
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return std::nullopt;
    if (S_ISDIR(status.st_mode)) return sight_of_folder(path, name);
    if (!S_ISREG(status.st_mode)) return std::nullopt;
    return Sighting{
        name, false, 1, static_cast<std::uint64_t>(status.st_size), mark_of("", status), status.st_size == 0};
}

Result<std::vector<Sighting>> list_drop_folder(const std::string& path, const std::set<FileId>& left_alone) {
    const OpenFolder folder(::opendir(path.c_str()), ::closedir);
    if (!folder) return fail(unreadable(path));
    std::vector<Sighting> found;
    for (;;) {
        errno = 0;
        const dirent* entry = ::readdir(folder.get());
        if (entry == nullptr) break;
        const std::string name = entry->d_name;
        if (is_temporary_name(name)) continue;
        struct stat status {};
        if (::fstatat(::dirfd(folder.get()), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
        if (left_alone.contains({status.st_dev, status.st_ino})) continue;
        if (auto thing = sight(path, name); thing && thing->files > 0) found.push_back(*std::move(thing));
    }
    if (errno != 0) return fail(unreadable(path));
    return found;
}

bool is_open_for_writing(const std::string& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return false;
    if (!S_ISDIR(status.st_mode)) return file_is_open_for_writing(path);
    bool found = false;
    for_each_file(path, "", 0, [&](const std::string& file, const struct stat&) {
        found = found || file_is_open_for_writing(path + "/" + file);
    });
    return found;
}

}  // namespace sohoa::scanners
