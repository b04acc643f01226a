#pragma once
#include <string>

#include "pipeline/evaluate/tally.h"

namespace sohoa::evaluate {

/// The evaluation for programs, schema "sohoa-evaluation/1": `all`, `levels`, `kinds`, `levels_and_kinds`, `fields`,
/// `missing`, `untouched`. A share is {"count", "of", "value", "low", "high"}; value, low and high are null where
/// `of` is 0. `reliability` stands where words tell a confidence: `sure_share` and `sure_right` are of words told 0.99
/// and more; each of `bins` has the mean told confidence and the share of right words.
std::string json_of(const Evaluation& evaluation);

}  // namespace sohoa::evaluate
