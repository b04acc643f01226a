#include "ocr/text/language/mended_codes.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

bool is_one_of(char32_t c, std::u32string_view signs) {
    return signs.find(c) != std::u32string_view::npos;
}

void take_text(Word& word, const std::u32string& text) {
    std::string before = std::exchange(word.text, to_utf8(text));
    if (word.text == before) return;
    if (word.raw.empty()) word.raw = std::move(before);
    word.symbols.clear();
}

/// Which letters of a word are a D that may be a Đ: the recogniser thought of one, or was not sure of the word at all.
/// Papers have misprints; they stay.
std::vector<bool> doubtful_d(const Word& word, const std::u32string& text) {
    constexpr double unsure = 0.6;
    std::vector<bool> doubtful(text.size());
    for (std::size_t k = 0; k < text.size(); ++k) {
        if (text[k] != U'D') continue;
        doubtful[k] = word.confidence < unsure;
        if (word.symbols.size() != text.size()) continue;
        const std::vector<SymbolChoice>& choices = word.symbols[k].choices;
        doubtful[k] = doubtful[k] || std::any_of(choices.begin(), choices.end(), [](const SymbolChoice& choice) {
                          return choice.text == "Đ" || choice.text == "Ð";
                      });
    }
    return doubtful;
}

/// The only run that is known and differs from `run`, which begins at `begin` of its word, by a Đ for one or more of
/// its doubtful D; empty where there is none.
std::u32string with_barred_d(const std::u32string& run, const std::vector<bool>& doubtful, std::size_t begin,
                             const Abbreviations& known) {
    constexpr std::size_t most = 4;  // D in an abbreviation
    std::vector<std::size_t> places;
    for (std::size_t k = 0; k < run.size(); ++k) {
        if (doubtful[begin + k]) places.push_back(k);
    }
    if (places.empty() || places.size() > most) return {};
    std::u32string found;
    for (std::size_t choice = 1; choice < (std::size_t{1} << places.size()); ++choice) {
        std::u32string tried = run;
        for (std::size_t k = 0; k < places.size(); ++k) {
            if ((choice >> k & 1U) != 0) tried[places[k]] = U'Đ';
        }
        if (!known.contains(tried)) continue;
        if (!found.empty()) return {};
        found = std::move(tried);
    }
    return found;
}

/// Runs of capitals between signs, each by itself. The shortest stand only in a paper's number: "D" and "CD" by
/// themselves may be anything.
void mend_barred_d(Word& word, const Abbreviations& known) {
    std::u32string text = to_utf32(word.text);
    const std::vector<bool> doubtful = doubtful_d(word, text);
    constexpr std::size_t long_enough = 4;
    const bool number = text.find(U'/') != std::u32string::npos || text.find(U'-') != std::u32string::npos;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && is_capital(text[end])) ++end;
        const bool alone = (begin == 0 || !is_letter_or_digit(text[begin - 1])) &&
                           (end == text.size() || !is_letter_or_digit(text[end]));
        const std::u32string run = text.substr(begin, end - begin);
        if (alone && run.size() >= (number ? 2 : long_enough) && !known.contains(run)) {
            const std::u32string mended = with_barred_d(run, doubtful, begin, known);
            if (!mended.empty()) text.replace(begin, run.size(), mended);
        }
        begin = std::max(end, begin + 1);
    }
    take_text(word, text);
}

/// I and l among two digits and more, or behind one or two capitals and with a digit. Roman numerals and
/// names of goods ("HDMI2") have more letters.
std::u32string with_one(std::string_view word) {
    std::u32string text = to_utf32(word);
    std::size_t at = 0;
    while (at < text.size() && is_one_of(text[at], U"(“\"+")) ++at;
    constexpr std::size_t most_capitals = 2;
    for (std::size_t part = at; part < text.size();) {
        std::size_t one = part;
        while (one < text.size() && is_capital(text[one]) && text[one] != U'I') ++one;
        const std::size_t capitals = one - part;
        std::size_t end = one;
        std::size_t digits = 0;
        for (; end < text.size() && (is_digit(text[end]) || is_one_of(text[end], U"Il")); ++end) {
            digits += is_digit(text[end]) ? 1 : 0;
        }
        const bool roman = capitals > 0 && is_one_of(text[one - 1], U"VX");
        const bool ends = end >= text.size() || !is_letter_or_digit(text[end]);
        if (ends && !roman && capitals <= most_capitals && digits >= (capitals == 0 ? 2U : 1U)) {
            for (std::size_t k = one; k < end; ++k) text[k] = is_digit(text[k]) ? text[k] : U'1';
        }
        const std::size_t next = text.find(U'+', part);
        if (next == std::u32string::npos) break;
        part = next + 1;
    }
    return text;
}

/// "I", "l," behind "Điều".
void mend_article(const Word& before, Word& word) {
    if (lower(before.text) != "điều") return;
    std::u32string text = to_utf32(word.text);
    const bool one = !text.empty() && (text.front() == U'I' || text.front() == U'l') &&
                     std::all_of(text.begin() + 1, text.end(), [](char32_t c) { return is_one_of(c, U".,;:)"); });
    if (one) take_text(word, U"1" + text.substr(1));
}

/// "VI,", "V1;" behind "Lưu:".
void mend_clerk(const Word& before, Word& word) {
    const std::u32string text = to_utf32(word.text);
    const std::string letters = folded(before.text);
    const bool copy = (letters == "luu" || letters == "luu:") && text.size() >= 2 && text.size() <= 3;
    if (!copy || text[0] != U'V' || !is_one_of(text[1], U"I1lF")) return;
    if (text.size() == 3 && !is_one_of(text[2], U",;.:")) return;
    take_text(word, U"VT" + text.substr(2));
}

/// "TI.", "TII.", "lI." at the head of a line or behind the name of what is counted so.
void mend_roman(Word& word) {
    std::u32string text = to_utf32(word.text);
    if (text.size() < 3 || text.size() > 4 || !is_one_of(text.back(), U".,;:")) return;
    const auto letters = std::u32string_view(text).substr(0, text.size() - 1);
    const bool strokes = std::all_of(letters.begin(), letters.end(), [](char32_t c) { return is_one_of(c, U"TIl|"); });
    if (!strokes || letters.find(U'I') == std::u32string_view::npos) return;
    std::fill(text.begin(), text.end() - 1, U'I');
    take_text(word, text);
}

bool is_counted_in_roman(const Word& before) {
    const std::string name = lower(before.text);
    return name == "quý" || name == "phần" || name == "chương" || name == "mục" || name == "lớp";
}

/// Where the signs "./." that end a paper begin, or what was read for them; npos where the word does not end so.
std::size_t closing_of(std::u32string_view text) {
    const std::size_t slash = text.find(U'/');
    if (slash == std::u32string_view::npos || (slash > 0 && text[slash - 1] == U':')) return std::u32string_view::npos;
    const auto is_mark = [](char32_t c) { return !is_letter_or_digit(c); };
    if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(slash), text.end(), is_mark)) {
        return std::u32string_view::npos;
    }
    std::size_t begin = slash;
    while (begin > 0 && is_one_of(text[begin - 1], U".,;?")) --begin;
    // A lone slash joins what follows.
    const bool stopped = begin < slash || slash + 1 < text.size();
    return stopped ? begin : std::u32string_view::npos;
}

void drop_last(std::vector<Word>& words) {
    Word& before = words[words.size() - 2];
    const Word& last = words.back();
    if (before.raw.empty()) before.raw = before.text;
    before.raw += " " + (last.raw.empty() ? last.text : last.raw);
    before.box = bounding(before.box, last.box);
    before.symbols.clear();
    before.second.reset();
    words.pop_back();
}

void mend_closing(std::vector<Word>& words) {
    if (words.empty()) return;
    if (words.size() > 1) {
        const std::u32string last = to_utf32(words.back().text);
        const std::u32string before = to_utf32(words[words.size() - 2].text);
        const bool behind_closing = last.size() == 1 && before.size() > 2 && closing_of(before) == before.size() - 2;
        const bool apart =
            last.size() <= 3 && closing_of(last) == 0 && !before.empty() && is_vietnamese_letter(before.back());
        if (behind_closing || apart) {
            const std::u32string text = before.substr(0, behind_closing ? before.size() - 2 : before.size()) + U"./.";
            drop_last(words);
            words.back().text = to_utf8(text);
            return;
        }
    }
    std::u32string text = to_utf32(words.back().text);
    const std::size_t closing = closing_of(text);
    constexpr std::size_t most_signs = 7;
    if (closing == std::u32string::npos || closing == 0 || text.size() - closing > most_signs) return;
    const char32_t end = text[closing - 1];
    if (!is_letter_or_digit(end) && !is_one_of(end, U"”\")")) return;
    take_text(words.back(), text.substr(0, closing) + U"./.");
}

}  // namespace

void mend_codes(Line& line, const Abbreviations& known) {
    std::vector<Word>& words = line.words;
    for (std::size_t k = 0; k < words.size(); ++k) {
        mend_barred_d(words[k], known);
        take_text(words[k], with_one(words[k].text));
        if (words[k].second) words[k].second->text = to_utf8(with_one(words[k].second->text));
        if (k == 0 || is_counted_in_roman(words[k - 1])) mend_roman(words[k]);
        if (k > 0) {
            mend_article(words[k - 1], words[k]);
            mend_clerk(words[k - 1], words[k]);
        }
    }
    mend_closing(words);
}

}  // namespace sohoa::ocr
