#pragma once
#include <string>

#include "base/bilingual.h"
#include "pipeline/evaluate/tally.h"

namespace sohoa::evaluate {

/// The tables for a terminal: text by level and kind, how far told confidences hold, fields by level, kind and name,
/// what is missing. Every share stands with its n and its 95 % Wilson bounds. Lines end in '\n'.
std::string table_of(const Evaluation& evaluation, Language language);

/// "0.36 [0.31–0.42]" in per cent; "–" where n is 0.
std::string percent_with_bounds(const Share& share);

}  // namespace sohoa::evaluate
