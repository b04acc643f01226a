#include "ocr/text/language/word_confidence.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "base/vietnamese.h"
#include "ocr/text/language/abbreviations.h"
#include "ocr/text/language/word_context.h"
#include "ocr/text/lines.h"

namespace sohoa::ocr {

namespace {

/// How far the letters of a word stand out from their nearest rivals, 0 … 1; below 0 where that is not known.
double margin_of(const Word& word) {
    double margin = word.symbols.empty() ? -1 : 1;
    for (const ReadSymbol& symbol : word.symbols) {
        for (std::size_t k = 1; k < symbol.choices.size(); ++k) {
            margin = std::min(margin, symbol.choices[0].confidence - symbol.choices[k].confidence);
        }
    }
    return margin;
}

/// What each kind of evidence is worth, in natural logarithms of the odds that the word is right.
struct Weights {
    double any = 0;
    double confidence = 0;    ///< of the network, as logit
    double agreement = 0;     ///< of a second network
    double agreed = 0;        ///< its confidence then, as logit
    double disagreement = 0;  ///< of a second network
    double oddity = 0;
    double single_sign = 0;  ///< one letter or digit alone
    double margin = 0;       ///< of its letters
    double unknown_margin = 0;
};

// Fitted to 48 299 words: real scans, made papers of the seeds 811, 9401 and 9502 at five levels of scanning.
constexpr Weights of_numbers = {0.52, 0.82, 0.74, 0.66, -0.70, -3.7, -0.47, 0.39, -1.46};
constexpr Weights of_words = {-0.55, 0.38, 0.86, 0.27, -0.97, -3.8, 1.40, 3.30, -1.12};
constexpr double of_unknown = -1.13;  ///< of letters that are no known word
constexpr double of_likelihood_before = 0.38;
constexpr double of_likelihood_behind = 0.45;

/// Of what was mended, one word in twenty that looks as sure as any is wrong (5 000 words of real scans and made papers
/// hold 560 mended ones).
constexpr double of_mended = -1.0;

double odds_of(const Word& word, const Weights& of) {
    double sum = (word.raw.empty() ? 0 : of_mended) + of.any + of.confidence * logit_of(word.confidence) +
                 of.oddity * std::min(oddity_of(word.text), 1.0);
    if (word.second && word.second->text == word.text) {
        sum += of.agreement + of.agreed * logit_of(word.second->confidence);
    } else if (word.second && word.second->text != word.raw) {
        sum += of.disagreement;
    }
    if (to_utf32(word.text).size() == 1) sum += of.single_sign;
    const double margin = margin_of(word);
    return sum + (margin < 0 ? of.unknown_margin : of.margin * margin);
}

/// What language has to say of a word without digits, in the same measure.
double odds_of_language(const WordCore& core, const Neighbours& beside, const WordPairs& pairs) {
    // Logarithms of how likely a word is, as they are for words that nobody would wonder about.
    constexpr double usual = -8;
    constexpr double least = -14;
    const WordPairs::Id id = pairs.find(to_utf8(core.letters));
    if (id == WordPairs::none) return Abbreviations::built_in().balance(core.letters) > 0 ? 0 : of_unknown;
    double sum = 0;
    if (core.before.empty()) {
        sum += of_likelihood_before * (std::max(pairs.log_probability(beside.before, id), least) - usual);
    }
    if (core.behind.empty() && beside.behind != WordPairs::none) {
        sum += of_likelihood_behind * (std::max(pairs.log_probability(id, beside.behind), least) - usual);
    }
    return sum;
}

}  // namespace

void calibrate_confidence(std::vector<Block>& blocks, const WordPairs& pairs) {
    for (Block& block : blocks) {
        const std::vector<Word*> words = words_in(block);
        for (std::size_t k = 0; k < words.size(); ++k) {
            Word& word = *words[k];
            const WordCore core = core_of(word.text);
            const double odds =
                has_digit(core.letters)
                    ? odds_of(word, of_numbers)
                    : odds_of(word, of_words) + odds_of_language(core, neighbours_of(words, k, pairs), pairs);
            word.confidence = 1 / (1 + std::exp(-odds));
        }
        for (Line& line : block.lines) gather(line);
    }
}

}  // namespace sohoa::ocr
