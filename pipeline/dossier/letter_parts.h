#pragma once
#include <vector>

#include "pipeline/dossier/document.h"
#include "pipeline/dossier/sheet.h"

namespace sohoa::dossier {

/// "Kính gửi: …": to whom a letter goes, several joined by "; ". Empty when there is none.
std::vector<Field> read_addressee(const Sheet& first_page);

/// Căn cứ that name a paper by its number: bases[0].number ("30/2020/NĐ-CP") and bases[0].date, and so on.
std::vector<Field> read_bases(const Sheet& first_page);

/// "Nơi nhận:" recipients[0], recipients[1], … without their dashes; "Lưu: VT, …" is the last.
std::vector<Field> read_recipients(const Sheet& page);

/// Urgency and secrecy marks under the letterhead of a first page.
std::vector<Field> read_handling_marks(const Sheet& first_page);

}  // namespace sohoa::dossier
