#include "ocr/text/layout/text_piece.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/vietnamese.h"
#include "ocr/text/layout/anchors.h"

namespace sohoa::ocr {

namespace {

constexpr double widest_blank = 0.8;  ///< of the height of letters: blanks of justified lines seldom reach it

double quantile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// True where ink of the word reaches below the baseline: g p q y, commas, brackets, a dot under a vowel.
bool descends(const Word& word) {
    constexpr std::u32string_view reaching = U"gpqyjQ,;()[]{}|/_ạậặẹệịọộợụựỵẠẬẶẸỆỊỌỘỢỤỰỴ";
    const std::u32string letters = to_utf32(word.text);
    return letters.find_first_of(reaching) != std::u32string::npos;
}

double height_of(const std::vector<Word>& words) {
    std::vector<double> heights;
    for (const Word& word : words) {
        if (to_utf32(word.text).size() > 1) heights.push_back(word.box.height);
    }
    if (heights.empty()) {
        for (const Word& word : words) heights.push_back(word.box.height);
    }
    return quantile(std::move(heights), 0.7);
}

double baseline_of(const std::vector<Word>& words, double height) {
    std::vector<double> standing;
    std::vector<double> reaching;
    for (const Word& word : words) {
        // Dashes and quotation marks hang in the air.
        if (word.box.height < 0.4 * height) continue;
        (descends(word) ? reaching : standing).push_back(word.box.bottom());
    }
    if (!standing.empty()) return quantile(std::move(standing), 0.5);
    if (!reaching.empty()) return quantile(std::move(reaching), 0.5) - 0.2 * height;
    double bottom = 0;
    for (const Word& word : words) bottom = std::max<double>(bottom, word.box.bottom());
    return bottom;
}

TextPiece piece_of(std::vector<Word> words, double slope) {
    TextPiece piece;
    for (const Word& word : words) piece.box = bounding(piece.box, word.box);
    piece.height = height_of(words);
    piece.baseline = baseline_of(words, piece.height);
    piece.slope = slope;
    piece.words = std::move(words);
    return piece;
}

double slope_of(const Baseline& baseline) {
    const double run = baseline.end.x - baseline.start.x;
    return run > 1 ? (baseline.end.y - baseline.start.y) / run : 0;
}

/// Remains of rules and leaders: nothing on these papers is written with them alone.
bool is_rule_rest(const Word& word) {
    return word.text.find_first_not_of("_|") == std::string::npos;
}

/// True where "CỘNG HÒA XÃ HỘI …" begins: narrow letterheads leave hardly a blank before it.
bool motto_begins(const std::vector<Word>& words, std::size_t at) {
    if (at + 4 > words.size() || words[at].text != upper(words[at].text)) return false;
    std::string head;
    for (std::size_t k = at; k < at + 4; ++k) head += words[k].text + ' ';
    return folded(words[at].text).starts_with("c") && says_motto(head);
}

}  // namespace

std::vector<TextPiece> pieces_of(const std::vector<Line>& lines) {
    std::vector<TextPiece> pieces;
    for (const Line& line : lines) {
        if (line.words.empty()) continue;
        std::vector<Word> sorted = line.words;
        std::erase_if(sorted, is_rule_rest);
        if (sorted.empty()) continue;
        std::stable_sort(sorted.begin(), sorted.end(), [](const Word& a, const Word& b) { return a.box.x < b.box.x; });
        const double widest = widest_blank * height_of(sorted);
        const double slope = slope_of(line.baseline);
        std::vector<Word> words;
        int right = 0;
        for (std::size_t k = 0; k < sorted.size(); ++k) {
            Word& word = sorted[k];
            if (!words.empty() && (word.box.x - right > widest || motto_begins(sorted, k))) {
                pieces.push_back(piece_of(std::exchange(words, {}), slope));
            }
            right = words.empty() ? word.box.right() : std::max(right, word.box.right());
            words.push_back(word);
        }
        pieces.push_back(piece_of(std::move(words), slope));
    }
    return pieces;
}

double usual_height(const std::vector<TextPiece>& pieces) {
    std::vector<double> heights;
    for (const TextPiece& piece : pieces) {
        // Each word has a voice, so that a page of text outweighs its few headings and specks.
        if (piece.table < 0) heights.insert(heights.end(), piece.words.size(), piece.height);
    }
    return quantile(std::move(heights), 0.5);
}

std::string text_of(const TextPiece& piece) {
    std::string text;
    for (const Word& word : piece.words) {
        if (!text.empty()) text += ' ';
        text += word.text;
    }
    return text;
}

}  // namespace sohoa::ocr
