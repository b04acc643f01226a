#include "ocr/text/grammar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <utility>

#include "base/date.h"
#include "base/vietnamese.h"
#include "ocr/text/digit_like.h"

namespace sohoa::ocr {

namespace {

constexpr double of_a_likeness = 0.2;  // of what it looks like
constexpr double of_a_blot = 0.3;      // of a sign that is passed over

/// What one letter may be, and how likely each is.
using Likelihoods = std::map<char32_t, double>;

void add(Likelihoods& all, char32_t c, double likelihood) {
    double& known = all[c];
    known = std::max(known, likelihood);
}

Likelihoods likelihoods_of(const std::vector<SymbolChoice>& choices) {
    Likelihoods all;
    for (const SymbolChoice& choice : choices) {
        const std::u32string text = to_utf32(choice.text);
        if (text.size() != 1) continue;
        const double likelihood = std::clamp(choice.confidence, 0.001, 1.0);
        add(all, text.front(), likelihood);
        if (const char32_t digit = digit_like(text.front()); digit != 0 && digit != text.front())
            add(all, digit, of_a_likeness * likelihood);
    }
    return all;
}

/// Letters of words, one after the other; blanks between words stand among them.
std::vector<Likelihoods> letters_of(const std::vector<Word>& words) {
    std::vector<Likelihoods> letters;
    for (const Word& word : words) {
        if (!letters.empty()) letters.push_back({{U' ', 1.0}});
        if (word.symbols.empty()) {
            for (const char32_t c : to_utf32(word.text))
                letters.push_back(likelihoods_of({{to_utf8(std::u32string(1, c)), word.confidence}}));
        } else {
            for (const ReadSymbol& symbol : word.symbols) letters.push_back(likelihoods_of(symbol.choices));
        }
    }
    return letters;
}

struct Pick {
    char32_t letter = 0;
    double likelihood = 0;
};

/// The likeliest of the letters that `may_stand`; likelihood 0 where there is none.
template <class MayStand>
Pick likeliest(const Likelihoods& letters, MayStand may_stand) {
    Pick best;
    for (const auto& [letter, likelihood] : letters) {
        if (may_stand(letter) && likelihood > best.likelihood) best = {letter, likelihood};
    }
    return best;
}

bool is_blank(const Likelihoods& letters) {
    return letters.size() == 1 && letters.begin()->first == U' ';
}

/// A point, a quotation mark, a stroke: what dirt and leaders are taken for.
bool is_blot(const Likelihoods& letters) {
    constexpr std::u32string_view blots = U".,:;'\"`~-_^*·•…‘’“”—–";
    return std::any_of(letters.begin(), letters.end(),
                       [&](const auto& each) { return blots.find(each.first) != std::u32string_view::npos; });
}

/// Likelihoods of letters as one number: their geometric mean.
class Mean {
public:
    void take(double likelihood) {
        sum_ += std::log(likelihood);
        ++count_;
    }
    double value() const { return count_ == 0 ? 0 : std::exp(sum_ / count_); }

private:
    double sum_ = 0;
    int count_ = 0;
};

std::optional<GrammarReading> as_digits(const std::vector<Likelihoods>& letters) {
    std::u32string text;
    Mean mean;
    for (const Likelihoods& letter : letters) {
        if (is_blank(letter)) continue;
        const Pick digit = likeliest(letter, is_digit);
        if (digit.likelihood > 0) {
            text += digit.letter;
            mean.take(digit.likelihood);
        } else if (is_blot(letter)) {
            mean.take(of_a_blot);
        } else {
            return std::nullopt;
        }
    }
    if (text.empty()) return std::nullopt;
    return GrammarReading{to_utf8(text), mean.value()};
}

bool is_separator(char32_t c) {
    return c == U'/' || c == U'.' || c == U'-' || c == U'|' || c == U'I' || c == U'l' || c == U',' || c == U':';
}

/// A date whose parts end before letters `first` and `second`, which part them.
std::optional<GrammarReading> date_parted_at(const std::vector<Likelihoods>& letters, std::size_t first,
                                             std::size_t second) {
    std::array<std::u32string, 3> parts;
    Mean mean;
    for (std::size_t k = 0; k < letters.size(); ++k) {
        const bool parting = k == first || k == second;
        const Pick pick = parting ? likeliest(letters[k], is_separator) : likeliest(letters[k], is_digit);
        if (pick.likelihood == 0) return std::nullopt;
        mean.take(pick.likelihood);
        if (!parting) parts[k < first ? 0 : k < second ? 1 : 2] += pick.letter;
    }
    const Date date{std::stoi(to_utf8(parts[2])), std::stoi(to_utf8(parts[1])), std::stoi(to_utf8(parts[0]))};
    if (!is_valid(date) || date.month == 0 || date.day == 0) return std::nullopt;
    return GrammarReading{to_utf8(parts[0] + U"/" + parts[1] + U"/" + parts[2]), mean.value()};
}

/// "ngày 5 tháng 3 năm 2024" with its words taken for "/".
std::vector<Word> without_names(const std::vector<Word>& words) {
    std::vector<Word> result;
    for (const Word& word : words) {
        const std::string name = folded(word.text);
        if (name == "thang" || name == "nam") {
            result.push_back({.text = "/", .confidence = 1});
        } else if (name != "ngay") {
            result.push_back(word);
        }
    }
    return result;
}

std::optional<GrammarReading> as_date(const std::vector<Word>& words) {
    std::vector<Likelihoods> letters = letters_of(without_names(words));
    std::erase_if(letters, is_blank);
    constexpr std::size_t longest_date = 10;
    constexpr std::size_t year = 4;
    // Dirt stands at the ends.
    while (letters.size() > longest_date && is_blot(letters.front())) letters.erase(letters.begin());
    while (letters.size() > longest_date && is_blot(letters.back())) letters.pop_back();
    if (letters.size() > longest_date || letters.size() < year + 4) return std::nullopt;
    const std::size_t second = letters.size() - year - 1;
    std::optional<GrammarReading> best;
    for (const std::size_t first : {std::size_t{1}, std::size_t{2}}) {
        if (second < first + 2 || second > first + 3) continue;
        auto read = date_parted_at(letters, first, second);
        if (read && (!best || read->confidence > best->confidence)) best = std::move(read);
    }
    return best;
}

bool is_of_code(char32_t c) {
    return (c >= U'A' && c <= U'Z') || c == U'Đ' || is_digit(c) || c == U'/' || c == U'-' || c == U'.';
}

std::optional<GrammarReading> as_code(const std::vector<Likelihoods>& letters) {
    std::u32string text;
    Mean mean;
    for (const Likelihoods& letter : letters) {
        if (is_blank(letter)) {
            if (!text.empty() && text.back() != U' ') text += U' ';
            continue;
        }
        const Pick pick = likeliest(letter, is_of_code);
        if (pick.likelihood > 0) {
            text += pick.letter;
            mean.take(pick.likelihood);
        } else if (is_blot(letter)) {
            mean.take(of_a_blot);
        } else {
            return std::nullopt;
        }
    }
    const auto at_the_ends = [](char32_t c) { return c == U' ' || c == U'.' || c == U'-' || c == U'/'; };
    while (!text.empty() && at_the_ends(text.back())) text.pop_back();
    while (!text.empty() && at_the_ends(text.front())) text.erase(0, 1);
    if (std::none_of(text.begin(), text.end(), is_digit)) return std::nullopt;
    return GrammarReading{to_utf8(text), mean.value()};
}

constexpr std::array<std::pair<Grammar, std::string_view>, 3> names{
    {{Grammar::digits, "digits"}, {Grammar::date, "date"}, {Grammar::code, "code"}}};

}  // namespace

std::string_view name_of(Grammar grammar) {
    for (const auto& [each, name] : names) {
        if (each == grammar) return name;
    }
    return {};
}

std::optional<Grammar> grammar_named(std::string_view name) {
    for (const auto& [grammar, known] : names) {
        if (known == name) return grammar;
    }
    return std::nullopt;
}

std::optional<GrammarReading> reading_by(Grammar grammar, const std::vector<Word>& words) {
    switch (grammar) {
        case Grammar::digits:
            return as_digits(letters_of(words));
        case Grammar::date:
            return as_date(words);
        case Grammar::code:
            return as_code(letters_of(words));
    }
    return std::nullopt;
}

std::optional<GrammarReading> agreed(const std::vector<GrammarReading>& readings) {
    std::map<std::string, std::pair<double, int>> votes;
    double all = 0;
    for (const GrammarReading& reading : readings) {
        auto& [sum, count] = votes[reading.text];
        sum += reading.confidence;
        ++count;
        all += reading.confidence;
    }
    const auto best = std::max_element(votes.begin(), votes.end(),
                                       [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
    if (best == votes.end() || all <= 0) return std::nullopt;
    const auto& [sum, count] = best->second;
    constexpr double alone = 0.5;
    // How sure those are who say so, and how many say otherwise.
    return GrammarReading{best->first, sum / count * (sum / all) * (count > 1 ? 1.0 : alone)};
}

}  // namespace sohoa::ocr
