#pragma once
#include <string>

#include "pipeline/evaluate/tally.h"

namespace sohoa::evaluate {

/// The evaluation for programs, schema "sohoa-evaluation/1": `all`, `levels`, `kinds`, `levels_and_kinds`, `fields`,
/// `missing`, `untouched`. A share is {"count", "of", "value", "low", "high"}; value, low and high are null where
/// `of` is 0.
std::string json_of(const Evaluation& evaluation);

}  // namespace sohoa::evaluate
