#include "pipeline/dossier/date_words.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/vietnamese.h"

namespace sohoa::dossier {

namespace {

using Words = std::vector<std::string>;
using Place = Words::const_iterator;

std::optional<int> digit(const std::string& word) {
    static const std::map<std::string, int> digits{{"không", 0}, {"một", 1}, {"mốt", 1}, {"giêng", 1}, {"hai", 2},
                                                   {"ba", 3},    {"bốn", 4}, {"tư", 4},  {"năm", 5},   {"lăm", 5},
                                                   {"sáu", 6},   {"bảy", 7}, {"bẩy", 7}, {"tám", 8},   {"chín", 9}};
    const auto found = digits.find(word);
    return found == digits.end() ? std::nullopt : std::optional(found->second);
}

bool is_thousand(const std::string& word) {
    return word == "nghìn" || word == "ngàn";
}

/// "hai nghìn không trăm linh năm"; nullopt where a word is no part of a number.
std::optional<int> number(Place begin, Place end) {
    if (begin == end) return std::nullopt;
    int sum = 0;
    int last = 0;
    for (auto word = begin; word != end; ++word) {
        if (const auto value = digit(*word)) {
            last = *value;
        } else if (is_thousand(*word) || *word == "trăm" || *word == "mươi") {
            sum += last * (is_thousand(*word) ? 1000 : *word == "trăm" ? 100 : 10);
            last = 0;
        } else if (*word == "mười") {
            sum += 10;
            last = 0;
        } else if (*word != "linh" && *word != "lẻ") {
            return std::nullopt;
        }
    }
    return sum + last;
}

Words words_in(std::string_view text) {
    Words words = words_of(lower(nfc(text)));
    for (std::string& word : words) {
        while (!word.empty() && (word.back() == '.' || word.back() == ',' || word.back() == ';')) word.pop_back();
    }
    words.erase(
        std::remove_if(words.begin(), words.end(),
                       [](const std::string& word) { return word.empty() || word == "mồng" || word == "mùng"; }),
        words.end());
    return words;
}

}  // namespace

std::optional<Date> date_in_words(std::string_view text) {
    const Words words = words_in(text);
    if (words.size() < 6 || words.size() > 20 || words.front() != "ngày") return std::nullopt;
    const auto month_word = std::find(words.begin(), words.end(), "tháng");
    if (month_word == words.end()) return std::nullopt;
    // "tháng năm năm hai nghìn": the year's word stands two before its thousand.
    const auto thousand = std::find_if(month_word, words.end(), is_thousand);
    if (thousand - month_word < 4 || thousand == words.end() || *(thousand - 2) != "năm") return std::nullopt;
    const auto year_word = thousand - 2;
    const auto day = number(words.begin() + 1, month_word);
    const auto month = number(month_word + 1, year_word);
    const auto year = number(year_word + 1, words.end());
    if (!day || !month || !year) return std::nullopt;
    const Date date{*year, *month, *day};
    if (date.day == 0 || date.month == 0 || !is_valid(date)) return std::nullopt;
    return date;
}

}  // namespace sohoa::dossier
