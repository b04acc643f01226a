#include "ocr/text/language/likely_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/vietnamese.h"
#include "ocr/text/language/word_context.h"
#include "ocr/text/lines.h"

namespace sohoa::ocr {

namespace {

// What speaks against a change, in natural logarithms like the likelihood of words. Fitted by logistic regression to
// changes on real scans and made pages, right ones against wrong ones.
constexpr double of_confidence = 4.5;  // times the confidence a letter loses against the one that was read
constexpr double of_unseen = 2.0;      // for a letter the recogniser gave nothing
constexpr double of_unlisted = 2.5;    // for a letter the recogniser did not think of
constexpr double of_other_base = 2.0;  // for more than marks
constexpr double of_name = 1.6;        // for a word that begins with a capital
constexpr double of_sure_word = 0.9;   // for a word as sure as words get
constexpr double of_any = 1.0;

constexpr std::size_t most_letters = 8;  // of a syllable: "nghiêng" has seven
constexpr std::size_t most_readings = 40;

char32_t bare(char32_t c) {
    return to_utf32(without_marks(to_utf8({&c, 1}))).front();
}

/// The vowels with the same base and case, marks and all.
std::u32string_view family(char32_t vowel) {
    static constexpr std::array<std::u32string_view, 12> families = {
        U"aàáảãạăằắẳẵặâầấẩẫậ", U"AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ", U"eèéẻẽẹêềếểễệ", U"EÈÉẺẼẸÊỀẾỂỄỆ", U"iìíỉĩị", U"IÌÍỈĨỊ",
        U"oòóỏõọôồốổỗộơờớởỡợ", U"OÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ", U"uùúủũụưừứửữự", U"UÙÚỦŨỤƯỪỨỬỮỰ", U"yỳýỷỹỵ", U"YỲÝỶỸỴ"};
    for (const std::u32string_view one : families) {
        if (one.find(vowel) != std::u32string_view::npos) return one;
    }
    return {};
}

struct Reading {
    std::u32string letters;
    WordPairs::Id id = WordPairs::none;
    double cost = 0;
};

/// One word of the page and what its letters may be; `readings` is empty for what is no syllable.
struct Candidate {
    Word* word = nullptr;
    std::u32string before;  ///< signs
    std::u32string behind;
    std::vector<Reading> readings;  ///< what was read first
};

/// The only letter of a symbol; 0 for anything else.
char32_t letter_of(const std::string& symbol) {
    const std::u32string text = to_utf32(symbol);
    return text.size() == 1 && is_vietnamese_letter(text.front()) ? text.front() : 0;
}

/// What each letter of the word may be, and what speaks against it; the letter that was read first.
std::vector<std::vector<std::pair<char32_t, double>>> options_of(const Word& word, std::size_t begin, std::size_t end) {
    constexpr double nothing = 0.001;
    constexpr double sure = 0.95;
    std::vector<std::vector<std::pair<char32_t, double>>> options;
    for (std::size_t k = begin; k < end; ++k) {
        const std::vector<SymbolChoice>& choices = word.symbols[k].choices;
        const char32_t read = letter_of(choices.front().text);
        auto& here = options.emplace_back();
        here.emplace_back(read, 0.0);
        for (std::size_t j = 1; j < choices.size(); ++j) {
            const char32_t other = letter_of(choices[j].text);
            if (other == 0 || is_capital(other) != is_capital(read)) continue;
            const double lost = choices.front().confidence - choices[j].confidence;
            here.emplace_back(other, std::max(0.0, of_confidence * lost) +
                                         (choices[j].confidence <= nothing ? of_unseen : 0) +
                                         (bare(other) != bare(read) ? of_other_base : 0));
        }
        if (word.confidence >= sure) continue;
        const std::size_t listed = here.size();
        for (const char32_t other : family(read)) {
            const auto end_of_listed = here.begin() + static_cast<std::ptrdiff_t>(listed);
            if (std::any_of(here.begin(), end_of_listed, [&](const auto& option) { return option.first == other; })) {
                continue;
            }
            here.emplace_back(other, of_confidence * choices.front().confidence + of_unlisted);
        }
    }
    return options;
}

/// Readings of a word's letters that are known words, the likeliest letters first, behind what was read.
std::vector<Reading> readings_of(const Word& word, std::size_t begin, std::size_t end, const WordPairs& pairs) {
    std::vector<Reading> found{{}};
    for (const auto& options : options_of(word, begin, end)) {
        std::vector<Reading> longer;
        longer.reserve(found.size() * options.size());
        for (const Reading& reading : found) {
            for (const auto& [letter, cost] : options) {
                longer.push_back({reading.letters + letter, WordPairs::none, reading.cost + cost});
            }
        }
        // What was read costs nothing and stays the first.
        std::stable_sort(longer.begin(), longer.end(),
                         [](const Reading& a, const Reading& b) { return a.cost < b.cost; });
        if (longer.size() > most_readings) longer.resize(most_readings);
        found = std::move(longer);
    }
    const std::u32string& read = found.front().letters;
    const bool name = is_capital(read.front()) && (read.size() == 1 || !is_capital(read[1]));
    constexpr double least_sure = 0.8;
    constexpr double most_sure = 0.97;  // Tesseract gives no word more
    const double sureness =
        (std::clamp(word.confidence, least_sure, most_sure) - least_sure) / (most_sure - least_sure);
    const double change = of_any + of_sure_word * sureness + (name ? of_name : 0);
    for (Reading& reading : found) reading.id = pairs.find(to_utf8(reading.letters));
    for (std::size_t k = 1; k < found.size(); ++k) found[k].cost += change;
    found.erase(std::remove_if(found.begin() + 1, found.end(),
                               [](const Reading& reading) { return reading.id == WordPairs::none; }),
                found.end());
    return found;
}

std::u32string letters_of(const Word& word, std::size_t begin, std::size_t end) {
    std::u32string letters;
    for (std::size_t k = begin; k < end; ++k) letters += letter_of(word.symbols[k].choices.front().text);
    return letters;
}

Candidate candidate_of(Word& word, const WordPairs& pairs) {
    Candidate found;
    found.word = &word;
    std::size_t begin = 0;
    std::size_t end = word.symbols.size();
    const auto letter = [&](std::size_t k) { return letter_of(word.symbols[k].choices.front().text); };
    while (begin < end && letter(begin) == 0) ++begin;
    while (end > begin && letter(end - 1) == 0) --end;
    if (begin == end || end - begin > most_letters) return found;
    std::string spelled;
    bool has_vowel = false;
    for (std::size_t k = 0; k < word.symbols.size(); ++k) {
        const std::string& text = word.symbols[k].choices.front().text;
        spelled += text;
        if (k < begin) found.before += to_utf32(text);
        if (k >= end) found.behind += to_utf32(text);
        if (k < begin || k >= end) continue;
        if (letter(k) == 0) return found;
        has_vowel = has_vowel || !family(letter(k)).empty();
    }
    if (spelled != word.text) return found;  // mended already
    if (has_vowel) {
        found.readings = readings_of(word, begin, end, pairs);
    } else if (const std::u32string letters = letters_of(word, begin, end);
               pairs.find(to_utf8(letters)) != WordPairs::none) {
        found.readings = {
            {letters, pairs.find(to_utf8(letters)), 0}};  // an abbreviation tells something of its neighbours
    }
    return found;
}

/// The way to a reading of the last word.
struct Way {
    double score = 0;
    std::size_t from = 0;  ///< reading of the word before
};

/// Takes the best readings of words that follow each other.
class WordChain {
public:
    explicit WordChain(const WordPairs& pairs) : pairs_(pairs) {}

    void add(Candidate candidate) {
        // What stands before a bracket or a number says nothing of what stands behind it.
        constexpr std::u32string_view opening = U"(\"“'";
        const bool apart = candidate.before.find_first_not_of(opening) != std::u32string::npos;
        if (candidate.readings.empty() || apart) end();
        if (candidate.readings.empty()) return;
        std::vector<Way> ways;
        for (const Reading& reading : candidate.readings) {
            Way best{-1e300, 0};
            if (words_.empty()) best.score = pairs_.log_probability(WordPairs::none, reading.id);
            for (std::size_t k = 0; !words_.empty() && k < words_.back().readings.size(); ++k) {
                const double score =
                    ways_.back()[k].score + pairs_.log_probability(words_.back().readings[k].id, reading.id);
                if (score > best.score) best = {score, k};
            }
            best.score -= reading.cost;
            ways.push_back(best);
        }
        const bool last = !candidate.behind.empty();
        words_.push_back(std::move(candidate));
        ways_.push_back(std::move(ways));
        if (last) end();
    }

    void end() {
        if (words_.empty()) return;
        const auto best = std::max_element(ways_.back().begin(), ways_.back().end(),
                                           [](const Way& a, const Way& b) { return a.score < b.score; });
        auto reading = static_cast<std::size_t>(best - ways_.back().begin());
        for (std::size_t k = words_.size(); k-- > 0;) {
            if (reading != 0) write(words_[k], words_[k].readings[reading]);
            reading = ways_[k][reading].from;
        }
        words_.clear();
        ways_.clear();
    }

private:
    static void write(const Candidate& candidate, const Reading& reading) {
        Word& word = *candidate.word;
        if (word.raw.empty()) word.raw = word.text;
        word.text = to_utf8(candidate.before + reading.letters + candidate.behind);
    }

    const WordPairs& pairs_;
    std::vector<Candidate> words_;
    std::vector<std::vector<Way>> ways_;
};

/// Three words and more without a mark, some of them unknown: "REPUBLIC OF VIET NAM".
bool is_without_marks(const Line& line, const WordPairs& pairs) {
    constexpr int least = 3;
    int words = 0;
    bool is_foreign = false;
    for (const Word& word : line.words) {
        const std::u32string letters = core_of(word.text).letters;
        if (letters.size() < 2 || has_digit(letters)) continue;
        if (without_marks(word.text) != word.text) return false;
        ++words;
        is_foreign = is_foreign || pairs.find(to_utf8(letters)) == WordPairs::none;
    }
    return is_foreign && words >= least;
}

}  // namespace

void take_likely_words(std::vector<Block>& blocks, const WordPairs& pairs) {
    for (Block& block : blocks) {
        WordChain chain(pairs);
        for (Line& line : block.lines) {
            const bool vietnamese = !is_without_marks(line, pairs);
            for (Word& word : line.words)
                chain.add(vietnamese ? candidate_of(word, pairs) : Candidate{&word, {}, {}, {}});
            if (block.role == "table") chain.end();  // the next line may stand in another cell
        }
        chain.end();
        for (Line& line : block.lines) gather(line);
    }
}

}  // namespace sohoa::ocr
