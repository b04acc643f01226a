#include "pipeline/evaluate/pairing.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

#include "base/vietnamese.h"

namespace sohoa::evaluate {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view truth_suffix = ".truth.json";

struct FoundFile {
    std::string path;
    std::string name;                  ///< without its extension
    std::string extension;             ///< lower case, with the dot
    std::vector<std::string> folders;  ///< under the root
};

Result<std::vector<FoundFile>> files_under(const std::string& root) {
    std::error_code trouble;
    std::vector<FoundFile> files;
    const auto no_folder = [&] {
        return fail(problem(code::file_missing, {"Không đọc được thư mục", "the folder cannot be read"},
                            {"Kiểm tra lại đường dẫn và quyền đọc", "check the path and the permissions"})
                        .in_file(root));
    };
    if (!fs::is_directory(root, trouble)) return no_folder();
    auto entry = fs::recursive_directory_iterator(root, fs::directory_options::skip_permission_denied, trouble);
    for (; !trouble && entry != fs::recursive_directory_iterator(); entry.increment(trouble)) {
        std::error_code unreadable;
        if (!entry->is_regular_file(unreadable)) continue;
        const fs::path& path = entry->path();
        FoundFile file{path.string(), path.stem().string(), lower(path.extension().string()), {}};
        for (const auto& part : path.lexically_relative(root).parent_path()) file.folders.push_back(part.string());
        files.push_back(std::move(file));
    }
    if (trouble) return no_folder();
    std::sort(files.begin(), files.end(), [](const FoundFile& a, const FoundFile& b) { return a.path < b.path; });
    return files;
}

bool is_scan(const std::string& extension) {
    static const std::set<std::string> extensions{".jpg", ".jpeg", ".png",  ".tif",  ".tiff",
                                                  ".bmp", ".webp", ".heic", ".heif", ".pdf"};
    return extensions.contains(extension);
}

std::size_t common_tail(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const auto [at, _] = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
    return static_cast<std::size_t>(at - a.rbegin());
}

struct TruthFile {
    FoundFile file;
    std::string stem;
    std::map<std::string, std::string> scans;  ///< level → path
};

class Matching {
public:
    explicit Matching(const std::vector<FoundFile>& under_truth) {
        for (const FoundFile& file : under_truth) {
            const std::string name = fs::path(file.path).filename().string();
            if (!name.ends_with(truth_suffix) || name.size() == truth_suffix.size()) continue;
            const std::string stem = name.substr(0, name.size() - truth_suffix.size());
            by_stem_[stem].push_back(truths_.size());
            truths_.push_back({file, stem, {}});
        }
        for (const FoundFile& file : under_truth) {
            if (!is_scan(file.extension)) continue;
            const auto [truth, level] = truth_of(file);
            if (truth != nullptr && truth->file.folders == file.folders) truth->scans.try_emplace(level, file.path);
        }
    }

    /// The truth an output or scan belongs to, and its level; nullptr where there is none.
    std::pair<TruthFile*, std::string> truth_of(const FoundFile& file) {
        std::string stem = file.name;
        std::string level = "-";
        auto found = by_stem_.find(stem);
        if (found == by_stem_.end()) {
            std::tie(stem, level) = stem_and_level(file.name);
            found = by_stem_.find(stem);
        }
        if (found == by_stem_.end()) return {nullptr, level};
        const auto best =
            std::max_element(found->second.begin(), found->second.end(), [&](std::size_t a, std::size_t b) {
                return common_tail(truths_[a].file.folders, file.folders) <
                       common_tail(truths_[b].file.folders, file.folders);
            });
        return {&truths_[*best], level};
    }

    std::vector<TruthFile>& truths() { return truths_; }

private:
    std::vector<TruthFile> truths_;
    std::map<std::string, std::vector<std::size_t>> by_stem_;
};

/// The output files of one scan. Of two that claim it, the one whose folders end most like the truth's stays.
struct Outputs {
    const FoundFile* json = nullptr;
    const FoundFile* text = nullptr;

    void take(const FoundFile& file, const TruthFile& truth) {
        const FoundFile*& place = file.extension == ".json" ? json : text;
        const auto closeness = [&](const FoundFile& f) { return common_tail(truth.file.folders, f.folders); };
        if (place == nullptr || closeness(file) > closeness(*place)) place = &file;
    }
};

using OutputsByScan = std::map<std::pair<TruthFile*, std::string>, Outputs>;

OutputsByScan outputs_by_scan(Matching& matching, const std::vector<FoundFile>& under_output) {
    OutputsByScan outputs;
    for (const FoundFile& file : under_output) {
        if (file.extension != ".json" && file.extension != ".txt") continue;
        if (file.path.ends_with(truth_suffix)) continue;
        const auto [truth, level] = matching.truth_of(file);
        if (truth == nullptr) continue;
        const bool text_of_truth =
            level == "-" && fs::path(file.path).parent_path() == fs::path(truth->file.path).parent_path();
        if (!text_of_truth) outputs[{truth, level}].take(file, *truth);
    }
    return outputs;
}

Failure no_such_level(const std::string& level, const std::set<std::string>& levels_there) {
    std::string names;
    for (const std::string& name : levels_there) names += (names.empty() ? "" : ", ") + name;
    return fail(problem(code::usage,
                        {fmt::format("Không có mức “{}”; các mức: {}", level, names),
                         fmt::format("there is no level \"{}\"; the levels: {}", level, names)},
                        {"Chọn một trong các mức ấy cho --level", "choose one of them for --level"}));
}

/// Keeps the outputs of the levels wanted, all of them where none was named. Fails where a level is found neither among
/// the scans nor among the outputs.
Result<void> keep_levels(const std::set<std::string>& wanted, Matching& matching, OutputsByScan& outputs) {
    if (wanted.empty()) return {};
    std::set<std::string> there;
    for (const auto& [scan, _] : outputs) there.insert(scan.second);
    for (const TruthFile& truth : matching.truths()) {
        for (const auto& [level, _] : truth.scans) there.insert(level);
    }
    for (const std::string& level : wanted) {
        if (!there.empty() && !there.contains(level)) return no_such_level(level, there);
    }
    std::erase_if(outputs, [&](const auto& each) { return !wanted.contains(each.first.second); });
    return {};
}

Pair pair_of(const TruthFile& truth, const std::string& level, const Outputs& outputs) {
    const auto scan = truth.scans.find(level);
    return {truth.stem,
            level,
            truth.file.path,
            scan == truth.scans.end() ? "" : scan->second,
            outputs.json == nullptr ? "" : outputs.json->path,
            outputs.text == nullptr ? "" : outputs.text->path};
}

/// Adds the scans without output, and truths that have neither scan nor output.
void demand_missing(Matching& matching, std::set<std::string> levels, OutputsByScan& outputs, Pairing& pairing) {
    const bool filtered = !levels.empty();
    std::set<const TruthFile*> answered;
    for (const auto& [scan, _] : outputs) {
        answered.insert(scan.first);
        levels.insert(scan.second);
    }
    std::map<std::string, std::size_t> untouched;
    for (TruthFile& truth : matching.truths()) {
        for (const auto& [level, path] : truth.scans) {
            if (levels.contains(level)) {
                outputs.try_emplace({&truth, level});
            } else if (!filtered) {
                ++untouched[level];
            }
        }
        if (truth.scans.empty() && !answered.contains(&truth)) {
            outputs.try_emplace({&truth, levels.size() == 1 ? *levels.begin() : "?"});
        }
    }
    pairing.untouched.assign(untouched.begin(), untouched.end());
}

Failure nothing_paired(const std::string& output_folder) {
    return fail(
        problem(code::file_missing,
                {"Không có kết quả nào khớp với tệp <tên>.truth.json", "no output belongs to a <stem>.truth.json"},
                {"Đặt tên tệp quét là <tên>.<mức>.jpg bên cạnh <tên>.truth.json rồi số hóa lại",
                 "name scans <stem>.<level>.jpg beside <stem>.truth.json and digitise again"})
            .in_file(output_folder));
}

}  // namespace

std::pair<std::string, std::string> stem_and_level(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == name.size()) return {std::string(name), "-"};
    return {std::string(name.substr(0, dot)), std::string(name.substr(dot + 1))};
}

Result<Pairing> pair_up(const std::string& truth_folder, const std::string& output_folder,
                        const std::vector<std::string>& levels) {
    const auto under_truth = files_under(truth_folder);
    if (!under_truth) return fail(under_truth.error());
    const auto under_output = files_under(output_folder);
    if (!under_output) return fail(under_output.error());

    Matching matching(*under_truth);
    const std::set<std::string> wanted(levels.begin(), levels.end());
    OutputsByScan outputs = outputs_by_scan(matching, *under_output);
    if (auto kept = keep_levels(wanted, matching, outputs); !kept) return fail(kept.error());
    if (outputs.empty()) return nothing_paired(output_folder);
    Pairing pairing;
    demand_missing(matching, wanted, outputs, pairing);
    for (const auto& [scan, files] : outputs) pairing.pairs.push_back(pair_of(*scan.first, scan.second, files));
    std::sort(pairing.pairs.begin(), pairing.pairs.end(), [](const Pair& a, const Pair& b) {
        return std::tie(a.stem, a.level, a.truth_path) < std::tie(b.stem, b.level, b.truth_path);
    });
    return pairing;
}

}  // namespace sohoa::evaluate
