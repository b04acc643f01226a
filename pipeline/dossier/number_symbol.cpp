#include "pipeline/dossier/number_symbol.h"

#include <algorithm>
#include <map>
#include <vector>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/wording.h"

namespace sohoa::dossier {

namespace {

bool is_dash(char32_t c) {
    return c == U'-' || c == U'–' || c == U'—' || c == U'‐' || c == U'‑' || c == U'−' || c == U'~' || c == U'=';
}
bool is_slash(char32_t c) {
    return c == U'/' || c == U'⁄' || c == U'∕' || c == U'\\';
}
bool is_joint(char32_t c) {
    return is_dash(c) || is_slash(c) || c == U'&';
}

/// Dots, dashes and blanks that a form leaves for the pen.
std::size_t after_leaders(std::u32string_view text, std::size_t at) {
    while (at < text.size() &&
           (text[at] == U' ' || text[at] == U'.' || text[at] == U'…' || text[at] == U'_' || text[at] == U','))
        ++at;
    return at;
}

char32_t digit_for(char32_t c) {
    if (is_digit(c)) return c;
    switch (c) {
        case U'l':
        case U'I':
        case U'i':
        case U'|':
        case U'!':
            return U'1';
        case U'O':
        case U'o':
        case U'Q':
            return U'0';
        case U'Z':
        case U'z':
            return U'2';
        case U'S':
            return U'5';
        case U'B':
            return U'8';
        default:
            return 0;
    }
}

/// What is left of a group when letters that recognisers mix up are made one.
std::u32string skeleton(std::u32string_view group) {
    std::u32string result;
    for (const char32_t c : bare(group)) {
        switch (c) {
            case U'0':
            case U'q':
                result.push_back(U'o');
                break;
            case U'8':
                result.push_back(U'b');
                break;
            case U'1':
            case U'l':
            case U'|':
                result.push_back(U'i');
                break;
            case U'5':
                result.push_back(U's');
                break;
            case U'2':
                result.push_back(U'z');
                break;
            default:
                result.push_back(c);
        }
    }
    return result;
}

/// Known groups by skeleton; a kind's abbreviation wins over an agency's.
const std::map<std::u32string, std::string>& known_groups() {
    static const std::map<std::u32string, std::string> table = [] {
        std::map<std::u32string, std::string> groups;
        for (const KindRule& rule : kind_rules()) {
            for (const std::string& text : rule.abbreviations) groups.try_emplace(skeleton(to_utf32(text)), text);
        }
        for (const std::string& text : wording().symbol_groups) groups.try_emplace(skeleton(to_utf32(text)), text);
        return groups;
    }();
    return table;
}

std::u32string with_vietnamese_d(std::u32string_view text) {
    std::u32string result(text);
    for (char32_t& c : result) {
        if (c == U'Ð' || c == U'ð' || c == U'Ɖ') c = U'Đ';
    }
    return result;
}

struct Group {
    std::string text;
    bool mended = false;
    bool known = false;
};

Group mended_group(std::u32string_view raw) {
    const std::u32string group = with_vietnamese_d(raw);
    const std::string as_read = to_utf8(group);
    if (std::all_of(group.begin(), group.end(), is_digit)) return {as_read, false, true};
    if (const auto found = known_groups().find(skeleton(group)); found != known_groups().end()) {
        return {found->second, found->second != as_read, true};
    }
    // "VP.HĐND": each part of a dotted group is an abbreviation of its own.
    if (const auto dot = group.find(U'.'); dot != std::u32string::npos && dot + 1 < group.size()) {
        const Group left = mended_group(std::u32string_view(group).substr(0, dot));
        const Group right = mended_group(std::u32string_view(group).substr(dot + 1));
        return {left.text + "." + right.text, left.mended || right.mended, left.known && right.known};
    }
    // A word of small letters only is no symbol; a marked vowel in capitals is a misread letter.
    return {as_read, false, false};
}

struct SymbolText {
    std::string text;
    std::size_t end = 0;
    bool mended = false;
    bool known = true;
    int groups = 0;
};

bool in_group(std::u32string_view text, std::size_t k) {
    if (is_word_character(text[k])) return true;
    return text[k] == U'.' && k + 1 < text.size() && is_word_character(text[k + 1]);
}

/// Groups joined by '-', '/', '&' or '.', from `at` on.
SymbolText read_symbol(std::u32string_view text, std::size_t at) {
    SymbolText symbol;
    symbol.end = at;
    std::u32string joint;
    while (at < text.size()) {
        const std::size_t begin = at;
        while (at < text.size() && in_group(text, at)) ++at;
        if (at == begin) break;
        const std::u32string_view raw = text.substr(begin, at - begin);
        // Groups are capitals; a word in small letters is what follows the symbol.
        if (raw.size() > 2 &&
            std::none_of(raw.begin(), raw.end(), [](char32_t c) { return is_upper(c) || is_digit(c); }))
            break;
        const Group group = mended_group(raw);
        symbol.text += to_utf8(joint) + group.text;
        symbol.mended = symbol.mended || group.mended;
        symbol.known = symbol.known && group.known;
        ++symbol.groups;
        symbol.end = at;
        const std::size_t next = after_blanks(text, at);
        if (next >= text.size() || !is_joint(text[next])) break;
        joint = is_dash(text[next]) ? U"-" : is_slash(text[next]) ? U"/" : U" & ";
        at = after_blanks(text, next + 1);
        symbol.mended = symbol.mended || (text[next] != U'-' && text[next] != U'/' && text[next] != U'&');
    }
    return symbol;
}

struct NumberText {
    std::u32string digits;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool mended = false;
};

/// At most six digits and one small letter; letters stand for digits only where that leaves a number and a joint.
NumberText read_number(std::u32string_view text, std::size_t at) {
    NumberText number{{}, at, at, false};
    int true_digits = 0;
    std::size_t k = at;
    while (k < text.size() && number.digits.size() < 7) {
        const char32_t digit = digit_for(text[k]);
        if (digit == 0) break;
        true_digits += is_digit(text[k]) ? 1 : 0;
        number.mended = number.mended || !is_digit(text[k]);
        number.digits.push_back(digit);
        ++k;
    }
    if (k < text.size() && text[k] >= U'a' && text[k] <= U'h' && !number.digits.empty())
        number.digits.push_back(text[k++]);
    const std::size_t next = after_blanks(text, k);
    const bool ends = next >= text.size() || is_joint(text[next]) || !is_word_character(text[next]) || next > k;
    if (number.digits.empty() || !ends || 2 * true_digits < static_cast<int>(number.digits.size()))
        return {{}, at, at, false};
    number.end = k;
    return number;
}

/// Where what follows "Số" begins; nullopt when the line does not begin with that word.
std::optional<std::size_t> after_so(std::u32string_view text, std::u32string_view bare_text) {
    std::size_t at = 0;
    while (at < text.size() && at < 3 && !is_word_character(text[at])) ++at;
    if (at + 2 > text.size() || bare_text[at] != U's') return std::nullopt;
    const char32_t vowel = bare_text[at + 1];
    const bool colon = at + 2 < text.size() && text[at + 2] == U':';
    if (vowel != U'o' && vowel != U'6' && vowel != U'0' && !(vowel == U'e' && colon)) return std::nullopt;
    at += 2;
    if (at < text.size() && is_word_character(text[at]) && !is_digit(text[at])) return std::nullopt;
    const std::size_t begin = at;
    while (at < text.size() &&
           (text[at] == U':' || text[at] == U';' || text[at] == U'.' || text[at] == U' ' || text[at] == U','))
        ++at;
    if (at == begin && !(at < text.size() && (is_digit(text[at]) || is_joint(text[at])))) return std::nullopt;
    return at;
}

}  // namespace

std::string normal_symbol(std::u32string_view text) {
    return read_symbol(text, after_blanks(text, 0)).text;
}

namespace {

/// What stands from `start` on.
std::optional<NumberAndSymbol> number_and_symbol_from(std::u32string_view text, std::size_t start) {
    NumberAndSymbol result;
    const NumberText number = read_number(text, start);
    result.number = to_utf8(number.digits);
    result.number_begin = number.begin;
    result.number_end = number.end;
    result.symbol_begin = result.symbol_end = number.end;
    result.exact = !number.mended;
    // Between number and symbol stands one joint. Where a pen wrote the number, noise may stand before it, and digits
    // beside noise are only a part of it.
    std::size_t at = after_leaders(text, number.end);
    const bool noise = at < text.size() && !is_word_character(text[at]) && !is_joint(text[at]) &&
                       text.substr(at, 4).find(U'/') != std::u32string_view::npos;
    if (noise) result.number.clear();
    if (result.number.empty()) {
        const std::size_t limit = std::min(text.size(), at + 12);
        while (at < limit && !is_slash(text[at])) ++at;
        if (at == limit) return std::nullopt;
        result.exact = false;
    }
    if (at < text.size() && is_joint(text[at])) {
        SymbolText symbol = read_symbol(text, after_blanks(text, at + 1));
        // "Số: 20/2Ï/TB-ĐHĐL": a group of digits and letters before known ones is what is left of a number by hand.
        const std::size_t first = symbol.text.find('/');
        const std::u32string group = to_utf32(symbol.text.substr(0, first));
        const auto digits = std::count_if(group.begin(), group.end(), is_digit);
        if (first != std::string::npos && digits > 0 && digits < static_cast<std::ptrdiff_t>(group.size())) {
            result.number.clear();
            result.exact = false;
            at = text.find(U'/', after_blanks(text, at + 1));
            symbol = read_symbol(text, after_blanks(text, at + 1));
        }
        if (symbol.groups > 0) {
            result.symbol = symbol.text;
            result.symbol_begin = after_blanks(text, at + 1);
            result.symbol_end = symbol.end;
            result.exact = result.exact && !symbol.mended;
            result.known = symbol.known;
        }
    }
    if (result.number.empty() && result.symbol.empty()) return std::nullopt;
    return result;
}

}  // namespace

std::optional<NumberAndSymbol> read_number_line(std::u32string_view text) {
    const auto start = after_so(text, bare(text));
    return start ? number_and_symbol_from(text, *start) : std::nullopt;
}

std::optional<NumberAndSymbol> read_number_and_symbol(std::u32string_view text) {
    auto result = number_and_symbol_from(text, after_blanks(text, 0));
    if (!result || result->symbol.empty()) return std::nullopt;
    return after_blanks(text, result->symbol_end) == text.size() ? result : std::nullopt;
}

std::string kind_abbreviation(std::string_view symbol) {
    std::string_view rest = symbol;
    if (rest.size() > 5 && rest[4] == '/' &&
        std::all_of(rest.begin(), rest.begin() + 4, [](char c) { return c >= '0' && c <= '9'; })) {
        rest.remove_prefix(5);
    }
    return std::string(rest.substr(0, rest.find_first_of("-/")));
}

}  // namespace sohoa::dossier
