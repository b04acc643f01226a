#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// What a place of a paper can hold.
enum class Grammar {
    digits,  ///< nothing but digits: an identity number, a count
    date,    ///< day, month and year in figures: "05/03/2024", "ngày 5 tháng 3 năm 2024"
    code,    ///< capitals of the Latin alphabet, Đ, digits, and "/", "-", "." between them: "AA 00000859"
};

std::string_view name_of(Grammar grammar);
/// nullopt for a name that is none.
std::optional<Grammar> grammar_named(std::string_view name);

/// A place to be read again by its grammar.
struct RereadPlace {
    Quad quad;  ///< in pixels of the scan: what is written there now runs from its left side to its right
    Grammar grammar = Grammar::digits;
};

/// What a place says where it can say nothing but what its grammar allows.
struct GrammarReading {
    std::string text;       ///< digits without blanks; a date as "05/03/2024"; a code with single blanks
    double confidence = 0;  ///< 0 … 1; only for comparison with other readings of the place
};

/// The likeliest text of a grammar among what a recogniser took each letter for (Word::symbols), and what looks like
/// it. nullopt where there is none: a letter that is like no digit, a month above twelve.
std::optional<GrammarReading> reading_by(Grammar grammar, const std::vector<Word>& words);

/// The text that most readings of one place agree on, each weighed by its confidence; of one that stands alone half of
/// it is left. nullopt without readings.
std::optional<GrammarReading> agreed(const std::vector<GrammarReading>& readings);

}  // namespace sohoa::ocr
