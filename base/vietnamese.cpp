#include "base/vietnamese.h"

#include <array>
#include <cstdlib>
#include <memory>
#include <unordered_map>
#include <utf8proc.h>

namespace sohoa {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// utf8proc_map on text that is valid already.
std::string mapped(const std::string& valid, int options) {
    utf8proc_uint8_t* out = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(valid.data()),
                     static_cast<utf8proc_ssize_t>(valid.size()), &out, static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
    if (length < 0) return valid;
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(length)};
}

template <class Map>
std::string with_each(std::string_view text, Map map) {
    std::u32string points = to_utf32(nfc(text));
    for (char32_t& c : points) c = map(c);
    return to_utf8(points);
}

}  // namespace

std::string nfc(std::string_view text) {
    return mapped(to_utf8(to_utf32(text)), UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string valid_utf8(std::string_view text) {
    std::u32string points = to_utf32(text);
    for (char32_t& c : points) {
        const bool control = (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0);
        if (control) c = U' ';
    }
    return to_utf8(points);
}

std::string without_marks(std::string_view text) {
    std::u32string points = to_utf32(mapped(to_utf8(to_utf32(text)), UTF8PROC_STABLE | UTF8PROC_DECOMPOSE));
    std::u32string bare;
    bare.reserve(points.size());
    for (const char32_t c : points) {
        const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
        if (category == UTF8PROC_CATEGORY_MN) continue;
        bare.push_back(c == U'đ' ? U'd' : c == U'Đ' ? U'D' : c);
    }
    return nfc(to_utf8(bare));
}

std::string lower(std::string_view text) {
    return with_each(
        text, [](char32_t c) { return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))); });
}

std::string upper(std::string_view text) {
    return with_each(
        text, [](char32_t c) { return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c))); });
}

std::string folded(std::string_view text) {
    return single_spaced(lower(without_marks(text)));
}

std::string single_spaced(std::string_view text) {
    const std::u32string points = to_utf32(nfc(text));
    std::u32string result;
    result.reserve(points.size());
    for (const char32_t c : points) {
        if (!is_blank(c)) {
            result.push_back(c);
        } else if (!result.empty() && result.back() != U' ') {
            result.push_back(U' ');
        }
    }
    if (!result.empty() && result.back() == U' ') result.pop_back();
    return to_utf8(result);
}

std::string new_tone_placement(std::string_view text) {
    // The two spellings differ in open syllables ending in oa, oe, uy only: the mark sits on the first vowel in the old
    // one. "qu" is a consonant there, so "quý" is the same in both.
    struct Toned {
        char32_t bare;
        int tone;
    };
    static const std::unordered_map<char32_t, Toned> toned = [] {
        std::unordered_map<char32_t, Toned> table;
        const std::array<std::u32string_view, 4> rows{U"aàáảãạ", U"eèéẻẽẹ", U"oòóỏõọ", U"uùúủũụ"};
        for (const auto row : rows) {
            for (std::size_t k = 1; k < row.size(); ++k) table[row[k]] = {row[0], static_cast<int>(k)};
        }
        return table;
    }();
    static const std::unordered_map<char32_t, std::u32string_view> second{{U'a', U"aàáảãạ"}, {U'e', U"eèéẻẽẹ"},
                                                                          {U'y', U"yỳýỷỹỵ"}, {U'A', U"AÀÁẢÃẠ"},
                                                                          {U'E', U"EÈÉẺẼẸ"}, {U'Y', U"YỲÝỶỸỴ"}};
    std::u32string points = to_utf32(nfc(text));
    for (std::size_t k = 0; k + 1 < points.size(); ++k) {
        const auto low = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(points[k])));
        const auto mark = toned.find(low);
        const auto vowel = second.find(points[k + 1]);
        if (mark == toned.end() || vowel == second.end()) continue;
        const auto next = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(points[k + 1])));
        const char32_t bare = mark->second.bare;
        if (!((bare == U'o' && (next == U'a' || next == U'e')) || (bare == U'u' && next == U'y'))) continue;
        if (k + 2 < points.size() && is_vietnamese_letter(points[k + 2])) continue;
        points[k] =
            low == points[k] ? bare : static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(bare)));
        points[k + 1] = vowel->second[static_cast<std::size_t>(mark->second.tone)];
    }
    return to_utf8(points);
}

std::u32string to_utf32(std::string_view text) {
    std::u32string points;
    points.reserve(text.size());
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    while (left > 0) {
        utf8proc_int32_t c = 0;
        auto used = utf8proc_iterate(bytes, left, &c);
        if (used <= 0) {
            c = static_cast<utf8proc_int32_t>(replacement);
            used = 1;
        }
        points.push_back(static_cast<char32_t>(c));
        bytes += used;
        left -= used;
    }
    return points;
}

std::string to_utf8(std::u32string_view text) {
    std::string result;
    result.reserve(text.size() * 2);
    for (const char32_t c : text) {
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto valid = utf8proc_codepoint_valid(static_cast<utf8proc_int32_t>(c)) ? c : replacement;
        const auto count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(valid), bytes.data());
        result.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(count));
    }
    return result;
}

bool is_blank(char32_t c) {
    return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_vietnamese_letter(char32_t c) {
    if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return true;
    static constexpr std::u32string_view marked =
        U"àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
    return marked.find(static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)))) !=
           std::u32string_view::npos;
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool is_letter_or_digit(char32_t c) {
    return is_vietnamese_letter(c) || is_digit(c);
}

bool is_capital(char32_t c) {
    const auto point = static_cast<utf8proc_int32_t>(c);
    return is_vietnamese_letter(c) && utf8proc_tolower(point) != point;
}

bool is_word_character(char32_t c) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
            return true;
        default:
            return false;
    }
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::u32string word;
    const auto flush = [&] {
        if (!word.empty()) words.push_back(to_utf8(word));
        word.clear();
    };
    for (const char32_t c : to_utf32(text)) {
        if (is_blank(c)) {
            flush();
        } else {
            word.push_back(c);
        }
    }
    flush();
    return words;
}

}  // namespace sohoa
