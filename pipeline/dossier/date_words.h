#pragma once
#include <optional>
#include <string_view>

#include "base/date.h"

namespace sohoa::dossier {

/// "Ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi" is 2020-04-15. Every word must be a number's word, marks
/// and all: nullopt for anything else, so that a misread word is no witness.
std::optional<Date> date_in_words(std::string_view text);

}  // namespace sohoa::dossier
