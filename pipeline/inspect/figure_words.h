#pragma once
#include <string>

#include "base/bilingual.h"
#include "pipeline/inspect/inspection.h"

namespace sohoa::inspect {

/// A figure of the preparation for people.
struct FigureWords {
    Bilingual name;
    Bilingual value;      ///< with its unit
    Bilingual bound;      ///< what it is judged by; empty where it only informs
    bool beyond = false;  ///< the bound
};

/// A figure without words goes by its own name.
FigureWords words_for_figure(const InspectedFigure& figure);

}  // namespace sohoa::inspect
