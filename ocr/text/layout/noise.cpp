#include "ocr/text/layout/noise.h"

#include <algorithm>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

struct Letters {
    int letters = 0;  ///< of the alphabet
    int digits = 0;
    int others = 0;
    int longest = 0;  ///< most letters or digits in a row
};

Letters count_letters(std::string_view text) {
    Letters count;
    int run = 0;
    for (const char32_t c : to_utf32(text)) {
        const bool digit = c >= U'0' && c <= U'9';
        const bool letter = is_vietnamese_letter(c);
        run = digit || letter ? run + 1 : 0;
        count.longest = std::max(count.longest, run);
        if (digit) {
            ++count.digits;
        } else if (letter) {
            ++count.letters;
        } else if (!is_blank(c)) {
            ++count.others;
        }
    }
    return count;
}

double confidence_of(const TextPiece& piece) {
    double sum = 0;
    for (const Word& word : piece.words) sum += word.confidence;
    return piece.words.empty() ? 1 : sum / static_cast<double>(piece.words.size());
}

/// True where a second network sees letters or digits too, and is sure of them: a digit, or the last letter of a cell.
bool is_seen_twice(const TextPiece& piece, double height) {
    constexpr double sure = 0.8;
    constexpr double highest = 1.25;  // heights of the page's letters: pen strokes reach farther
    return piece.box.height <= highest * height &&
           std::all_of(piece.words.begin(), piece.words.end(), [](const Word& word) {
               return word.second && word.second->confidence >= sure && count_letters(word.second->text).longest > 0;
           });
}

bool is_noise(const TextPiece& piece, double height) {
    const Letters count = count_letters(text_of(piece));
    const double confidence = confidence_of(piece);
    const bool odd_size = piece.box.height > 1.8 * height || piece.box.height < 0.4 * height;
    if (count.longest >= 3) {
        const bool impossible_size = piece.box.height > 2.2 * height || piece.box.height < 0.3 * height;
        return impossible_size && confidence < 0.5;
    }
    if (count.letters + count.digits == 0) return confidence < 0.6 || odd_size;
    if (is_seen_twice(piece, height)) return false;
    if (count.longest < 2 && count.others > 0 && confidence < 0.7) return true;
    if (count.letters == 1 && count.digits == 0 && confidence < 0.8) return true;
    return confidence < 0.35 || (odd_size && confidence < 0.9);
}

}  // namespace

std::vector<TextPiece> without_noise(std::vector<TextPiece> pieces) {
    const double height = usual_height(pieces);
    std::erase_if(pieces, [&](const TextPiece& piece) { return is_noise(piece, height); });
    return pieces;
}

bool is_scribble(const Line& line) {
    const Letters count = count_letters(line.text);
    if (count.longest <= 1) return true;
    if (count.longest == 2) return line.words.size() == 1 || line.confidence < 0.7;
    return line.confidence < 0.4 && count.others * 3 >= count.letters;
}

}  // namespace sohoa::ocr
