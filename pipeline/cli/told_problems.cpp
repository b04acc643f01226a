#include "pipeline/cli/told_problems.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <tuple>

#include "base/masking.h"

namespace sohoa::cli {

namespace {

std::string ranges_of(std::vector<int> pages) {
    constexpr int most_ranges = 5;
    std::sort(pages.begin(), pages.end());
    std::string text;
    int ranges = 0;
    for (std::size_t k = 0; k < pages.size() && ranges < most_ranges; ++ranges) {
        std::size_t end = k + 1;
        while (end < pages.size() && pages[end] <= pages[end - 1] + 1) ++end;
        text += (text.empty() ? "" : ", ") + std::to_string(pages[k]);
        if (pages[end - 1] > pages[k]) text += "–" + std::to_string(pages[end - 1]);
        k = end;
        if (k < pages.size() && ranges + 1 == most_ranges) text += ", …";
    }
    return text;
}

bool is_lost(const Problem& problem) {
    return problem.severity == Severity::error || problem.code == code::content_lost;
}

/// Errors were told when they happened.
std::vector<Problem> to_be_listed(const run::DocumentSummary& document, bool whole) {
    std::vector<Problem> listed;
    std::copy_if(document.problems.begin(), document.problems.end(), std::back_inserter(listed),
                 [&](const Problem& each) {
                     return each.severity == Severity::warning || (whole && each.severity == Severity::note);
                 });
    return listed;
}

}  // namespace

std::vector<SharedProblem> told_once(const std::vector<Problem>& problems) {
    std::vector<SharedProblem> all;
    std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> known;
    for (const Problem& each : problems) {
        const auto [place, is_new] =
            known.try_emplace({each.file, each.code, each.message.vi, each.remedy.vi}, all.size());
        if (is_new) {
            all.push_back({each, {}});
            all.back().problem.page = 0;
        }
        if (each.page > 0) all[place->second].pages.push_back(each.page);
    }
    return all;
}

std::string describe(const SharedProblem& shared, Language language) {
    const auto& [problem, pages] = shared;
    if (pages.empty()) return masked(describe(problem, language));
    const bool english = language == Language::english;
    std::string line = problem.file.empty() ? "" : problem.file + ", ";
    line += (!english ? "trang " : pages.size() > 1 ? "pages " : "page ") + ranges_of(pages);
    if (pages.size() > 1) line += fmt::format(" ({} {})", pages.size(), english ? "pages" : "trang");
    Problem what = problem;
    what.file.clear();
    return masked(line + ": " + describe(what, language));
}

std::string mark_of(const run::DocumentSummary& document) {
    if (document.state == run::DocumentSummary::State::failed) return "✗";
    const bool lost = std::any_of(document.problems.begin(), document.problems.end(), is_lost);
    return lost || document.bad_pages > 0 ? "!" : "✓";
}

std::string list_of_warnings(const std::vector<run::DocumentSummary>& documents, bool whole, Language language) {
    constexpr std::size_t most_lines = 3;
    constexpr std::size_t most_documents = 20;
    std::string list;
    std::size_t listed = 0;
    std::size_t left_out = 0;
    for (const run::DocumentSummary& document : documents) {
        if (document.state == run::DocumentSummary::State::failed) continue;
        const auto problems = told_once(to_be_listed(document, whole));
        if (problems.empty()) continue;
        const std::size_t lines = whole                     ? problems.size()
                                  : listed < most_documents ? std::min(most_lines, problems.size())
                                                            : 0;
        left_out += problems.size() - lines;
        if (lines == 0) continue;
        ++listed;
        list += mark_of(document) + " " + masked(document.output) + "\n";
        for (std::size_t k = 0; k < lines; ++k) {
            SharedProblem each = problems[k];
            if (each.problem.file == document.input) each.problem.file.clear();  // the document says it
            list += "    " + describe(each, language) + "\n";
        }
    }
    if (list.empty()) return {};
    list = in(language, {"Cần lưu ý", "to look at"}) + ":\n" + list;
    if (left_out > 0) {
        list += "  … " +
                in(language,
                   {fmt::format("còn {} điều nữa: xem mục problems của tệp .json, hoặc thêm -v khi số hóa", left_out),
                    fmt::format("{} more: see problems in the .json file, or digitize with -v", left_out)}) +
                "\n";
    }
    return list;
}

}  // namespace sohoa::cli
