#include "ocr/text/unwritten_signs.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

// In small letters.
constexpr double least_bullet = 0.25;
constexpr double largest_bullet = 0.85;
constexpr double bullet_above_line = 0.15;
constexpr double raised = 0.3;  ///< what ends that far above the line is no digit on it
constexpr double thickest_bar = 0.25;
constexpr double least_bar = 0.4;   ///< of the width of what stands above
constexpr double bar_hangs = 0.45;  ///< no farther below the letter

constexpr double roundest = 0.65;     ///< share of ink in the box of a full circle: π/4, less what scanning takes
constexpr double sure_by_ink = 0.97;  ///< told of a sign that spelling and ink agree on

/// Where the letters around a word stand.
struct Standing {
    double base = 0;   ///< pixels from the top
    double small = 0;  ///< height of small letters in pixels
};

class Signs {
public:
    Signs(const LineInk& of, std::vector<Line>& lines) : of_(of), lines_(lines) {}

    void write() {
        for (std::size_t l = 0; l < lines_.size(); ++l) {
            std::vector<Word>& words = lines_[l].words;
            for (std::size_t w = 0; w < words.size(); ++w) {
                const std::optional<std::u32string> text = sign_instead(l, w);
                if (!text) continue;
                Word& word = words[w];
                if (word.raw.empty()) word.raw = word.text;
                word.text = to_utf8(*text);
                word.confidence = std::max(word.confidence, sure_by_ink);
                word.symbols.clear();
                word.second.reset();
            }
        }
    }

private:
    std::optional<std::u32string> sign_instead(std::size_t line, std::size_t at) const {
        const std::vector<Word>& words = lines_[line].words;
        const Word& word = words[at];
        const std::u32string text = to_utf32(word.text);
        if (text.empty()) return std::nullopt;
        if (at == 0 && words.size() > 1 && text.size() <= 2 && is_bullet(word, standing_of(line, 1))) return U"•";
        if (at > 0 && is_amount(words[at - 1].text) && has_one_letter(text) &&
            has_bar_below(word, standing_of(line, at - 1))) {
            return U"₫" + text.substr(1);
        }
        if (at + 1 < words.size() && may_be_numero(text) && begins_with_digit(words[at + 1].text) &&
            is_numero(word, standing_of(line, at + 1))) {
            return U"№";
        }
        if (const std::size_t digit = power_of_metre(text); digit != std::u32string::npos) {
            return with_raised_digit(word, text, digit, standing_of(line, at));
        }
        return std::nullopt;
    }

    Standing standing_of(std::size_t line, std::size_t word) const {
        for (const WordGroup& group : of_.groups()) {
            if (group.line == line && group.first <= word && word < group.end) return {group.base, group.small};
        }
        return {};
    }

    /// The ink around a word, `below` pixels under its box too, from left to right.
    std::vector<Piece> ink_of(const Word& word, double below) const {
        std::vector<Piece> found;
        for (const Piece& piece : of_.ink().pieces) {
            const Point centre = piece.box.centre();
            if (centre.x >= word.box.x && centre.x < word.box.right() && centre.y >= word.box.y - 1 &&
                centre.y < word.box.bottom() + below) {
                found.push_back(piece);
            }
        }
        std::sort(found.begin(), found.end(), [](const Piece& a, const Piece& b) { return a.box.x < b.box.x; });
        return found;
    }

    bool is_bullet(const Word& word, Standing among) const {
        if (among.small <= 0) return false;
        const std::vector<Piece> ink = ink_of(word, 0);
        if (ink.size() != 1) return false;
        const Box& box = ink.front().box;
        const double small = std::max(among.small, of_.x_height());  // of a short line with a bullet it is too low
        const int shorter = std::min(box.width, box.height);
        const int longer = std::max(box.width, box.height);
        return shorter >= least_bullet * small && longer <= largest_bullet * small &&
               longer <= shorter + 0.2 * longer + 1 && ink.front().area >= roundest * static_cast<double>(box.area()) &&
               box.bottom() <= among.base - bullet_above_line * small && box.y >= among.base - 1.3 * small;
    }

    static bool is_amount(const std::string& text) {
        return !text.empty() && is_digit(to_utf32(text).back()) && text.find_first_of("/-") == std::string::npos;
    }

    static bool has_one_letter(const std::u32string& text) {
        const std::size_t signs = text.find_first_of(U".,;:)/");
        const std::size_t letters = signs == std::u32string::npos ? text.size() : signs;
        return letters == 1 && is_vietnamese_letter(text.front());
    }

    /// True where a level stroke lies below the word's letter, which stands on the line.
    bool has_bar_below(const Word& word, Standing among) const {
        if (among.small <= 0) return false;
        const std::vector<Piece> ink = ink_of(word, bar_hangs * among.small);
        return std::any_of(ink.begin(), ink.end(), [&](const Piece& bar) {
            return bar.box.height <= std::max(2.0, thickest_bar * among.small) && bar.box.width >= 0.5 * among.small &&
                   bar.box.y >= among.base;
        });
    }

    static bool begins_with_digit(const std::string& text) { return !text.empty() && is_digit(to_utf32(text).front()); }

    static bool may_be_numero(const std::u32string& text) {
        return !text.empty() && text.size() <= 4 &&
               std::u32string_view(U"NÑMẸẺ").find(text.front()) != std::u32string_view::npos;
    }

    bool is_numero(const Word& word, Standing among) const {
        if (among.small <= 0) return false;
        const std::vector<Piece> ink = ink_of(word, 0);
        const auto is_bar = [&](const Box& box, const Box& ring) {
            return box.height <= std::max(2.0, thickest_bar * among.small) && box.width >= least_bar * ring.width &&
                   box.centre().x > ring.x && box.centre().x < ring.right() && box.y >= ring.bottom();
        };
        return std::any_of(ink.begin(), ink.end(), [&](const Piece& ring) {
            const bool stands_raised = ring.box.bottom() < among.base - 0.1 * among.small &&
                                       ring.box.height > 0.4 * among.small && ring.box.x > word.box.centre().x - 2;
            return stands_raised &&
                   std::any_of(ink.begin(), ink.end(), [&](const Piece& bar) { return is_bar(bar.box, ring.box); });
        });
    }

    /// Where the digit of "m2", "(km2)", "đồng/m3;" stands; npos in other words.
    static std::size_t power_of_metre(const std::u32string& text) {
        for (std::size_t k = 1; k < text.size(); ++k) {
            if ((text[k] != U'2' && text[k] != U'3' && text[k] != U'²' && text[k] != U'³') || text[k - 1] != U'm')
                continue;
            const bool ends =
                k + 1 == text.size() || std::u32string_view(U".,;:)/").find(text[k + 1]) != std::u32string_view::npos;
            const std::size_t unit =
                k >= 2 && std::u32string_view(U"kcd").find(text[k - 2]) != std::u32string_view::npos ? k - 2 : k - 1;
            const bool begins = unit == 0 || !is_vietnamese_letter(text[unit - 1]);
            return ends && begins ? k : std::u32string::npos;
        }
        return std::u32string::npos;
    }

    std::optional<std::u32string> with_raised_digit(const Word& word, std::u32string text, std::size_t digit,
                                                    Standing among) const {
        if (among.small <= 0 || !is_digit(text[digit])) return std::nullopt;
        const std::vector<Piece> ink = ink_of(word, 0);
        const bool stands_raised = std::any_of(ink.begin(), ink.end(), [&](const Piece& piece) {
            return piece.box.bottom() < among.base - raised * among.small && piece.box.height > 0.5 * among.small &&
                   piece.box.height > piece.box.width;
        });
        if (!stands_raised) return std::nullopt;
        text[digit] = text[digit] == U'2' ? U'²' : U'³';
        return text;
    }

    const LineInk& of_;
    std::vector<Line>& lines_;
};

}  // namespace

void write_unwritten_signs(const LineInk& of, std::vector<Line>& lines) {
    Signs(of, lines).write();
}

}  // namespace sohoa::ocr
