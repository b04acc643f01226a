#pragma once
#include <optional>
#include <vector>

#include "pipeline/dossier/document.h"
#include "pipeline/dossier/letterhead.h"
#include "pipeline/dossier/sheet.h"
#include "pipeline/dossier/wording.h"

namespace sohoa::dossier {

/// The line (or lines) of a page that name its kind.
struct Title {
    const KindRule* rule = nullptr;
    const Phrase* phrase = nullptr;    ///< of the rule's titles
    double score = 0;                  ///< 0 … 1: how well it matches, and whether it stands like a title
    std::vector<const Piece*> pieces;  ///< from top to bottom
    std::size_t end = 0;               ///< of the title in the last piece; what follows belongs to the summary
};

/// Which copy the title says the paper is: copy_kind "trich_luc" or "ban_sao"; nullopt where it says nothing.
std::optional<Field> copy_field(const Title& title);

/// The best title on a page; nullopt where nothing looks like one.
std::optional<Title> find_title(const Sheet& sheet, const Letterhead& head);

/// Kind by title, by the abbreviation in the symbol, and by the shape of the page (a công văn has no title).
Kind kind_of(const Sheet& first_page, const std::optional<Title>& title, const Letterhead& head);

Field title_field(const Title& title);

/// Trích yếu: the centred lines under the title, or "V/v …" under the number of a công văn.
std::optional<Field> read_summary(const Sheet& first_page, const std::optional<Title>& title, const Letterhead& head);

}  // namespace sohoa::dossier
