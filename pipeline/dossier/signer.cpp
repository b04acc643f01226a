#include "pipeline/dossier/signer.h"

#include <algorithm>
#include <optional>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/closed_words.h"
#include "pipeline/dossier/letterhead.h"
#include "pipeline/dossier/reading_field.h"
#include "pipeline/dossier/wording.h"

namespace sohoa::dossier {

namespace {

constexpr double right_part = 0.42;       ///< of the page width: signature blocks stand right of it
constexpr double first_page_top = 0.4;    ///< of its height: over it stands who decides, not who signs
constexpr double name_reach = 0.28;       ///< of the page height: space for signature and seal over the name
constexpr double signer_title_gap = 1.6;  ///< between lines of the block's head, in line heights

constexpr std::size_t longest_applicant = 40;  ///< letters of the line over an applicant's signature
constexpr std::u32string_view applicants[] = {U"nguoi yeu cau", U"nguoi viet don",    U"nguoi lam don",
                                              U"nguoi khai",    U"nguoi ke khai",     U"nguoi de nghi",
                                              U"nguoi nop don", U"nguoi su dung dat", U"nguoi dang ky"};

/// "KT." at the start of a line: end of the mode with its dot, and its normal form.
struct Mode {
    std::string text;
    std::size_t end = 0;
};

std::optional<Mode> mode_at_start(const Piece& piece) {
    const std::u32string_view text = piece.bare;
    std::size_t at = 0;
    while (at < text.size() && at < 2 && !is_word_character(text[at])) ++at;
    for (const Phrase& mode : wording().signer_modes) {
        if (text.substr(at, mode.bare.size()) != mode.bare) continue;
        const std::size_t end = at + mode.bare.size();
        if (end >= text.size()) continue;
        const bool dotted = text[end] == U'.' || text[end] == U',' || text[end] == U':';
        const bool blank = text[end] == U' ' && mode.bare.size() >= 2;
        if (dotted || blank) return Mode{mode.text + ".", end + 1};
    }
    return std::nullopt;
}

/// The longest title of the table that the text begins with.
struct KnownTitle {
    const Phrase* phrase = nullptr;
    Match match;
};

std::optional<KnownTitle> title_at(const Piece& piece, std::size_t from) {
    const std::u32string_view text = std::u32string_view(piece.bare).substr(from);
    std::optional<KnownTitle> longest;
    for (const Phrase& title : wording().signer_titles) {
        const auto match =
            starts_with_phrase(text, title.bare, title.bare.size() < 8 ? 0.5 : allowed_errors(title.bare));
        if (match && (!longest || title.bare.size() > longest->phrase->bare.size()))
            longest = KnownTitle{&title, *match};
    }
    return longest;
}

bool begins_with_title(const Piece& piece, std::size_t from) {
    return title_at(piece, from).has_value();
}

/// A title of the table, or two words and more that are surely read: what a seal leaves of a line is no title.
bool may_be_title(const Piece& piece, std::size_t from) {
    if (begins_with_title(piece, from)) return true;
    const std::string rest = normal_text(piece.part(from));
    return words_of(rest).size() >= 2 && to_utf32(rest).size() >= 8 && piece.confidence(from) >= 0.8;
}

/// The title with the table's spelling, then whatever follows it on the line ("CHỦ TỊCH" + "HỘI ĐỒNG …").
std::string spelled_title(const Piece& piece, std::size_t from) {
    const auto known = title_at(piece, from);
    if (!known) return normal_text(piece.part(from));
    return normal_text(known->phrase->text + " " + piece.part(from + known->match.end));
}

bool begins_with_group(const Piece& piece, std::size_t from) {
    const std::u32string_view text = std::u32string_view(piece.bare).substr(from);
    return std::any_of(wording().signer_groups.begin(), wording().signer_groups.end(), [&](const Phrase& group) {
        return starts_with_phrase(text, group.bare, allowed_errors(group.bare)).has_value();
    });
}

bool in_right_part(const Sheet& page, const Piece& piece) {
    return piece.box.centre().x > right_part * page.size.width;
}

bool may_head_block(const Sheet& page, const Piece& piece) {
    if (!in_right_part(page, piece) || piece.capitals() < 0.65 || is_motto(piece)) return false;
    if (page.number == 1 && piece.box.centre().y < first_page_top * page.size.height) return false;
    if (piece.box.width > 0.62 * page.size.width) return false;
    const auto mode = mode_at_start(piece);
    const std::size_t from = mode ? mode->end : 0;
    return mode.has_value() || begins_with_title(piece, from);
}

bool same_column(const Piece& a, const Piece& b) {
    return std::min(a.box.right(), b.box.right()) > std::max(a.box.x, b.box.x);
}

struct Block {
    std::vector<const Piece*> lines;  ///< modes and titles from top to bottom
};

/// The lowest run of head lines in the right part of the page.
Block find_block(const Sheet& page) {
    Block block;
    for (const Piece& piece : page.pieces) {
        const bool goes_on = !block.lines.empty() && same_column(*block.lines.back(), piece) &&
                             piece.row > block.lines.back()->row &&
                             piece.box.y - block.lines.back()->box.bottom() < signer_title_gap * page.line_height;
        if (may_head_block(page, piece)) {
            if (!goes_on) block.lines.clear();
            block.lines.push_back(&piece);
        } else if (goes_on && in_right_part(page, piece) && piece.capitals() > 0.8 && !begins_with_title(piece, 0)) {
            block.lines.push_back(&piece);
        }
    }
    return block;
}

/// The name under the block: the line that looks most like one, the lower of two.
const Piece* find_name(const Sheet& page, const Block& block) {
    const Piece& last = *block.lines.back();
    const Piece* best = nullptr;
    for (const Piece& piece : page.pieces) {
        if (piece.row <= last.row || !same_column(last, piece)) continue;
        if (piece.box.y - last.box.bottom() > name_reach * page.size.height) break;
        if (looks_like_name(piece.text)) best = &piece;
    }
    return best;
}

/// Where a name begins after "TS.", "Thượng tá".
std::size_t after_name_titles(const Piece& piece) {
    std::size_t at = 0;
    bool again = true;
    while (again) {
        again = false;
        for (const Phrase& title : wording().name_titles) {
            const auto rest = std::u32string_view(piece.bare).substr(at);
            if (rest.substr(0, title.bare.size()) != title.bare || rest.size() <= title.bare.size()) continue;
            const char32_t next = rest[title.bare.size()];
            if (next != U'.' && (next != U' ' || title.bare.size() < 5)) continue;
            at += title.bare.size() + 1;
            while (at < piece.text.size() && piece.text[at] == U' ') ++at;
            again = true;
        }
    }
    return at;
}

Field name_field(const Piece& piece) {
    const std::size_t begin = after_name_titles(piece);
    const std::string read = normal_name(piece.part(begin));
    const std::string name = with_known_surname(read);
    return field_from(piece, begin, piece.text.size(), "signer.name", name,
                      name != read                ? 0.85
                      : begins_with_surname(name) ? 0.97
                                                  : 0.8);
}

}  // namespace

bool looks_like_name(std::u32string_view text) {
    int words = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        while (at < text.size() && !is_word_character(text[at])) {
            const char32_t c = text[at++];
            if (c != U' ' && c != U'.' && c != U',' && c != U'\'' && c != U'-') return false;
        }
        if (at >= text.size()) break;
        if (!is_upper(text[at])) return false;
        const std::size_t begin = at;
        while (at < text.size() && is_word_character(text[at])) {
            if (is_digit(text[at])) return false;
            ++at;
        }
        if (at - begin > 7) return false;
        ++words;
    }
    return words >= 2 && words <= 6;
}

std::vector<Field> read_signer(const Sheet& page) {
    const Block block = find_block(page);
    if (block.lines.empty()) return {};
    std::vector<Field> fields;
    std::optional<Field> mode_field;
    std::optional<Field> title_field;
    for (const Piece* line : block.lines) {
        const auto mode = mode_at_start(*line);
        // Of "TM. …" over "KT. …" the first says in whose name the paper is signed.
        if (mode && mode_field) mode_field->alternatives.push_back(mode->text);
        if (mode && !mode_field) mode_field = field_from(*line, 0, mode->end, "signer.mode", mode->text, 0.97);
        // On the line of "KT.", "TL." and "TUQ." stands for whom he signs, on that of "TM." what for; his own title is
        // below.
        const bool own = !mode || mode->text == "Q.";
        const std::size_t from = mode ? mode->end : 0;
        if (!own || !may_be_title(*line, from)) continue;
        if (begins_with_group(*line, from) && !begins_with_title(*line, from)) continue;
        title_field = field_from(*line, from, line->text.size(), "signer.title", spelled_title(*line, from), 0.95);
    }
    if (mode_field) fields.push_back(*mode_field);
    if (title_field) fields.push_back(*title_field);
    if (const Piece* name = find_name(page, block)) fields.push_back(name_field(*name));
    return fields;
}

std::vector<Field> read_applicant_signature(const Sheet& page) {
    for (auto piece = page.pieces.rbegin(); piece != page.pieces.rend(); ++piece) {
        if (!in_right_part(page, *piece) || piece->text.size() > longest_applicant) continue;
        const bool heads = std::any_of(std::begin(applicants), std::end(applicants), [&](std::u32string_view words) {
            return starts_with_phrase(piece->bare, words, 1.0).has_value();
        });
        if (!heads) continue;
        const Piece* name = find_name(page, Block{{&*piece}});
        if (name == nullptr || !begins_with_surname(normal_name(name->part(0)))) return {};
        return {name_field(*name)};
    }
    return {};
}

}  // namespace sohoa::dossier
