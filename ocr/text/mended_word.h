#pragma once
#include <string>
#include <string_view>

namespace sohoa::ocr {

/// A word in which the recogniser took a sign that Vietnamese does not have for one that it has, mended:
///
/// - letters of other alphabets: Icelandic "QÐ" → "QĐ", Spanish "S¡" → "Si", French "đaï" → "đai", where that is a
/// word;
/// - an italic f: "oƒ" → "of", "{rom" → "from";
/// - letters for digits in numbers: "ó,75" → "6,75", "2o24" → "2024";
/// - the raised two that its alphabet lacks: "m?" → "m²".
///
/// Any other word comes back as it is.
std::string mended_word(std::string_view word);

}  // namespace sohoa::ocr
