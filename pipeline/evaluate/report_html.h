#pragma once
#include <string>

#include "pipeline/evaluate/tally.h"
#include "pipeline/evaluate/worst.h"

namespace sohoa::evaluate {

/// One page, complete in itself: the figures by level, then the worst lines and the failed fields, each with its
/// snippet of the scan and with what was lost and added marked. Unless `show_personal`, personal numbers are masked in
/// texts, and left out are the snippets that would show one, those of persons' fields, and all of cards.
std::string report_html(const Evaluation& evaluation, const WorstCases& worst, bool show_personal);

}  // namespace sohoa::evaluate
