#include "ocr/text/language/mended_titles.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include "base/vietnamese.h"

namespace sohoa::models {
std::string_view signer_titles();
}  // namespace sohoa::models

namespace sohoa::ocr {

namespace {

constexpr std::size_t first_lines = 3;      // of a signature: authority, office, office behind "KT."
constexpr double other_mark = 0.35;         // of a letter
constexpr double most_where_sure = 0.75;    // letters: two marks
constexpr double most_where_unsure = 0.4;   // of the title's letters
constexpr double nearer_than_others = 0.6;  // letters
constexpr double rival = 0.45;              // of its letters: a title that differs in more is not looked like
constexpr double sure = 0.8;

std::u32string joined(const std::vector<std::string>& words) {
    std::u32string letters;
    for (const std::string& word : words) letters += to_utf32(new_tone_placement(word));
    return letters;
}

double difference(char32_t a, char32_t b) {
    if (a == b) return 0;
    return without_marks(to_utf8({&a, 1})) == without_marks(to_utf8({&b, 1})) ? other_mark : 1;
}

/// Levenshtein's distance, in letters; one that differs in its marks alone counts less.
double distance(const std::u32string& a, const std::u32string& b) {
    std::vector<double> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<double>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        double diagonal = row[0];
        row[0] = static_cast<double>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const double changed = diagonal + difference(a[i - 1], b[j - 1]);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

bool is_in_capitals(const Line& line) {
    constexpr double most_small = 0.25;
    double capitals = 0;
    double small = 0;
    for (const char32_t c : to_utf32(line.text)) {
        if (!is_vietnamese_letter(c)) continue;
        (is_capital(c) ? capitals : small) += 1;
    }
    return capitals >= 4 && small <= most_small * (capitals + small);
}

/// "KT.", "TM.", "TL.", "TUQ.", "Q.": how the signer stands for another.
bool says_on_behalf(const std::string& word) {
    return word == "KT." || word == "TM." || word == "TL." || word == "TUQ." || word == "Q.";
}

struct Match {
    const std::vector<std::string>* title = nullptr;
    std::size_t words = 0;  ///< of the line
    double distance = std::numeric_limits<double>::max();
};

/// The title nearest to the words from `first` on, with as many of them as are nearest to it; none where another title
/// is about as near.
Match nearest(const std::vector<Word>& words, std::size_t first, const SignerTitles& titles) {
    constexpr std::size_t most_words = 9;
    Match best;
    double second = std::numeric_limits<double>::max();
    for (const std::vector<std::string>& title : titles.all()) {
        const std::u32string wanted = joined(title);
        Match own;
        std::u32string read;
        for (std::size_t count = 1; count <= most_words && first + count <= words.size(); ++count) {
            read += to_utf32(new_tone_placement(words[first + count - 1].text));
            const double apart = distance(read, wanted);
            if (apart < own.distance) own = {&title, count, apart};
        }
        if (own.distance > rival * static_cast<double>(wanted.size())) continue;
        if (own.distance < best.distance) {
            second = best.distance;
            best = own;
        } else {
            second = std::min(second, own.distance);
        }
    }
    return second - best.distance < nearer_than_others && best.distance > 0 ? Match{} : best;
}

/// The words of a title in the places of those that were read for it: each its own where they are as many, else as wide
/// as its letters are many.
std::vector<Word> in_place_of(const std::vector<Word>& read, const std::vector<std::string>& title) {
    std::vector<Word> written;
    if (read.size() == title.size()) {
        written = read;
    } else {
        Box all;
        Word like = read.front();
        like.raw.clear();
        for (const Word& word : read) {
            all = bounding(all, word.box);
            like.confidence = std::min(like.confidence, word.confidence);
            like.raw += (like.raw.empty() ? "" : " ") + (word.raw.empty() ? word.text : word.raw);
        }
        const std::size_t gaps = title.size() - 1;
        const double letter = 1.0 * all.width / static_cast<double>(joined(title).size() + gaps);
        double x = all.x;
        for (const std::string& word : title) {
            const double width = letter * static_cast<double>(to_utf32(word).size());
            like.box = {static_cast<int>(std::lround(x)), all.y, static_cast<int>(std::lround(width)), all.height};
            written.push_back(like);
            x += width + letter;
        }
    }
    for (std::size_t k = 0; k < written.size(); ++k) {
        const bool same = new_tone_placement(written[k].text) == new_tone_placement(title[k]);
        if (same && read.size() == title.size()) continue;
        if (written[k].raw.empty()) written[k].raw = written[k].text;
        written[k].text = title[k];
        written[k].symbols.clear();
        written[k].second.reset();
    }
    return written;
}

bool begins_with_one_of(const std::vector<Word>& words, std::size_t first,
                        const std::vector<std::vector<std::string>>& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](const std::vector<std::string>& phrase) {
        return words.size() - first >= phrase.size() &&
               std::equal(phrase.begin(), phrase.end(), words.begin() + static_cast<std::ptrdiff_t>(first),
                          [](const std::string& each, const Word& word) { return each == word.text; });
    });
}

void mend(Line& line, const SignerTitles& titles) {
    std::vector<Word>& words = line.words;
    const std::size_t first = !words.empty() && says_on_behalf(words.front().text) ? 1 : 0;
    if (first >= words.size() || !is_in_capitals(line)) return;
    if (begins_with_one_of(words, first, titles.others())) return;
    const Match match = nearest(words, first, titles);
    if (match.title == nullptr || match.distance == 0) return;
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = begin + static_cast<std::ptrdiff_t>(match.words);
    const bool is_sure = std::all_of(begin, end, [](const Word& word) { return word.confidence >= sure; });
    const double most =
        is_sure ? most_where_sure : most_where_unsure * static_cast<double>(joined(*match.title).size());
    if (match.distance > most) return;
    std::vector<Word> written = in_place_of({begin, end}, *match.title);
    const auto at = words.erase(begin, end);
    words.insert(at, std::make_move_iterator(written.begin()), std::make_move_iterator(written.end()));
}

}  // namespace

SignerTitles::SignerTitles(std::string_view text) {
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(line.size() < text.size() ? line.size() + 1 : line.size());
        if (line.empty() || line.front() == '#') continue;
        const bool is_other = line.front() == '=';
        (is_other ? others_ : titles_).push_back(words_of(is_other ? line.substr(1) : line));
    }
}

const SignerTitles& SignerTitles::built_in() {
    static const SignerTitles all(models::signer_titles());
    return all;
}

void mend_titles(std::vector<Block>& blocks, const SignerTitles& titles) {
    static const SignerTitles motto("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    for (Block& block : blocks) {
        const bool told = block.role == "signature" || block.role == "letterhead_issuer";
        const SignerTitles* wanted = block.role == "letterhead_motto" ? &motto : told ? &titles : nullptr;
        if (wanted == nullptr) continue;
        for (std::size_t k = 0; k < std::min(first_lines, block.lines.size()); ++k) mend(block.lines[k], *wanted);
    }
}

}  // namespace sohoa::ocr
