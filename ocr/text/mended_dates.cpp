#include "ocr/text/mended_dates.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/vietnamese.h"
#include "ocr/text/digit_like.h"

namespace sohoa::ocr {

namespace {

bool says(const Word& word, std::string_view wanted) {
    const std::string letters = folded(word.text);
    return letters == wanted;
}

/// The number that a word looks like, with the signs behind it; empty where it is none within the bounds.
std::u32string number_like(const std::u32string& word, int least, int most) {
    constexpr std::u32string_view signs = U".,;:)";
    const std::size_t end = word.find_last_not_of(signs) + 1;
    if (end == 0 || end > 4) return {};
    std::u32string number;
    int value = 0;
    for (const char32_t c : word.substr(0, end)) {
        const char32_t digit = digit_like(c);
        if (digit == 0) return {};
        number += digit;
        value = 10 * value + static_cast<int>(digit - U'0');
    }
    if (value < least || value > most) return {};
    return number + word.substr(end);
}

void mend(Word& word, int least, int most) {
    const std::u32string text = to_utf32(word.text);
    const std::u32string number = number_like(text, least, most);
    if (number.empty() || number == text) return;
    std::string before = std::exchange(word.text, to_utf8(number));
    if (word.raw.empty()) word.raw = std::move(before);
}

}  // namespace

void mend_dates(Line& line) {
    std::vector<Word>& words = line.words;
    for (std::size_t k = 1; k + 1 < words.size(); ++k) {
        const bool day = says(words[k - 1], "ngay") && says(words[k + 1], "thang");
        const bool month = says(words[k - 1], "thang") && says(words[k + 1], "nam");
        if (day) mend(words[k], 1, 31);
        if (month) mend(words[k], 1, 12);
    }
}

}  // namespace sohoa::ocr
