#include "ocr/text/joined_numbers.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

/// "205/NQ-", "12/2024/TT-", "15/QĐ-UBND-": digits, a slash, capitals, a hyphen at the end.
bool wants_more(const std::u32string& word) {
    const std::size_t slash = word.find(U'/');
    if (slash == std::u32string::npos || slash == 0 || word.back() != U'-' || slash + 2 >= word.size()) return false;
    const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    const auto at = word.begin() + static_cast<std::ptrdiff_t>(slash);
    return std::all_of(word.begin(), at, is_digit) && is_capital(word[word.size() - 2]);
}

/// Capitals, with the signs behind them: no word that goes on in small letters.
bool goes_on(const std::u32string& word) {
    const auto small = [](char32_t c) { return is_vietnamese_letter(c) && !is_capital(c); };
    return !word.empty() && is_capital(word.front()) && std::none_of(word.begin(), word.end(), small);
}

/// The second network saw both words as one number.
bool is_one_number(const Word& word, const Word& next) {
    const std::string both = word.text + next.text;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto says_both = [&](const Word& one) { return one.second && one.second->text == both; };
    return std::all_of(both.begin(), both.end(), is_digit) && (says_both(word) || says_both(next));
}

}  // namespace

void join_numbers(Line& line) {
    std::vector<Word>& words = line.words;
    for (std::size_t k = 0; k + 1 < words.size();) {
        const bool number = is_one_number(words[k], words[k + 1]);
        if (!number && (!wants_more(to_utf32(words[k].text)) || !goes_on(to_utf32(words[k + 1].text)))) {
            ++k;
            continue;
        }
        Word& word = words[k];
        const Word& rest = words[k + 1];
        if (word.raw.empty()) word.raw = word.text;
        if (number) word.raw += " " + rest.text;
        word.text += rest.text;
        word.symbols.clear();
        if (number) {
            word.second = SecondReading{word.text, (rest.second ? rest : word).second->confidence};
        } else if (word.second && rest.second) {
            word.second->text += rest.second->text;
            word.second->confidence = std::min(word.second->confidence, rest.second->confidence);
        } else {
            word.second.reset();
        }
        word.box = bounding(word.box, rest.box);
        word.confidence = std::min(word.confidence, rest.confidence);
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(k) + 1);
    }
}

}  // namespace sohoa::ocr
