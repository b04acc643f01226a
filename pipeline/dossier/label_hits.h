#pragma once
#include <string>
#include <vector>

#include "pipeline/dossier/label_table.h"
#include "pipeline/dossier/sheet.h"

namespace sohoa::dossier {

/// A label on a page.
struct LabelHit {
    const Piece* piece = nullptr;
    std::size_t begin = 0;            ///< of the label in the piece
    std::size_t end = 0;              ///< where its value may begin: after colon, footnote mark, translation
    const LabelRule* rule = nullptr;  ///< nullptr: a stop, after which no value goes on
    const Phrase* phrase = nullptr;
    bool person = false;  ///< rule is of the person table
    bool starts = false;  ///< nothing but its numbering stands before it in the piece
};

/// Labels of a page in reading order, without overlaps. The hits point into the page, the rules and the label table,
/// and are good as long as those; `person_rules` may be nullptr.
std::vector<LabelHit> find_labels(const Sheet& page, const std::vector<LabelRule>& rules,
                                  const std::vector<LabelRule>* person_rules);

}  // namespace sohoa::dossier
