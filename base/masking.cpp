#include "base/masking.h"

#include <algorithm>
#include <array>
#include <vector>

namespace sohoa {

namespace {

constexpr std::size_t shortest_number = 9;  ///< an old identity card
constexpr std::size_t long_number = 12;     ///< a personal number
constexpr std::size_t longest_amount = 11;  ///< digits, without a currency behind them
constexpr std::size_t kept_front = 3;
constexpr std::size_t longest_word = 64;  ///< signs that are looked at around a look-alike

/// One character of the text, as far as masking cares.
struct Sign {
    std::size_t at = 0;
    std::size_t length = 1;  ///< bytes
    char kind = 0;           ///< ASCII as it is; full-width digits as digits; blanks as ' ', dashes as '-'; see below
    bool hidden = false;
};

constexpr char other_sign = '\x01';
constexpr char other_letter = '\x02';
constexpr char without_width = '\x03';

using Signs = std::vector<Sign>;

bool is_number_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_large_letter(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_word_sign(char c) {
    return is_number_digit(c) || is_large_letter(c) || (c >= 'a' && c <= 'z') || c == other_letter;
}
bool is_digit_lookalike(char c) {
    return c == 'O' || c == 'o' || c == 'I' || c == 'l' || c == '|';
}
bool is_hexadecimal(char c) {
    return is_number_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool parts_digits(char c) {
    return c == ' ' || c == '.' || c == '-' || c == ')' || c == without_width;
}

char kind_of(std::string_view bytes) {
    if (bytes.size() == 1) {
        const char c = bytes.front();
        if (static_cast<unsigned char>(c) >= 0x80) return other_sign;
        return c == '\t' ? ' ' : static_cast<unsigned char>(c) < 0x20 ? other_sign : c;
    }
    const auto second = static_cast<unsigned char>(bytes[1]);
    if (bytes == "\u00A0" || bytes == "\u202F" || bytes == "\u205F" || bytes == "\u3000") return ' ';
    if (bytes == "\u00AD" || bytes == "\u2060" || bytes == "\uFEFF") return without_width;
    if (bytes == "\u2212") return '-';
    if (bytes.starts_with("\xE2\x80")) {
        const auto third = static_cast<unsigned char>(bytes[2]);
        if (third <= 0x8A) return ' ';
        if (third <= 0x8F) return without_width;
        return third <= 0x95 ? '-' : other_sign;
    }
    if (bytes.starts_with("\xEF\xBC") && static_cast<unsigned char>(bytes[2]) >= 0x90 &&
        static_cast<unsigned char>(bytes[2]) <= 0x99)
        return static_cast<char>('0' + (static_cast<unsigned char>(bytes[2]) - 0x90));
    const auto first = static_cast<unsigned char>(bytes.front());
    const bool vietnamese = (first >= 0xC3 && first <= 0xC6) || (first == 0xE1 && second >= 0xBA);
    return vietnamese ? other_letter : other_sign;
}

Signs signs_of(std::string_view text) {
    Signs signs;
    signs.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at]);
        std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
        for (std::size_t k = 1; k < length; ++k) {
            const bool goes_on = at + k < text.size() && (static_cast<unsigned char>(text[at + k]) & 0xC0U) == 0x80;
            if (!goes_on) length = 1;
        }
        signs.push_back({at, length, kind_of(text.substr(at, length)), false});
        at += length;
    }
    return signs;
}

/// The kinds alone, so that a place here is a place among the signs.
std::string kinds_of(const Signs& signs) {
    std::string kinds;
    kinds.reserve(signs.size());
    for (const Sign& sign : signs) kinds.push_back(sign.kind);
    return kinds;
}

/// How far `text` follows a pattern from `at` on: `9` a digit, `A` a large letter, every other sign itself. 0: not at
/// all.
std::size_t follows(std::string_view text, std::size_t at, std::string_view pattern) {
    if (text.size() - at < pattern.size()) return 0;
    for (std::size_t k = 0; k < pattern.size(); ++k) {
        const char c = text[at + k];
        const bool fits = pattern[k] == '9'   ? is_number_digit(c)
                          : pattern[k] == 'A' ? is_large_letter(c)
                                              : c == pattern[k];
        if (!fits) return 0;
    }
    return pattern.size();
}

std::size_t digits_from(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_number_digit(text[end])) ++end;
    return end - at;
}

bool ends_word(std::string_view text, std::size_t end) {
    return end >= text.size() || !is_word_sign(text[end]);
}

/// "H55.242-250805-0012-KQ1", "000.00.04.G14-221010-0001", the parts joined by '-' or '/'.
std::size_t dossier_code(std::string_view text, std::size_t at) {
    std::size_t end = at + follows(text, at, "999.99.99.A99");
    if (end == at) {
        end += follows(text, at, "A99");
        if (end == at) return 0;
        for (int level = 0; level < 4 && end < text.size() && text[end] == '.'; ++level) {
            std::size_t k = end + 1;
            while (k < text.size() && k <= end + 6 && (is_number_digit(text[k]) || is_large_letter(text[k]))) ++k;
            if (k == end + 1) return 0;
            end = k;
        }
    }
    std::size_t tail = std::max(follows(text, end, "-999999-"), follows(text, end, "/999999/"));
    if (tail == 0) return 0;
    end += tail;
    const std::size_t ordinal = digits_from(text, end);
    if (ordinal < 4 || ordinal > 8) return 0;
    end += ordinal;
    if (const std::size_t result = follows(text, end, "-KQ9"); result > 0)
        end += result + digits_from(text, end + result);
    return ends_word(text, end) ? end - at : 0;
}

/// "1.001193", and what may stand behind it.
std::size_t procedure_code(std::string_view text, std::size_t at) {
    for (const std::string_view pattern : {"9.999999.999.99.99.A99", "9.999999.A99", "9.999999.99", "9.999999"}) {
        const std::size_t length = follows(text, at, pattern);
        const std::size_t end = at + length;
        const bool goes_on =
            end + 1 < text.size() && parts_digits(text[end]) && text[end] != ' ' && is_number_digit(text[end + 1]);
        if (length > 0 && ends_word(text, end) && !goes_on) return length;
    }
    return 0;
}

int value_at(std::string_view text, std::size_t at, std::size_t length) {
    int value = 0;
    for (const char c : text.substr(at, length)) value = 10 * value + (c - '0');
    return value;
}

/// "05-03-2024", "5.3.2024", "2024-03-05"; not where more digits are joined to it but by a blank.
std::size_t date(std::string_view text, std::size_t at) {
    const auto possible = [](int day, int month, int year) {
        return day >= 1 && day <= 31 && month >= 1 && month <= 12 && year >= 1800 && year <= 2200;
    };
    const auto ends = [&](std::size_t end) {
        if (end >= text.size()) return true;
        if (text[end] == 'T') return true;
        return !is_word_sign(text[end]) && !(parts_digits(text[end]) && text[end] != ' ' && end + 1 < text.size() &&
                                             is_number_digit(text[end + 1]));
    };
    for (const char joint : {'-', '.', '/'}) {
        std::string year_first = "9999_99_99";
        std::replace(year_first.begin(), year_first.end(), '_', joint);
        if (follows(text, at, year_first) > 0 && ends(at + 10) &&
            possible(value_at(text, at + 8, 2), value_at(text, at + 5, 2), value_at(text, at, 4)))
            return 10;
    }
    const std::size_t day = digits_from(text, at);
    if (day < 1 || day > 2 || at + day >= text.size()) return 0;
    const char joint = text[at + day];
    if (joint != '-' && joint != '.' && joint != '/') return 0;
    const std::size_t month = digits_from(text, at + day + 1);
    const std::size_t year_at = at + day + month + 2;
    if (month < 1 || month > 2 || year_at >= text.size() || text[year_at - 1] != joint) return 0;
    if (digits_from(text, year_at) != 4 || !ends(year_at + 4)) return 0;
    const bool real =
        possible(value_at(text, at, day), value_at(text, at + day + 1, month), value_at(text, year_at, 4));
    return real ? year_at + 4 - at : 0;
}

/// "20240305140509", "20240305-140509": what programs name files by.
std::size_t time_stamp(std::string_view text, std::size_t at) {
    const std::size_t length = std::max({follows(text, at, "99999999999999"), follows(text, at, "99999999-999999"),
                                         follows(text, at, "99999999 999999")});
    if (length == 0 || !ends_word(text, at + length)) return 0;
    const int year = value_at(text, at, 4);
    const int month = value_at(text, at + 4, 2);
    const int day = value_at(text, at + 6, 2);
    const std::size_t time = at + length - 6;
    const bool real = year >= 1990 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31 &&
                      value_at(text, time, 2) < 24 && value_at(text, time + 2, 2) < 60 &&
                      value_at(text, time + 4, 2) < 60;
    return real ? length : 0;
}

bool currency_follows(std::string_view after) {
    if (after.starts_with(' ')) after.remove_prefix(1);
    for (const std::string_view sign : {"đ", "Đ", "₫"}) {
        if (!after.starts_with(sign)) continue;
        after.remove_prefix(sign.size());
        // "đồng", and no other word that begins so.
        const bool ends =
            after.empty() || (static_cast<unsigned char>(after.front()) < 0x80 && !is_word_sign(after.front()));
        return ends || after.starts_with("ồng") || after.starts_with("ỒNG");
    }
    return after.starts_with("VN");
}

/// "1.250.000", "12,500,000.00 VND": groups of three behind a first one of one or two digits (of three, where a
/// currency follows).
std::size_t amount(std::string_view text, std::size_t at, std::string_view raw, const Signs& signs) {
    const std::size_t first = digits_from(text, at);
    if (first < 1 || first > 3 || text[at] == '0' || at + first >= text.size()) return 0;
    const char joint = text[at + first];
    if (joint != '.' && joint != ',' && joint != ' ') return 0;
    std::size_t end = at + first;
    std::size_t digits = first;
    while (end < text.size() && text[end] == joint && digits_from(text, end + 1) == 3) {
        end += 4;
        digits += 3;
    }
    if (end == at + first) return 0;
    const bool more =
        end < text.size() &&
        (is_word_sign(text[end]) || (parts_digits(text[end]) && text[end] != ' ' && digits_from(text, end + 1) > 0));
    const std::string_view after = end < text.size() ? raw.substr(signs[end].at, 12) : std::string_view();
    if (currency_follows(after)) return end - at;
    // Blanks part the columns of a table too: "1 001 200 000 001" is a row's number and a person's.
    return first < 3 && joint != ' ' && digits <= longest_amount && !more ? end - at : 0;
}

/// A hexadecimal digest that is no mere row of digits, or a UUID.
std::size_t digest(std::string_view text, std::size_t at) {
    constexpr std::array<std::size_t, 5> uuid{8, 4, 4, 4, 12};
    std::size_t end = at;
    bool whole = true;
    for (std::size_t k = 0; k < uuid.size() && whole; ++k) {
        std::size_t group = 0;
        while (end + group < text.size() && is_hexadecimal(text[end + group])) ++group;
        whole = group == uuid[k] && (k + 1 == uuid.size() || (end + group < text.size() && text[end + group] == '-'));
        end += group + 1;
    }
    const auto with_letter = [&](std::string_view run) {
        return std::any_of(run.begin(), run.end(), [](char c) { return is_hexadecimal(c) && !is_number_digit(c); });
    };
    if (whole && ends_word(text, end - 1) && with_letter(text.substr(at, end - 1 - at))) return end - 1 - at;
    end = at;
    while (end < text.size() && is_hexadecimal(text[end])) ++end;
    const std::string_view run = text.substr(at, end - at);
    return run.size() >= 32 && with_letter(run) && ends_word(text, end) ? run.size() : 0;
}

/// What is left as it is, from a place where a word begins; 0 where nothing is.
std::size_t spared(std::string_view text, std::size_t at, std::string_view raw, const Signs& signs) {
    for (const std::size_t length : {dossier_code(text, at), date(text, at), time_stamp(text, at), digest(text, at),
                                     procedure_code(text, at), amount(text, at, raw, signs)}) {
        if (length > 0) return length;
    }
    return 0;
}

bool is_zone_sign(char c) {
    return is_number_digit(c) || is_large_letter(c) || c == '<';
}

/// A line of a machine readable zone: at least 20 signs of [A-Z0-9<], a filler among them.
std::size_t zone_line(std::string_view text, std::size_t at) {
    if (at > 0 && is_zone_sign(text[at - 1])) return 0;
    std::size_t end = at;
    bool filler = false;
    while (end < text.size() && is_zone_sign(text[end])) {
        filler = filler || text[end] == '<';
        ++end;
    }
    return end - at >= 20 && filler ? end - at : 0;
}

void hide_middle(Signs& signs, const std::vector<std::size_t>& places, std::size_t front, std::size_t back) {
    for (std::size_t k = front; k + back < places.size(); ++k) signs[places[k]].hidden = true;
}

/// The digits from `at` on that belong to one another, and where they end.
struct DigitRun {
    std::vector<std::size_t> places;
    std::size_t end = 0;
};

bool stands_for_digit(std::string_view text, std::size_t at) {
    if (is_number_digit(text[at])) return true;
    if (!is_digit_lookalike(text[at])) return false;
    const auto digit_like = [&](std::size_t k) {
        return k < text.size() && (is_number_digit(text[k]) || is_digit_lookalike(text[k]));
    };
    // Inside a row of digits, or at the end of one of four digits and more.
    std::size_t begin = at;
    while (begin > 0 && at - begin < longest_word && digit_like(begin - 1)) --begin;
    std::size_t end = at;
    while (end - at < longest_word && digit_like(end)) ++end;
    if (text[at] == '|' && (at == begin || at + 1 == end)) return false;
    const auto digits = std::count_if(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                      text.begin() + static_cast<std::ptrdiff_t>(end), is_number_digit);
    const bool own_word = (begin == 0 || !is_word_sign(text[begin - 1])) && ends_word(text, end);
    return own_word && digits >= 4 && 2 * digits >= static_cast<std::ptrdiff_t>(end - begin);
}

DigitRun run_from(std::string_view text, std::size_t at, const std::vector<std::size_t>& spared_at) {
    constexpr std::size_t most_between = 3;
    DigitRun run;
    std::size_t k = at;
    while (k < text.size() && spared_at[k] == 0 && stands_for_digit(text, k)) {
        run.places.push_back(k);
        run.end = ++k;
        std::size_t next = k;
        while (next < text.size() && next < k + most_between && parts_digits(text[next])) ++next;
        if (next < text.size() && spared_at[next] == 0 && stands_for_digit(text, next)) k = next;
    }
    return run;
}

/// A letter and seven digits by themselves.
bool is_passport_number(std::string_view text, std::size_t at) {
    return follows(text, at, "A9999999") > 0 && ends_word(text, at + 8) && (at == 0 || !is_word_sign(text[at - 1]));
}

void hide_numbers(Signs& signs, std::string_view raw) {
    const std::string text = kinds_of(signs);
    // Where something that is spared begins: its length.
    std::vector<std::size_t> spared_at(text.size(), 0);
    for (std::size_t k = 0; k < text.size();) {
        const bool begins = k == 0 || !is_word_sign(text[k - 1]);
        const bool continues =
            k >= 2 && parts_digits(text[k - 1]) && text[k - 1] != ' ' && is_number_digit(text[k - 2]);
        const std::size_t length = begins && !continues && is_word_sign(text[k]) ? spared(text, k, raw, signs) : 0;
        if (length > 0) std::fill_n(spared_at.begin() + static_cast<std::ptrdiff_t>(k), length, length);
        k += std::max<std::size_t>(length, 1);
    }
    for (std::size_t k = 0; k < text.size();) {
        if (const std::size_t zone = spared_at[k] > 0 ? 0 : zone_line(text, k); zone > 0) {
            for (std::size_t d = k; d < k + zone; ++d) signs[d].hidden = is_number_digit(text[d]);
            k += zone;
        } else if (spared_at[k] == 0 && is_passport_number(text, k)) {
            for (std::size_t d = k + 2; d < k + 6; ++d) signs[d].hidden = true;
            k += 8;
        } else if (const DigitRun run = run_from(text, k, spared_at); !run.places.empty()) {
            if (run.places.size() >= shortest_number)
                hide_middle(signs, run.places, kept_front, run.places.size() >= long_number ? 4 : 2);
            k = run.end;
        } else {
            ++k;
        }
    }
}

}  // namespace

std::string masked(std::string_view text) {
    Signs signs = signs_of(text);
    hide_numbers(signs, text);
    std::string result;
    result.reserve(text.size());
    for (const Sign& sign : signs) {
        if (sign.hidden) {
            result.push_back('*');
        } else {
            result += text.substr(sign.at, sign.length);
        }
    }
    return result;
}

}  // namespace sohoa
