#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sohoa {

/// Unicode NFC. Bytes that are no UTF-8 become U+FFFD, so the result is always valid.
std::string nfc(std::string_view text);

/// Valid UTF-8 whatever came in: bad bytes become U+FFFD; control characters other than \n and \t become blanks.
std::string valid_utf8(std::string_view text);

/// Without marks and with đ → d, Đ → D; case kept: "Đỗ Thị Đường" → "Do Thi Duong". Other letters stay as they are.
std::string without_marks(std::string_view text);

/// Lower case of every letter (NFC).
std::string lower(std::string_view text);

/// Upper case of every letter (NFC).
std::string upper(std::string_view text);

/// For comparing and searching: lower case, without marks, runs of white space as one blank, trimmed.
std::string folded(std::string_view text);

/// NFC, no white space at the ends, runs of white space (line ends and no-break spaces too) as one blank.
std::string single_spaced(std::string_view text);

/// Old and new placement of tone marks made one: "hòa" → "hoà", "thủy" → "thuỷ"; "quý" and "hoàn" stay.
/// For comparisons only.
std::string new_tone_placement(std::string_view text);

/// Code points of valid UTF-8; bad bytes become U+FFFD.
std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);

/// White space of any kind: blanks, tabs, line ends, no-break and typographic spaces.
bool is_blank(char32_t c);

/// True for the letters of the Vietnamese alphabet in either case (NFC), f, j, w and z included.
bool is_vietnamese_letter(char32_t c);

/// True for 0 … 9.
bool is_digit(char32_t c);

/// True for what Vietnamese words, numbers and codes are made of.
bool is_letter_or_digit(char32_t c);

/// True for the capitals among those letters.
bool is_capital(char32_t c);

/// True for what words are made of when searching: letters and digits of any script, and marks upon them.
bool is_word_character(char32_t c);

/// Words between white space.
std::vector<std::string> words_of(std::string_view text);

}  // namespace sohoa
