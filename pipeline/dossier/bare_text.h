#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sohoa::dossier {

/// Lower case without marks, one code point for one: offsets in the result are offsets in `text` (NFC).
std::u32string bare(std::u32string_view text);
std::u32string bare(std::string_view text);

/// Letter or digit of any script this program meets.
bool is_word_character(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);

/// The first place from `at` on where no blank stands; the end of the text where there is none.
std::size_t after_blanks(std::u32string_view text, std::size_t at);

/// Where a phrase stands in a text, and how far the text is from it.
struct Match {
    std::size_t begin = 0;
    std::size_t end = 0;
    double errors = 0;  ///< letters that differ; punctuation, blanks and look-alikes count less than one
};

/// Letters that differ between two bare texts (weighted edit distance): a letter 1, punctuation and blanks 0.3,
/// look-alikes of recognisers (l/i/1, o/0, b/8, …) 0.4.
double differing_letters(std::u32string_view a, std::u32string_view b);

/// 1 for equal texts, 0 for texts with nothing in common.
double similarity(std::u32string_view a, std::u32string_view b);

/// The best place of `phrase` in `text` that begins and ends at word ends, with at most `most_errors` (Sellers 1980).
/// Both are bare. The earliest of equally good places.
std::optional<Match> find_phrase(std::u32string_view text, std::u32string_view phrase, double most_errors);

/// The same, only at the start of the text; up to three characters of noise before it are passed over.
std::optional<Match> starts_with_phrase(std::u32string_view text, std::u32string_view phrase, double most_errors);

/// Errors that a phrase of this length may have and still be believed: about one letter in six.
double allowed_errors(std::u32string_view phrase);

}  // namespace sohoa::dossier
