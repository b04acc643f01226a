#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/evaluate/paper.h"

namespace sohoa::evaluate {

/// A word of an output beside what the truth says in its place.
struct JudgedWord {
    ReadWord word;
    bool right = false;
    std::string truth;  ///< the word that stands there, in scored form; empty where nothing does
};

/// Says of each word of an output, given in reading order, whether it is right.
///
/// Both sides are compared as text is scored (scored_text.h). Words are aligned whole at the smallest edit distance;
/// one that the alignment does not match, as where lines stand in another order, is right when the truth has a word
/// like it that nothing else matched. Handwriting may be read as anything, so what was read in its place or straight
/// beside it is no witness and left out of the answer, as is a word like a handwritten one that was read nowhere else.
///
/// A truth without words judges nothing; nor are texts over 20 000 words (fifty dense pages) judged, for which aligning
/// takes seconds.
std::vector<JudgedWord> judge_words(std::string_view truth, const std::vector<ReadWord>& words);

}  // namespace sohoa::evaluate
