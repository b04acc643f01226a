#pragma once
#include <string_view>

#include "base/bilingual.h"

namespace sohoa::inspect {

/// What a step of the preparation is called and how it works, for people.
struct StepWords {
    std::string_view step;  ///< as in ocr::PreparationStep
    Bilingual name;
    Bilingual method;
};

/// Words for a step; a step without words goes by its own name.
StepWords words_for_step(std::string_view step);

}  // namespace sohoa::inspect
