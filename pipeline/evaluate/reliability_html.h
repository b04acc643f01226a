#pragma once
#include <string>

#include "pipeline/evaluate/tally.h"

namespace sohoa::evaluate {

/// The section of the report on how far words may be trusted: the promise on sure words by level, a reliability diagram
/// (SVG) and its figures as a table. Empty where no word of the outputs tells a confidence.
///
/// Both axes of the diagram are logarithmic in the error 1 - p, from one word wrong in two to one in ten thousand,
/// as nearly all words lie above 0.9. What lies beyond an axis is drawn hollow at its end.
std::string reliability_html(const Evaluation& evaluation);

}  // namespace sohoa::evaluate
