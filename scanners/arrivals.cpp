#include "scanners/arrivals.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sys/stat.h>

#include "base/files.h"
#include "scanners/natural_order.h"
#include "scanners/output_names.h"
#include "scanners/page_sequence.h"
#include "scanners/paper_folder.h"

namespace sohoa::scanners {

namespace fs = std::filesystem;

namespace {

/// The name that a folder has wherever it was called from: "." and "a/.." have one too.
std::string name_of_folder(const std::string& path) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(path, error);
    const std::string name = (error ? fs::path(path).lexically_normal() : whole).filename().string();
    return name.empty() ? "root" : name;
}

class Plan {
public:
    Plan(const std::string& output_folder, bool join, const IsResult& is_result, Links links)
        : output_folder_(output_folder), join_(join), is_result_(is_result), links_(links) {
        const FileId output = file_id(output_folder);
        if (output != FileId{}) excluded_.insert(output);
    }

    void add_files(const std::vector<std::string>& files) {
        for (const auto& file : files) names_[""].expect(stem_of(name_of_file(file)));
        if (join_ && files.size() > 1) {
            add_joined(files);
            return;
        }
        for (const auto& file : files) add_document({file}, "", stem_of(name_of_file(file)));
    }

    void add_folder(const std::string& path) {
        const std::string name = dossier_names_.take(name_of_folder(path));
        // Results beside the papers: what an earlier run wrote must not become papers of this one.
        std::set<FileId> visited = excluded_;
        if (visited.erase(file_id(path)) > 0) visited.insert(file_id(output_folder_ + "/" + name));
        const std::size_t before = arrivals_.documents.size();
        const std::size_t problems_before = arrivals_.problems.size();
        walk(path, name, name_of_folder(path), visited, 0);
        if (arrivals_.documents.size() == before && arrivals_.problems.size() == problems_before) {
            arrivals_.problems.push_back(
                problem(code::no_pages, {"Thư mục không có giấy tờ nào", "there are no papers in the folder"},
                        {"Đặt ảnh hoặc PDF vào thư mục này", "put pictures or PDFs into this folder"})
                    .in_file(path));
        }
    }

    void add_problem(Problem problem) { arrivals_.problems.push_back(std::move(problem)); }

    Arrivals result() && { return std::move(arrivals_); }

private:
    static std::string name_of_file(const std::string& path) { return fs::path(path).filename().string(); }

    void add_document(std::vector<std::string> files, const std::string& folder, const std::string& stem) {
        arrivals_.documents.push_back({std::move(files), folder, names_[folder].take(stem)});
    }

    /// Files named one by one: a shell gives them in the order of bytes, in which page 10 stands before page 2; any
    /// other order was chosen by the user.
    void add_joined(std::vector<std::string> files) {
        if (std::is_sorted(files.begin(), files.end())) std::sort(files.begin(), files.end(), natural_less);
        std::vector<std::string> names;
        for (const auto& file : files) names.push_back(name_of_file(file));
        const auto groups = group_numbered(names);
        const bool one_sequence = groups.size() == 1 && !groups.front().stem.empty();
        add_document(files, "", one_sequence ? stem_of(groups.front().stem + ".") : stem_of(names.front()));
    }

    void walk(const std::string& path, const std::string& folder, const std::string& name, std::set<FileId>& visited,
              int depth) {
        static constexpr int deepest = 200;
        if (depth > deepest || !visited.insert(file_id(path)).second) return;
        PaperFolder content = list_papers(path, arrivals_.problems, links_);
        for (auto* files : {&content.papers, &content.passed_over})
            std::erase_if(*files, [&](const auto& file) { return is_result_ && is_result_(path + "/" + file); });
        pass_over(path, content);
        if (!content.papers.empty()) add_dossier(path, folder, name, content.papers);
        for (const auto& inner : content.folders)
            walk(path + "/" + inner, folder + "/" + inner, inner, visited, depth + 1);
    }

    /// "a.office.jpg" is named a.office and a.
    static std::vector<std::string> names_of(const std::string& file) {
        std::vector<std::string> names;
        for (auto dot = file.find('.'); dot != std::string::npos; dot = file.find('.', dot + 1))
            names.push_back(file.substr(0, dot));
        return names;
    }

    void pass_over(const std::string& path, const PaperFolder& content) {
        std::set<std::string> papers;
        for (const auto& paper : content.papers) {
            for (auto& name : names_of(paper)) papers.insert(std::move(name));
        }
        for (const auto& file : content.passed_over) {
            const auto names = names_of(file);
            const bool beside =
                std::any_of(names.begin(), names.end(), [&](const auto& name) { return papers.contains(name); });
            (beside ? arrivals_.beside_papers : arrivals_.passed_over).push_back(path + "/" + file);
        }
    }

    void add_dossier(const std::string& path, const std::string& folder, const std::string& name,
                     const std::vector<std::string>& papers) {
        OutputNames& names = names_[folder];
        names.reserve("dossier");  // dossier.json lists the documents
        std::vector<PageSequence> documents;
        if (join_) {
            documents = group_numbered(papers);
        } else {
            for (const auto& paper : papers) documents.push_back({{paper}, stem_of(paper)});
        }
        for (auto& document : documents) {
            if (document.stem.empty()) document.stem = stem_of(name + ".");
            if (document.stem.size() > longest_stem) document.stem = stem_of(document.stem + ".");
            names.expect(document.stem);
        }
        for (const auto& document : documents) {
            std::vector<std::string> files;
            for (const auto& file : document.names) files.push_back(path + "/" + file);
            add_document(std::move(files), folder, document.stem);
        }
        arrivals_.dossiers.push_back({folder, name});
    }

    std::string output_folder_;
    bool join_;
    IsResult is_result_;
    Links links_;
    std::set<FileId> excluded_;
    Arrivals arrivals_;
    std::map<std::string, OutputNames> names_;  ///< by folder of results
    OutputNames dossier_names_;
};

std::string without_slashes_at_end(std::string path) {
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    return path;
}

}  // namespace

Arrivals plan_arrivals(const std::vector<std::string>& inputs, const std::string& output_folder, bool join,
                       const IsResult& is_result, Links links) {
    Plan plan(output_folder, join, is_result, links);
    std::vector<std::string> files;
    std::vector<std::string> folders;
    std::set<std::string> seen;
    for (const auto& input : inputs) {
        const std::string path = without_slashes_at_end(input);
        if (!seen.insert(path).second) continue;
        struct stat status {};
        if (::stat(path.c_str(), &status) != 0) {
            plan.add_problem(unreadable(input));
        } else if (S_ISDIR(status.st_mode)) {
            folders.push_back(path);
        } else {
            files.push_back(path);
        }
    }
    plan.add_files(files);
    for (const auto& folder : folders) plan.add_folder(folder);
    return std::move(plan).result();
}

}  // namespace sohoa::scanners
