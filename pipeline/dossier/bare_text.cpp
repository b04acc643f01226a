#include "pipeline/dossier/bare_text.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "base/vietnamese.h"

namespace sohoa::dossier {

namespace {

constexpr double letter_cost = 1.0;
constexpr double punctuation_cost = 0.3;
constexpr double look_alike_cost = 0.4;

/// Bare forms of the Latin letters that Vietnamese texts use; the rest stay as they are.
const std::unordered_map<char32_t, char32_t>& bare_letters() {
    static const std::unordered_map<char32_t, char32_t> table = [] {
        std::unordered_map<char32_t, char32_t> letters;
        const auto add = [&](char32_t first, char32_t last) {
            for (char32_t c = first; c <= last; ++c) {
                const std::u32string low = to_utf32(lower(without_marks(to_utf8(std::u32string(1, c)))));
                if (low.size() == 1) letters[c] = low[0];
            }
        };
        add(0x41, 0x5A);
        add(0xC0, 0x24F);
        add(0x1E00, 0x1EFF);
        letters[U'Ð'] = letters[U'ð'] = letters[U'Ɖ'] = U'd';
        for (const char32_t dash : U"–—‒―−‐‑") letters[dash] = U'-';
        for (const char32_t quote : U"“”„«»") letters[quote] = U'"';
        for (const char32_t quote : U"‘’`´") letters[quote] = U'\'';
        letters.erase(0);
        return letters;
    }();
    return table;
}

bool look_alike(char32_t a, char32_t b) {
    static constexpr std::u32string_view groups[] = {U"il1|tj!", U"o0q", U"b8", U"s5", U"g96",
                                                     U"z2",      U"uv",  U"nm", U"ce", U"yv"};
    return std::any_of(std::begin(groups), std::end(groups), [&](std::u32string_view group) {
        return group.find(a) != std::u32string_view::npos && group.find(b) != std::u32string_view::npos;
    });
}

double gap_cost(char32_t c) {
    return is_word_character(c) ? letter_cost : punctuation_cost;
}

double substitution_cost(char32_t a, char32_t b) {
    if (a == b) return 0;
    if (!is_word_character(a) && !is_word_character(b)) return punctuation_cost;
    return look_alike(a, b) ? look_alike_cost : letter_cost;
}

struct Cell {
    double cost = 0;
    std::size_t begin = 0;
};

}  // namespace

std::u32string bare(std::u32string_view text) {
    std::u32string result(text);
    const auto& letters = bare_letters();
    for (char32_t& c : result) {
        if (const auto found = letters.find(c); found != letters.end()) c = found->second;
    }
    return result;
}

std::u32string bare(std::string_view text) {
    return bare(to_utf32(nfc(text)));
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool is_word_character(char32_t c) {
    return is_digit(c) || is_vietnamese_letter(c) || (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
}

bool is_upper(char32_t c) {
    if (c < 0x80) return c >= U'A' && c <= U'Z';
    const std::u32string low = to_utf32(lower(to_utf8(std::u32string(1, c))));
    return low.size() == 1 && low[0] != c;
}

bool is_lower(char32_t c) {
    return is_word_character(c) && !is_digit(c) && !is_upper(c);
}

double differing_letters(std::u32string_view a, std::u32string_view b) {
    std::vector<double> row(b.size() + 1);
    for (std::size_t j = 0; j < b.size(); ++j) row[j + 1] = row[j] + gap_cost(b[j]);
    for (const char32_t c : a) {
        double diagonal = row[0];
        row[0] += gap_cost(c);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const double best =
                std::min({diagonal + substitution_cost(c, b[j]), row[j + 1] + gap_cost(c), row[j] + gap_cost(b[j])});
            diagonal = row[j + 1];
            row[j + 1] = best;
        }
    }
    return row.back();
}

double similarity(std::u32string_view a, std::u32string_view b) {
    const auto longest = std::max(a.size(), b.size());
    if (longest == 0) return 1;
    return std::max(0.0, 1.0 - differing_letters(a, b) / static_cast<double>(longest));
}

std::optional<Match> find_phrase(std::u32string_view text, std::u32string_view phrase, double most_errors) {
    const auto at_word_start = [&](std::size_t k) { return k == 0 || !is_word_character(text[k - 1]); };
    const auto at_word_end = [&](std::size_t k) { return k == text.size() || !is_word_character(text[k]); };
    // column[i]: cheapest way to read the first i letters of the phrase so that it ends at the current place of the
    // text.
    std::vector<Cell> column(phrase.size() + 1);
    const auto restart = [&](std::size_t k) { return Cell{at_word_start(k) ? 0.0 : 1e9, k}; };
    column[0] = restart(0);
    for (std::size_t i = 0; i < phrase.size(); ++i) column[i + 1] = {column[i].cost + gap_cost(phrase[i]), 0};
    std::optional<Match> best;
    for (std::size_t k = 0; k < text.size(); ++k) {
        Cell diagonal = column[0];
        column[0] = restart(k + 1);
        for (std::size_t i = 0; i < phrase.size(); ++i) {
            Cell cell{diagonal.cost + substitution_cost(text[k], phrase[i]), diagonal.begin};
            if (const double skip = column[i + 1].cost + gap_cost(text[k]); skip < cell.cost)
                cell = {skip, column[i + 1].begin};
            if (const double miss = column[i].cost + gap_cost(phrase[i]); miss < cell.cost)
                cell = {miss, column[i].begin};
            diagonal = column[i + 1];
            column[i + 1] = cell;
        }
        const Cell& whole = column.back();
        if (whole.cost > most_errors || !at_word_end(k + 1)) continue;
        if (!best || whole.cost < best->errors) best = Match{whole.begin, k + 1, whole.cost};
    }
    return best;
}

std::optional<Match> starts_with_phrase(std::u32string_view text, std::u32string_view phrase, double most_errors) {
    const auto reach =
        static_cast<std::size_t>(static_cast<double>(phrase.size()) + most_errors / punctuation_cost + 3);
    auto found = find_phrase(text.substr(0, std::min(text.size(), reach + 24)), phrase, most_errors);
    if (!found || found->begin > 3) return std::nullopt;
    for (std::size_t k = 0; k < found->begin; ++k) {
        if (is_word_character(text[k]) && found->begin > 2) return std::nullopt;
    }
    return found;
}

double allowed_errors(std::u32string_view phrase) {
    const auto letters = static_cast<double>(std::count_if(phrase.begin(), phrase.end(), is_word_character));
    return letters < 4 ? 0.4 : std::max(1.0, letters / 6);
}

}  // namespace sohoa::dossier
