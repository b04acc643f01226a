#include "ocr/text/word_merging.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "base/vietnamese.h"
#include "ocr/text/lines.h"

namespace sohoa::ocr {

namespace {

bool is_believable(const Line& line) {
    constexpr double sure = 0.6;
    const bool has_word = std::any_of(line.words.begin(), line.words.end(), [](const Word& word) {
        const std::u32string text = to_utf32(word.text);
        const auto letters = std::count_if(text.begin(), text.end(), is_letter_or_digit);
        return word.confidence >= sure && letters >= 2;
    });
    return has_word && line.confidence >= sure;
}

/// Takes away what was read of some letters of words before the whole of them was.
void take_scraps(std::vector<Line>& lines, const Line& whole) {
    const auto is_scrap = [&](const Word& scrap) {
        return std::any_of(whole.words.begin(), whole.words.end(), [&](const Word& word) {
            return word.text.size() > scrap.text.size() &&
                   10 * intersection(scrap.box, word.box).area() > 7 * scrap.box.area();
        });
    };
    for (Line& line : lines) std::erase_if(line.words, is_scrap);
    std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
}

}  // namespace

bool stand_alike(const Box& a, const Box& b) {
    const int shared = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    return 10 * shared > 7 * std::max(a.width, b.width);
}

void take_surer_words(const WordImage& image, std::vector<Word> read, std::vector<Line>& lines) {
    constexpr double surer = 0.01;
    std::vector<Word>& words = lines[image.line].words;
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(image.first);
    const auto end = words.begin() + static_cast<std::ptrdiff_t>(image.end);
    const bool alike = std::equal(first, end, read.begin(), read.end(),
                                  [](const Word& old, const Word& other) { return stand_alike(old.box, other.box); });
    if (alike) {
        for (std::size_t k = 0; k < read.size(); ++k) {
            Word& old = words[image.first + k];
            if (read[k].confidence > old.confidence + surer) old = std::move(read[k]);
        }
        return;
    }
    Line before;
    before.words.assign(first, end);
    Line after;
    after.words = read;
    gather(before);
    gather(after);
    const bool whole = 10 * after.text.size() >= 8 * before.text.size();
    if (!whole || after.confidence <= before.confidence + surer) return;
    words.insert(words.erase(first, end), std::make_move_iterator(read.begin()), std::make_move_iterator(read.end()));
}

void take_marks(const WordImage& image, const std::vector<Word>& again, std::vector<Line>& lines) {
    for (std::size_t w = image.first; w < image.end; ++w) {
        Word& old = lines[image.line].words[w];
        const auto word = std::find_if(again.begin(), again.end(), [&](const Word& each) {
            return stand_alike(each.box, old.box) && each.confidence > 0.6 * old.confidence &&
                   folded(each.text) == folded(old.text);
        });
        if (word == again.end()) continue;
        old.text = word->text;
        old.raw = word->raw;
        old.symbols = word->symbols;
        old.box = bounding(old.box, word->box);
        old.confidence = word->confidence;
    }
}

bool add_believable(std::vector<Line> read, std::vector<Line>& lines) {
    bool any = false;
    for (Line& line : read) {
        if (!is_believable(line)) continue;
        take_scraps(lines, line);
        lines.push_back(std::move(line));
        any = true;
    }
    return any;
}

namespace {

/// The full stop behind a number, say.
bool is_one_sign(const std::string& text) {
    return text.size() == 1 && std::string_view(".,:;-/)(").find(text) != std::string_view::npos;
}

std::string letters_of(const std::string& text) {
    std::u32string letters;
    for (const char32_t c : to_utf32(folded(text))) {
        if (is_letter_or_digit(c)) letters += c;
    }
    return to_utf8(letters);
}

/// In one row and over each other, with the same letters whatever the signs ("1993.." over "1993"); or a speck of the
/// other word with some of its letters.
bool says_the_same_there(const Word& word, const Word& other) {
    constexpr double in_one_row = 0.6;  // of the lower
    constexpr double over_other = 0.8;  // of the narrower
    constexpr double speck = 0.2;       // of the other's area
    const Box shared = intersection(word.box, other.box);
    if (shared.height <= in_one_row * std::min(word.box.height, other.box.height) ||
        shared.width <= over_other * std::min(word.box.width, other.box.width)) {
        return false;
    }
    const std::string letters = letters_of(word.text);
    const std::string others = letters_of(other.text);
    if (letters.empty()) return false;
    const bool is_speck = static_cast<double>(word.box.area()) < speck * static_cast<double>(other.box.area());
    return letters == others || (is_speck && letters.size() > 1 && others.find(letters) != std::string::npos);
}

}  // namespace

void take_what_was_read_twice(std::vector<Line>& lines) {
    constexpr double same_place = 0.6;  // of the smaller box; of both where the words differ
    constexpr double hardly_read = 0.3;
    constexpr double sure = 0.8;
    std::vector<const Word*> words;
    for (const Line& line : lines) {
        for (const Word& word : line.words) words.push_back(&word);
    }
    // The surest first: what is taken away takes nothing else with it.
    std::stable_sort(words.begin(), words.end(),
                     [](const Word* a, const Word* b) { return a->confidence > b->confidence; });
    std::vector<const Word*> kept;
    std::vector<const Word*> again;
    for (const Word* word : words) {
        const std::string text = folded(word->text);
        const bool known = std::any_of(kept.begin(), kept.end(), [&](const Word* other) {
            const auto shared = static_cast<double>(intersection(word->box, other->box).area());
            const auto smaller = static_cast<double>(std::min(word->box.area(), other->box.area()));
            if (says_the_same_there(*word, *other)) return true;
            if (shared <= same_place * smaller) return false;
            const auto larger = static_cast<double>(std::max(word->box.area(), other->box.area()));
            const bool its_sign = is_one_sign(text) && folded(other->text).ends_with(text);
            return folded(other->text) == text || its_sign ||
                   (shared > same_place * larger && word->confidence < hardly_read && other->confidence >= sure);
        });
        (known ? again : kept).push_back(word);
    }
    for (Line& line : lines) {
        std::erase_if(line.words,
                      [&](const Word& word) { return std::find(again.begin(), again.end(), &word) != again.end(); });
    }
}

}  // namespace sohoa::ocr
