#include "pipeline/dossier/date_text.h"

#include <algorithm>
#include <array>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"

namespace sohoa::dossier {

namespace {

/// Digit that a recogniser may have read as this letter; -1 for none.
int digit_of(char32_t c) {
    if (is_digit(c)) return static_cast<int>(c - U'0');
    switch (c) {
        case U'o':
        case U'q':
            return 0;
        case U'l':
        case U'i':
        case U'|':
        case U'!':
        case U'[':
        case U']':
            return 1;
        case U'z':
            return 2;
        case U's':
            return 5;
        case U'b':
            return 8;
        default:
            return -1;
    }
}

bool is_filler(char32_t c) {
    return !is_word_character(c) && c != U'/';
}

std::size_t after_fillers(std::u32string_view text, std::size_t at) {
    while (at < text.size() && is_filler(text[at])) ++at;
    return at;
}

struct Number {
    int value = 0;
    std::size_t end = 0;
    int digits = 0;
    bool exact = true;
};

/// A number of at most `most` digits. A letter stands for a digit only where at least one true digit stands beside it
/// or the whole run looks like digits.
std::optional<Number> number_at(std::u32string_view text, std::size_t at, int most) {
    Number number;
    int true_digits = 0;
    std::size_t k = at;
    while (k < text.size() && number.digits < most) {
        const int digit = digit_of(text[k]);
        if (digit < 0) break;
        number.value = number.value * 10 + digit;
        number.exact = number.exact && is_digit(text[k]);
        true_digits += is_digit(text[k]) ? 1 : 0;
        ++number.digits;
        ++k;
    }
    if (number.digits == 0) return std::nullopt;
    const bool run_goes_on =
        k < text.size() && is_word_character(text[k]) && !is_digit(text[k]) && digit_of(text[k]) < 0;
    if (true_digits == 0 && (run_goes_on || number.digits < 2)) return std::nullopt;
    number.end = k;
    return number;
}

/// A key word that may be misread by one letter and may touch the number after it: end of it.
std::optional<std::size_t> word_at(std::u32string_view text, std::size_t at, std::u32string_view word) {
    if (at >= text.size()) return std::nullopt;
    for (const std::size_t length : {word.size(), word.size() + 1, word.size() - 1}) {
        if (at + length > text.size()) continue;
        const auto candidate = text.substr(at, length);
        if (std::any_of(candidate.begin(), candidate.end(), [](char32_t c) { return c == U' '; })) continue;
        if (differing_letters(candidate, word) <= (length == word.size() ? 1.0 : 0.99 + 0.02)) return at + length;
    }
    return std::nullopt;
}

/// "4† tháng" was written by a pen: the digits are a part of the number only. A sign that stands for the first letter
/// of the next word ("10»ăm") is no such sign.
bool stands_clear(std::u32string_view text, std::size_t end, std::u32string_view word) {
    const auto printed = [](char32_t c) {
        return c == U' ' || c == U'.' || c == U',' || c == U'…' || c == U'_' || c == U'-' || c == U':';
    };
    if (end >= text.size() || printed(text[end]) || is_word_character(text[end])) return true;
    const auto rest = text.substr(end + 1);
    return !rest.empty() && is_word_character(rest.front()) && rest.substr(0, word.size()) != word;
}

/// The words between the parts of a date; the number before `word` may be missing (left to the pen).
struct Part {
    int value = 0;
    bool blank = false;
    bool exact = true;
    std::size_t end = 0;
};

std::optional<Part> part_before(std::u32string_view text, std::size_t at, std::u32string_view word) {
    Part part;
    std::size_t k = after_fillers(text, at);
    const auto number = number_at(text, k, 2);
    if (number && stands_clear(text, number->end, word) && word_at(text, after_fillers(text, number->end), word)) {
        part.value = number->value;
        part.exact = number->exact;
        k = after_fillers(text, number->end);
    } else {
        part.blank = true;
        part.exact = false;
        // What a pen wrote may be read as up to four characters of noise.
        std::size_t noise = 0;
        while (k < text.size() && !word_at(text, k, word) && noise < 5) {
            if (!is_filler(text[k])) ++noise;
            ++k;
        }
    }
    const auto end = word_at(text, k, word);
    if (!end) return std::nullopt;
    part.exact = part.exact && text.substr(k, *end - k) == word;
    part.end = *end;
    return part;
}

std::optional<DateInText> written_date_at(std::u32string_view text, std::size_t begin) {
    const auto day_word = word_at(text, begin, U"ngay");
    if (!day_word) return std::nullopt;
    const auto day = part_before(text, *day_word, U"thang");
    if (!day) return std::nullopt;
    const auto month = part_before(text, day->end, U"nam");
    if (!month) return std::nullopt;
    const auto year = number_at(text, after_fillers(text, month->end), 4);
    if (!year || year->digits != 4) return std::nullopt;
    DateInText result{{year->value, month->value, day->value}, begin, year->end, false};
    if (month->blank || month->value < 1 || month->value > 12) result.date.month = result.date.day = 0;
    if (day->blank || result.date.month == 0 || !is_valid(result.date)) result.date.day = 0;
    if (!is_valid(result.date)) return std::nullopt;
    result.exact = day->exact && month->exact && year->exact && text.substr(begin, *day_word - begin) == U"ngay";
    return result;
}

bool date_separator(char32_t c) {
    return c == U'/' || c == U'-' || c == U'.';
}

/// Place after a separator with blanks around it; nullopt when there is none.
std::optional<std::size_t> after_separator(std::u32string_view text, std::size_t at) {
    while (at < text.size() && text[at] == U' ') ++at;
    if (at >= text.size() || !date_separator(text[at])) return std::nullopt;
    ++at;
    while (at < text.size() && text[at] == U' ') ++at;
    return at;
}

std::optional<DateInText> numeric_date_at(std::u32string_view text, std::size_t begin) {
    std::array<Number, 3> numbers{};
    std::size_t count = 0;
    std::size_t at = begin;
    while (count < 3) {
        const auto number = number_at(text, at, 4);
        if (!number) break;
        numbers[count++] = *number;
        const auto next = after_separator(text, number->end);
        if (!next || count == 3 || number->digits == 4) break;
        at = *next;
    }
    if (count == 0) return std::nullopt;
    const Number& year = numbers[count - 1];
    if (year.digits != 4 || (year.end < text.size() && is_digit(text[year.end]))) return std::nullopt;
    DateInText result{{year.value, 0, 0}, begin, year.end, true};
    if (count >= 2) result.date.month = numbers[count - 2].value;
    if (count == 3) result.date.day = numbers[0].value;
    for (std::size_t k = 0; k < count; ++k) result.exact = result.exact && numbers[k].exact;
    for (std::size_t k = 0; k + 1 < count; ++k) {
        if (numbers[k].digits > 2 || numbers[k].value == 0) return std::nullopt;
    }
    if (!is_valid(result.date)) return std::nullopt;
    return result;
}

}  // namespace

std::optional<DateInText> find_written_date(std::u32string_view bare, std::size_t from) {
    // "Quảng Ngãi, ngày … tháng …": a place may be one letter from "ngày", so the word itself is looked for first.
    for (const bool word_itself : {true, false}) {
        for (std::size_t k = from; k < bare.size(); ++k) {
            if (k > 0 && is_word_character(bare[k - 1])) continue;
            if (word_itself && bare.substr(k, 4) != U"ngay") continue;
            if (const auto found = written_date_at(bare, k)) return found;
        }
    }
    return std::nullopt;
}

std::optional<DateInText> find_numeric_date(std::u32string_view bare, std::size_t from) {
    for (std::size_t k = from; k < bare.size(); ++k) {
        if (!is_digit(bare[k]) && digit_of(bare[k]) < 0) continue;
        if (k > 0 && (is_word_character(bare[k - 1]) || date_separator(bare[k - 1]))) continue;
        if (const auto found = numeric_date_at(bare, k)) return found;
    }
    return std::nullopt;
}

std::optional<DateInText> find_date(std::u32string_view bare, std::size_t from) {
    const auto written = find_written_date(bare, from);
    const auto numeric = find_numeric_date(bare, from);
    if (!written) return numeric;
    if (!numeric) return written;
    return numeric->begin < written->begin ? numeric : written;
}

}  // namespace sohoa::dossier
