#pragma once
#include <string_view>

#include "base/bilingual.h"
#include "base/problem.h"

namespace sohoa::ocr {

/// An issue of Quality in words for the person who scanned the page.
struct IssueWords {
    Bilingual what;
    Bilingual advice;
};

/// Words for an issue of Quality::issues; an unknown one goes by its own name.
IssueWords words_for_issue(std::string_view issue);

/// Words for a Quality::verdict.
Bilingual words_for_verdict(std::string_view verdict);

/// The issue as something to be told about a page: a warning with the issue's name as code.
Problem problem_of_issue(std::string_view issue);

}  // namespace sohoa::ocr
