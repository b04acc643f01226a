#pragma once
#include <vector>

#include "ocr/page_reading.h"
#include "pipeline/dossier/document.h"

namespace sohoa::dossier {

/// Fields of the first code on a page that is a citizen card's; empty when there is none. A code carries its own error
/// correction and its fields passed their grammar, so they are accepted.
std::vector<Field> read_card_codes(const ocr::PageReading& page, int number);

}  // namespace sohoa::dossier
