#include "scanners/paper_folder.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <dirent.h>
#include <memory>
#include <sys/stat.h>

#include "base/files.h"
#include "scanners/input_file.h"
#include "scanners/input_problems.h"
#include "scanners/natural_order.h"
#include "scanners/open_file.h"

namespace sohoa::scanners {

namespace {

bool is_named_like_a_paper(std::string_view name) {
    static constexpr std::array<std::string_view, 12> endings{".jpg", ".jpeg", ".jpe",  ".png",  ".tif",  ".tiff",
                                                              ".bmp", ".webp", ".heic", ".heif", ".avif", ".pdf"};
    std::string lower(name.substr(std::min(name.size(), name.rfind('.'))));
    for (auto& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return std::find(endings.begin(), endings.end(), lower) != endings.end();
}

enum class FileLooks { paper, false_name, other };

/// Whether a file of a folder is to be read. One that cannot be looked into is kept when its name speaks for it:
/// reading it will say what is wrong.
FileLooks looks_of(const std::string& path, std::string_view name) {
    const bool by_name = is_named_like_a_paper(name);
    const auto file = OpenFile::open(path, SIZE_MAX);
    if (!file) return by_name ? FileLooks::paper : FileLooks::other;
    const auto first = file->first_bytes(1024);
    if (!first) return by_name ? FileLooks::paper : FileLooks::other;
    if (format_of(*first)) return FileLooks::paper;
    return by_name ? FileLooks::false_name : FileLooks::other;
}

}  // namespace

FileId file_id(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return {0, 0};
    return {status.st_dev, status.st_ino};
}

PaperFolder list_papers(const std::string& path, std::vector<Problem>& problems, Links links) {
    const std::unique_ptr<DIR, int (*)(DIR*)> directory(::opendir(path.c_str()), ::closedir);
    if (!directory) {
        problems.push_back(unreadable(path));
        return {};
    }
    std::vector<std::string> names;
    while (const dirent* entry = ::readdir(directory.get())) {
        if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    }
    std::sort(names.begin(), names.end(), natural_less);

    PaperFolder folder;
    std::vector<std::string> linked_folders;
    for (const auto& name : names) {
        const std::string whole = path + "/" + name;
        struct stat own {};
        struct stat status {};
        if (::lstat(whole.c_str(), &own) != 0) continue;  // gone since
        if (S_ISLNK(own.st_mode) && links == Links::left_alone) continue;
        if (::stat(whole.c_str(), &status) != 0) {
            problems.push_back(unreadable(whole));
        } else if (S_ISDIR(status.st_mode)) {
            (S_ISLNK(own.st_mode) ? linked_folders : folder.folders).push_back(name);
        } else if (S_ISREG(status.st_mode)) {
            const FileLooks looks = looks_of(whole, name);
            if (looks == FileLooks::paper) folder.papers.push_back(name);
            if (looks == FileLooks::false_name) problems.push_back(format_unknown().in_file(whole));
            if (looks == FileLooks::other) folder.passed_over.push_back(name);
        }
    }
    folder.folders.insert(folder.folders.end(), linked_folders.begin(), linked_folders.end());
    return folder;
}

}  // namespace sohoa::scanners
