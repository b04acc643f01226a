#pragma once
#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// One entry of `pages[]` of schema sohoa/1 (docs/contract.md) without `index`. Confidences have at most 4 decimals,
/// skew 2. Lines also carry `baseline` [x1, y1, x2, y2] with one decimal.
nlohmann::ordered_json to_json(const PageReading& page);

/// The way back, for what a worker wrote; fails with internal_error on anything to_json would not write.
Result<PageReading> page_reading_from_json(const nlohmann::ordered_json& json);

nlohmann::ordered_json to_json(const Problem& problem);
Result<Problem> problem_from_json(const nlohmann::ordered_json& json);

}  // namespace sohoa::ocr
