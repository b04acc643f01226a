#include "pipeline/dossier/bare_text.h"

#include <algorithm>
#include <array>
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

/// Pairs of ASCII characters that recognisers take for each other.
constexpr auto look_alikes = [] {
    constexpr std::array<std::string_view, 10> groups{"il1|tj!", "o0q", "b8", "s5", "g96",
                                                      "z2",      "uv",  "nm", "ce", "yv"};
    std::array<std::array<bool, 128>, 128> pairs{};
    for (const std::string_view group : groups) {
        for (const unsigned char a : group) {
            for (const unsigned char b : group) pairs[a][b] = true;
        }
    }
    return pairs;
}();

bool look_alike(char32_t a, char32_t b) {
    return a < 128 && b < 128 && look_alikes[a][b];
}

struct Character {
    bool word = false;  ///< letter or digit
    bool upper = false;
};

Character character(char32_t c) {
    Character result;
    result.word = is_digit(c) || is_vietnamese_letter(c) || (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
    if (c < 0x80) {
        result.upper = c >= U'A' && c <= U'Z';
    } else {
        const std::u32string low = to_utf32(lower(to_utf8(std::u32string(1, c))));
        result.upper = low.size() == 1 && low[0] != c;
    }
    return result;
}

/// A table of the characters that texts are made of: they are asked for at every step of every comparison.
class Characters {
public:
    Characters() {
        for (char32_t c = 0; c < table_.size(); ++c) table_[c] = character(c);
    }
    Character of(char32_t c) const { return c < table_.size() ? table_[c] : character(c); }

private:
    std::array<Character, 0x2000> table_;
};

const Characters& known_characters() {
    static const Characters table;
    return table;
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

constexpr double unreachable = 1e9;

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

std::size_t after_blanks(std::u32string_view text, std::size_t at) {
    while (at < text.size() && text[at] == U' ') ++at;
    return at;
}

bool is_word_character(char32_t c) {
    return known_characters().of(c).word;
}

bool is_upper(char32_t c) {
    return known_characters().of(c).upper;
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
    std::vector<double> gaps(phrase.size());
    std::transform(phrase.begin(), phrase.end(), gaps.begin(), gap_cost);
    // column[i]: cheapest way to read the first i letters of the phrase so that it ends at the current place of the
    // text. Cells that cost more than the errors allowed lead nowhere, so those behind `last` are not looked at
    // (Ukkonen 1985): they stay unreachable.
    std::vector<Cell> column(phrase.size() + 1, Cell{unreachable, 0});
    const auto restart = [&](std::size_t k) { return Cell{at_word_start(k) ? 0.0 : unreachable, k}; };
    column[0] = restart(0);
    std::size_t last = 0;
    while (last < phrase.size() && column[last].cost + gaps[last] <= most_errors) {
        column[last + 1] = {column[last].cost + gaps[last], 0};
        ++last;
    }
    std::optional<Match> best;
    for (std::size_t k = 0; k < text.size(); ++k) {
        const double gap = gap_cost(text[k]);
        Cell diagonal = column[0];
        column[0] = restart(k + 1);
        std::size_t reached = 0;
        for (std::size_t i = 0; i < phrase.size() && (i <= last || column[i].cost <= most_errors); ++i) {
            Cell cell{diagonal.cost + substitution_cost(text[k], phrase[i]), diagonal.begin};
            if (const double skip = column[i + 1].cost + gap; skip < cell.cost) cell = {skip, column[i + 1].begin};
            if (const double miss = column[i].cost + gaps[i]; miss < cell.cost) cell = {miss, column[i].begin};
            if (cell.cost > most_errors) cell.cost = unreachable;
            diagonal = column[i + 1];
            column[i + 1] = cell;
            if (cell.cost <= most_errors) reached = i + 1;
        }
        last = reached;
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
