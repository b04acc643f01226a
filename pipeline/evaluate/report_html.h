#pragma once
#include <string>

#include "pipeline/evaluate/tally.h"
#include "pipeline/evaluate/worst.h"

namespace sohoa::evaluate {

/// One page, complete in itself: the figures by level, then the worst lines and the failed fields, each with its
/// snippet of the scan and with what was lost and added marked. Unless `show_numbers`, identity numbers are masked in
/// texts, and snippets that would show one are left out.
std::string report_html(const Evaluation& evaluation, const WorstCases& worst, bool show_numbers);

}  // namespace sohoa::evaluate
