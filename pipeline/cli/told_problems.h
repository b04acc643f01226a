#pragma once
#include <string>
#include <vector>

#include "base/problem.h"
#include "pipeline/run/progress.h"

namespace sohoa::cli {

/// One problem of several pages of a file.
struct SharedProblem {
    Problem problem;         ///< without its page
    std::vector<int> pages;  ///< empty where the whole file is meant
};

/// The same said of several pages is one; in the order of the first of each.
std::vector<SharedProblem> told_once(const std::vector<Problem>& problems);

/// One line: "don.pdf, trang 1–3, 5: …", of many scattered pages the first and their number. Numbers of persons are
/// masked.
std::string describe(const SharedProblem& shared, Language language);

/// ✓, ! where somebody has to look or to scan again (content or pages are lost, a page is judged bad), ✗ for none made.
std::string mark_of(const run::DocumentSummary& document);

/// What is to be looked at in documents that were made, document by document with what to do, and how to see what is
/// left out here. `whole` leaves nothing out. Empty where there is nothing to tell.
std::string list_of_warnings(const std::vector<run::DocumentSummary>& documents, bool whole, Language language);

}  // namespace sohoa::cli
