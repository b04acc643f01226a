#include "ocr/text/language/likelier_readings.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/vietnamese.h"
#include "ocr/text/language/abbreviations.h"
#include "ocr/text/language/word_context.h"
#include "ocr/text/lines.h"

namespace sohoa::ocr {

namespace {

/// What speaks for the second reading of a word, more or less, and what each is worth.
struct Evidence {
    double likelier = 0;       ///< between its neighbours, in natural logarithms
    double known = 0;          ///< 1: it alone is a known word, -1: the first alone is
    double abbreviations = 0;  ///< how many more of its abbreviations are known
    double confidence = 0;     ///< of the second network, as logit
    double doubt = 0;          ///< of the first network: its confidence as logit, below 0
    double oddity = 0;         ///< how much odder the first is
    double mended = 0;         ///< 1: the first was corrected by its neighbours
    double other_letters = 0;  ///< 1: they differ in more than marks
    double other_signs = 0;    ///< 1: they differ in signs around the word alone
    double semicolon = 0;      ///< 1: it has a semicolon where the first has a colon, -1: the other way round

    /// Log odds that it is right and the first is not. Fitted to words on real scans and made pages (seed 811) of which
    /// one of both readings was right.
    double odds() const {
        return 0.53 * likelier - 1.6 * known + 1.9 * abbreviations + 0.66 * confidence + 0.62 * doubt + 4.0 * oddity -
               0.9 * mended + 0.4 * other_letters + 1.35 * other_signs + 2.8 * semicolon - 1.9;
    }
};

class Judge {
public:
    explicit Judge(const WordPairs& pairs) : pairs_(pairs) {}

    /// `word` has a second reading.
    Evidence evidence_of(const Word& word, const Neighbours& beside) const {
        const WordCore here = core_of(word.text);
        const WordCore other = core_of(word.second->text);
        Evidence found;
        found.other_signs = here.letters == other.letters ? 1 : 0;
        if (found.other_signs == 0) {
            if (!has_digit(here.letters) && !has_digit(other.letters)) {
                constexpr double most = 8;
                const WordPairs::Id id = pairs_.find(to_utf8(here.letters));
                const WordPairs::Id other_id = pairs_.find(to_utf8(other.letters));
                found.likelier =
                    std::clamp(likelihood(other, other_id, beside) - likelihood(here, id, beside), -most, most);
                found.known = (other_id != WordPairs::none ? 1 : 0) - (id != WordPairs::none ? 1 : 0);
            }
            found.abbreviations =
                std::clamp(abbreviations_.balance(other.letters) - abbreviations_.balance(here.letters), -2, 2);
            found.other_letters = without_marks(word.text) != without_marks(word.second->text) ? 1 : 0;
        }
        found.confidence = logit_of(word.second->confidence);
        found.doubt = -logit_of(word.confidence);
        found.oddity = std::clamp(oddity_of(word.text) - oddity_of(word.second->text), -1.0, 1.0);
        found.mended = word.raw.empty() ? 0 : 1;
        const auto ends = [](const std::string& text, char sign) { return text.back() == sign ? 1 : 0; };
        found.semicolon =
            ends(word.second->text, ';') * ends(word.text, ':') - ends(word.second->text, ':') * ends(word.text, ';');
        return found;
    }

private:
    /// Natural logarithm of how likely the word is between its neighbours.
    double likelihood(const WordCore& core, WordPairs::Id id, const Neighbours& beside) const {
        double sum = core.before.empty() ? pairs_.log_probability(beside.before, id) : 0;
        if (core.behind.empty() && beside.behind != WordPairs::none) sum += pairs_.log_probability(id, beside.behind);
        return sum;
    }

    const WordPairs& pairs_;
    const Abbreviations& abbreviations_ = Abbreviations::built_in();
};

/// A number or code with or without two letters and more at one end: the networks saw different ink.
bool has_less_or_more(const std::string& one, const std::string& other) {
    const auto without_stops = [](const std::string& text) {
        std::u32string plain = to_utf32(text);
        while (!plain.empty() && std::u32string_view(U".,;:").find(plain.back()) != std::u32string_view::npos) {
            plain.pop_back();
        }
        return plain;
    };
    const std::u32string letters = without_stops(one);
    const std::u32string others = without_stops(other);
    if (!has_digit(letters) && !has_digit(others)) return false;
    const std::u32string& longer = letters.size() > others.size() ? letters : others;
    const std::u32string& shorter = letters.size() > others.size() ? others : letters;
    constexpr std::size_t least = 2;  // one letter may be a stroke beside the word
    return longer.size() >= shorter.size() + least && (longer.starts_with(shorter) || longer.ends_with(shorter));
}

/// What says much less, or next to nothing for sure, is no reading of the same word.
bool is_reading_of(const Word& word) {
    constexpr double least = 0.15;
    const std::size_t letters = to_utf32(word.second->text).size();
    if (has_less_or_more(word.text, word.second->text)) return false;
    return word.second->confidence >= least && 10 * letters >= 6 * to_utf32(word.text).size();
}

}  // namespace

void take_likelier_readings(std::vector<Block>& blocks, const WordPairs& pairs) {
    const Judge judge(pairs);
    for (Block& block : blocks) {
        const std::vector<Word*> words = words_in(block);
        for (std::size_t k = 0; k < words.size(); ++k) {
            Word& word = *words[k];
            // What ink or grammar mended was misread by both.
            if (!word.second || word.second->text == word.text || word.second->text == word.raw) continue;
            const Neighbours beside = neighbours_of(words, k, pairs);
            if (!is_reading_of(word) || judge.evidence_of(word, beside).odds() <= 0) continue;
            if (word.raw.empty()) word.raw = word.text;
            word.text = word.second->text;
            word.confidence = word.second->confidence;
            word.symbols.clear();
        }
        for (Line& line : block.lines) gather(line);
    }
}

}  // namespace sohoa::ocr
