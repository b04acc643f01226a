#include "pipeline/store/search_words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/vietnamese.h"

namespace sohoa::store {

namespace {

constexpr std::size_t longest_word = 64;
constexpr std::size_t most_words = 32;
constexpr std::size_t longest_question = 4096;

/// Folding of single characters by base/vietnamese.h, kept for Latin letters: a page has thousands of them.
class Letters {
public:
    Letters() {
        for (char32_t c = 0; c < latin.size(); ++c) {
            latin[c] = bare(c);
            latin_low[c] = low(c);
        }
        for (char32_t c = 0; c < additional.size(); ++c) {
            additional[c] = bare(0x1E00 + c);
            additional_low[c] = low(0x1E00 + c);
        }
    }

    void append_bare(char32_t c, std::string& to) const {
        if (c < latin.size()) {
            to += latin[c];
        } else if (c >= 0x1E00 && c < 0x1E00 + additional.size()) {
            to += additional[c - 0x1E00];
        } else {
            to += bare(c);
        }
    }

    char32_t lower_case(char32_t c) const {
        if (c < latin_low.size()) return latin_low[c];
        if (c >= 0x1E00 && c < 0x1E00 + additional_low.size()) return additional_low[c - 0x1E00];
        return low(c);
    }

private:
    static char32_t low(char32_t c) {
        const std::u32string folded_case = to_utf32(lower(to_utf8({&c, 1})));
        return folded_case.size() == 1 ? folded_case.front() : c;
    }
    static std::string bare(char32_t c) { return lower(without_marks(to_utf8({&c, 1}))); }

    std::array<std::string, 0x300> latin;
    std::array<std::string, 0x100> additional;
    std::array<char32_t, 0x300> latin_low{};
    std::array<char32_t, 0x100> additional_low{};
};

const Letters& letters() {
    static const Letters table;
    return table;
}

std::size_t utf8_length(char32_t c) {
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

bool is_quote(char32_t c) {
    return c == U'"' || c == U'“' || c == U'”' || c == U'„' || c == U'«' || c == U'»';
}

std::string quoted(const Word& word, Column column) {
    return '"' + (column == Column::exact ? word.exact : word.plain) + '"';
}

std::string phrase(const std::vector<Word>& words, Column column) {
    std::string text;
    for (const Word& word : words) text += (text.empty() ? "" : " + ") + quoted(word, column);
    return text;
}

/// Letters that stand for themselves in NFC: most pages have no others, and normalising is half of the work.
bool is_composed(char32_t c) {
    return c < 0x300 || (c >= 0x1E00 && c < 0x1F00);
}

/// A word in lower case may have its tone in the old place: "hòa", "khỏe", "thủy".
bool may_have_old_tone(std::u32string_view word) {
    static constexpr std::u32string_view toned = U"òóỏõọùúủũụ";
    for (std::size_t k = 0; k + 1 < word.size(); ++k) {
        const char32_t next = word[k + 1];
        const bool open = next == U'a' || next == U'e' || next == U'y';
        if (open && toned.find(word[k]) != std::u32string_view::npos) return true;
    }
    return false;
}

std::string exact_form(const std::u32string& word) {
    std::u32string low;
    bool known = true;
    for (const char32_t c : word) {
        known = known && is_composed(c);
        low.push_back(letters().lower_case(c));
    }
    if (!known) return new_tone_placement(lower(to_utf8(word)));
    return may_have_old_tone(low) ? new_tone_placement(to_utf8(low)) : to_utf8(low);
}

}  // namespace

SearchText search_text(std::string_view text) {
    std::u32string points = to_utf32(text);
    SearchText result;
    if (std::all_of(points.begin(), points.end(), is_composed)) {
        result.text = to_utf8(points);
    } else {
        result.text = nfc(text);
        points = to_utf32(result.text);
    }
    std::size_t at = 0;
    std::u32string word;
    Word current;
    const auto finish = [&] {
        if (word.empty()) return;
        current.end = at;
        current.exact = exact_form(word);
        if (current.plain.empty()) current.plain = current.exact;
        result.words.push_back(std::move(current));
        current = {};
        word.clear();
    };
    for (std::size_t k = 0; k < points.size(); ++k) {
        if (!is_word_character(points[k])) {
            finish();
        } else if (word.size() < longest_word) {
            if (word.empty()) current.begin = at;
            word.push_back(points[k]);
            letters().append_bare(points[k], current.plain);
        }
        at += utf8_length(points[k]);
    }
    finish();
    return result;
}

SearchWords search_words(std::string_view typed) {
    SearchWords result;
    std::size_t count = 0;
    std::u32string piece;
    bool last_is_open = false;
    const auto finish = [&](bool is_phrase) {
        Term term{search_text(to_utf8(piece)).words};
        piece.clear();
        if (count + term.words.size() > most_words) term.words.resize(most_words - count);
        if (term.words.empty()) return;
        count += term.words.size();
        last_is_open = !is_phrase;
        result.terms.push_back(std::move(term));
    };
    bool in_quotes = false;
    for (const char32_t c : to_utf32(nfc(typed.substr(0, longest_question)))) {
        if (is_quote(c)) {
            finish(in_quotes);
            in_quotes = !in_quotes;
        } else if (!in_quotes && (is_blank(c) || c == 0)) {
            finish(false);
        } else {
            piece.push_back(c);
        }
    }
    finish(in_quotes);
    for (const Term& term : result.terms) {
        for (const Word& word : term.words) result.with_marks = result.with_marks || word.exact != word.plain;
    }
    constexpr std::size_t shortest_beginning = 2;
    result.open_end = last_is_open && result.terms.back().words.back().plain.size() >= shortest_beginning;
    return result;
}

std::string match_expression(const SearchWords& words, Column column, Ask ask) {
    const char* between = ask == Ask::side_by_side ? " + " : ask == Ask::near_by ? " " : " AND ";
    std::string terms;
    for (const Term& term : words.terms) terms += (terms.empty() ? "" : between) + phrase(term.words, column);
    if (ask == Ask::open_end) terms += " *";
    const std::string prefix = column == Column::exact ? "exact : " : "plain : ";
    return ask == Ask::near_by ? prefix + "NEAR(" + terms + ", 10)" : prefix + "(" + terms + ")";
}

}  // namespace sohoa::store
