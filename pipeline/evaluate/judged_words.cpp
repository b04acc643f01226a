#include "pipeline/evaluate/judged_words.h"

#include <algorithm>
#include <unordered_map>

#include "base/vietnamese.h"
#include "pipeline/evaluate/edit_distance.h"
#include "pipeline/evaluate/scored_words.h"

namespace sohoa::evaluate {

namespace {

constexpr std::size_t most_words = 20'000;
constexpr std::size_t nowhere = ~std::size_t{0};

/// A word of the output as it is compared, and which of the words given it is (a part of).
struct Given {
    char32_t number;
    std::size_t word;
    std::size_t truth = nowhere;  ///< index of the truth's word in its place
    std::size_t gap = 0;          ///< of words that stand in no word's place: index of the truth's next word
};

std::vector<Given> given_words(const std::vector<ReadWord>& words, Numbering& numbering) {
    std::vector<Given> given;
    for (std::size_t k = 0; k < words.size(); ++k) {
        const std::u32string symbols = scored_form(words[k].text);
        const ScoredText text{symbols, std::vector<bool>(symbols.size(), false)};
        for (const char32_t number : words_of(text, numbering).numbers) given.push_back({number, k});
    }
    return given;
}

void put_in_place(const ScoredWords& truth, std::vector<Given>& given) {
    std::u32string numbers;
    for (const Given& word : given) numbers.push_back(word.number);
    std::size_t wanted = 0;
    std::size_t read = 0;
    for (const Step step : alignment(truth.numbers, numbers, truth.handwritten)) {
        if (step == Step::same || step == Step::changed) given[read].truth = wanted;
        if (step == Step::added) given[read].gap = wanted;
        if (step != Step::added) ++wanted;
        if (step != Step::lost) ++read;
    }
}

bool matched(const Given& word, const ScoredWords& truth) {
    return word.truth != nowhere && truth.numbers[word.truth] == word.number;
}

/// Words of the truth that no word of the output matches in its place, counted.
class Rest {
public:
    void add(char32_t number) { ++left_[number]; }
    bool take(char32_t number) {
        const auto found = left_.find(number);
        if (found == left_.end() || found->second == 0) return false;
        --found->second;
        return true;
    }

private:
    std::unordered_map<char32_t, std::size_t> left_;
};

bool handwritten_at(const ScoredWords& truth, std::size_t index) {
    return index < truth.handwritten.size() && truth.handwritten[index];
}

bool in_or_beside_handwriting(const Given& word, const ScoredWords& truth) {
    const std::size_t next = word.truth == nowhere ? word.gap : word.truth + 1;
    const std::size_t before = word.truth == nowhere ? word.gap : word.truth;
    return handwritten_at(truth, next) || (before > 0 && handwritten_at(truth, before - 1)) ||
           (word.truth != nowhere && handwritten_at(truth, word.truth));
}

}  // namespace

std::vector<JudgedWord> judge_words(std::string_view truth, const std::vector<ReadWord>& words) {
    Numbering numbering;
    const ScoredText text = truth_text(truth);
    const ScoredWords wanted = words_of(text, numbering);
    std::vector<Given> given = given_words(words, numbering);
    if (wanted.numbers.empty() || std::max(wanted.numbers.size(), given.size()) > most_words) return {};
    put_in_place(wanted, given);
    std::vector<bool> found(wanted.numbers.size(), false);
    for (const Given& word : given) {
        if (matched(word, wanted)) found[word.truth] = true;
    }
    Rest print;
    Rest handwriting;
    for (std::size_t k = 0; k < wanted.numbers.size(); ++k) {
        if (!found[k]) (wanted.handwritten[k] ? handwriting : print).add(wanted.numbers[k]);
    }
    std::vector<JudgedWord> judged;
    for (const Given& word : given) {
        if (in_or_beside_handwriting(word, wanted)) continue;
        const bool right = matched(word, wanted) || print.take(word.number);
        if (!right && handwriting.take(word.number)) continue;
        std::string there;
        if (word.truth != nowhere) there = to_utf8(wanted.text[word.truth]);
        judged.push_back({words[word.word], right, std::move(there)});
    }
    return judged;
}

}  // namespace sohoa::evaluate
