#pragma once
#include <string_view>

#include "ocr/page_reading.h"

namespace sohoa::dossier {

/// A kind whose whole picture is sensitive (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15): identity cards, passports,
/// driving licences and health insurance cards.
bool is_card_kind(std::string_view kind);

/// A field of a person: "holder.birth_date", "mother.id_number", "owner.full_name"; not the signer's and not the
/// paper's.
bool is_personal_field(std::string_view name);

/// Whether a picture of the page shows a card or a number that masked() hides: by its kind, its codes, its machine
/// readable zone or its lines.
bool shows_personal_data(const ocr::PageReading& page);

}  // namespace sohoa::dossier
