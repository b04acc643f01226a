#pragma once
#include <string>
#include <vector>

#include "ocr/codes/mrz_glyphs.h"
#include "ocr/codes/mrz_layout.h"

namespace sohoa::ocr {

/// What every cell of a zone was judged to be: rows of a format's length.
using MrzJudgements = std::vector<std::vector<MrzJudgement>>;

struct MrzText {
    std::vector<std::string> lines;
    /// What the check digits cost: by how much (natural logarithm) the cells speak for the likeliest characters more
    /// than for those of `lines`. 0 where nothing had to give way.
    double cost = 0;
    /// By how much `lines` are likelier than the next best that satisfies all check digits.
    double margin = 0;
};

/// The likeliest text whose characters may stand where they stand (mrz_layout.h) and whose check digits all hold.
/// Vietnamese papers are told by their state and then held to their narrower grammar: the number of a card is printed
/// twice. Exact: every combination of likely characters is weighed, by dynamic programming over the sums of the check
/// digits. No lines where nothing satisfies them.
MrzText checked_mrz_text(MrzFormat format, const MrzJudgements& cells);

/// The likeliest text by what may stand where, whatever its check digits say; cost and margin are 0.
MrzText plain_mrz_text(MrzFormat format, const MrzJudgements& cells);

}  // namespace sohoa::ocr
