#include "pipeline/dossier/letterhead.h"

#include <algorithm>
#include <optional>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/closed_words.h"
#include "pipeline/dossier/date_text.h"
#include "pipeline/dossier/number_symbol.h"
#include "pipeline/dossier/reading_field.h"
#include "pipeline/dossier/wording.h"

namespace sohoa::dossier {

namespace {

constexpr double head_share = 0.45;         ///< of the page height: nothing of a letterhead stands lower
constexpr double issuer_line_gap = 2.6;     ///< between lines of the agency's name, in line heights
constexpr double issuer_to_number_gap = 5;  ///< rule and blank between agency and number, in line heights
constexpr double least_capitals = 0.7;
/// No grammar checks the digits of a number. What a pen wrote is read with less confidence than this, and mostly wrong;
/// it is left to the operator.
constexpr double least_number_confidence = 0.6;

bool in_head(const Sheet& sheet, const Piece& piece) {
    return piece.box.centre().y < head_share * sheet.size.height;
}

std::optional<Match> motto_in(const Piece& piece) {
    for (const Phrase& motto : wording().mottos) {
        if (auto found = find_phrase(piece.bare, motto.bare, allowed_errors(motto.bare) * 1.3)) return found;
    }
    return std::nullopt;
}

/// Where a letterhead piece has to be cut in two; npos for nowhere.
std::size_t cut_place(const Piece& piece) {
    if (const auto motto = motto_in(piece)) {
        if (motto->begin > 2) return motto->begin;
        if (motto->end + 2 < piece.text.size()) return motto->end;
        return std::u32string::npos;
    }
    const auto date = find_written_date(piece.bare);
    const auto number = read_number_line(piece.text);
    if (date && number && number->symbol_end < date->begin) return number->symbol_end;
    return std::u32string::npos;
}

bool ends_with(std::u32string_view text, std::u32string_view tail) {
    return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

bool begins_with(std::u32string_view text, std::u32string_view head) {
    return text.substr(0, head.size()) == head;
}

/// A blank left for the pen is as wide as a column gap: "Số:      /QĐ-UBND", "ngày      tháng 3 năm 2024".
bool belong_together(const Piece& left, const Piece& right) {
    if (left.row != right.row) return false;
    const std::u32string_view a = left.bare;
    const std::u32string_view b = right.bare;
    if ((begins_with(a, U"so:") || begins_with(a, U"so ")) && a.size() < 10 && (b[0] == U'/' || is_digit(b[0])))
        return true;
    if (a == U"so" && is_digit(b[0])) return true;
    if ((ends_with(a, U"ngay") || a.find(U"ngay ") != std::u32string_view::npos) && begins_with(b, U"thang"))
        return true;
    if (ends_with(a, U" ngay") || ends_with(a, U" thang") || ends_with(a, U" nam"))
        return is_digit(b[0]) || begins_with(b, U"nam") || begins_with(b, U"thang");
    return a.find(U"thang") != std::u32string_view::npos && begins_with(b, U"nam ");
}

/// "Hà Nội" of "Hà Nội, ngày": the words before the date, without what hangs around them.
std::size_t place_begin(const Piece& piece, std::size_t date_begin) {
    std::size_t at = date_begin;
    while (at > 0) {
        std::size_t word = at;
        while (word > 0 && piece.text[word - 1] == U' ') --word;
        const std::size_t end = word;
        while (word > 0 && piece.text[word - 1] != U' ') --word;
        const bool capital = word < end && (is_upper(piece.text[word]) || is_digit(piece.text[word]));
        const bool dash = end - word == 1 && !is_word_character(piece.text[word]);
        if (!capital && !dash) break;
        at = word;
    }
    return at;
}

void add_place_and_date(const Sheet& sheet, Letterhead& head) {
    for (const Piece& piece : sheet.pieces) {
        if (!in_head(sheet, piece)) break;
        auto found = place_and_date(piece);
        const bool date_alone_left = found.size() == 1 && piece.box.centre().x < 0.4 * sheet.size.width;
        if (found.empty() || date_alone_left) continue;
        head.fields.insert(head.fields.end(), found.begin(), found.end());
        head.last_row = std::max(head.last_row, piece.row);
        return;
    }
}

struct NumberLine {
    const Piece* piece = nullptr;
    NumberAndSymbol read;
};

/// The first line that carries a symbol; a bare number only where no line has one (stamps of incoming mail do).
NumberLine find_number_line(const Sheet& sheet) {
    NumberLine without_symbol;
    for (const Piece& piece : sheet.pieces) {
        if (!in_head(sheet, piece)) break;
        auto read = read_number_line(piece.text);
        if (!read) continue;
        if (!read->symbol.empty()) return {&piece, std::move(*read)};
        if (without_symbol.piece == nullptr) without_symbol = {&piece, std::move(*read)};
    }
    return without_symbol;
}

/// "Số: 119/2026" of a register: number and year belong together, and there is no symbol.
NumberAndSymbol with_year(NumberAndSymbol read) {
    const bool year = read.symbol.size() == 4 &&
                      std::all_of(read.symbol.begin(), read.symbol.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!year || read.number.empty()) return read;
    read.number += "/" + read.symbol;
    read.number_end = read.symbol_end;
    read.symbol.clear();
    return read;
}

void add_number(const NumberLine& line, Letterhead& head) {
    if (line.piece == nullptr) return;
    const NumberAndSymbol read = with_year(line.read);
    const double strength = (read.exact ? 0.99 : 0.85) * (read.known || read.symbol.empty() ? 1 : 0.9);
    // A pen's number stands apart from the printed symbol; where both are one word, its confidence is the symbol's,
    // too.
    const bool apart = std::any_of(line.piece->words.begin(), line.piece->words.end(), [&](const PlacedWord& word) {
        return word.begin <= read.number_begin && word.end == read.number_end;
    });
    const bool sure = !apart || line.piece->confidence(read.number_begin, read.number_end) >= least_number_confidence;
    if (!read.number.empty() && sure) {
        head.fields.push_back(
            field_from(*line.piece, read.number_begin, read.number_end, "number", read.number, strength));
    }
    if (!read.symbol.empty()) {
        head.fields.push_back(
            field_from(*line.piece, read.symbol_begin, read.symbol_end, "symbol", read.symbol, strength));
    }
    head.number_row = line.piece->row;
    head.last_row = std::max(head.last_row, line.piece->row);
}

/// Capitals, no digits but those of a name ("QUẬN 1"), no signature panel.
bool may_name_an_agency(const Piece& piece) {
    if (piece.capitals() < least_capitals || is_motto(piece)) return false;
    const auto letters = std::count_if(piece.text.begin(), piece.text.end(), is_word_character);
    const auto digits = std::count_if(piece.text.begin(), piece.text.end(), is_digit);
    return letters >= 3 && digits * 3 < letters && piece.text.find(U':') == std::u32string::npos;
}

/// Errors of the phrase that the piece begins with best; nullopt where it begins with none.
std::optional<double> begins_with_any(const Piece& piece, const std::vector<Phrase>& phrases) {
    std::optional<double> least;
    for (const Phrase& phrase : phrases) {
        const auto match = starts_with_phrase(piece.bare, phrase.bare, phrase.bare.size() < 5 ? 0.4 : 1.0);
        if (match && (!least || match->errors < *least)) least = match->errors;
    }
    return least;
}

/// "PHÒNG KINH TẾ" begins an agency although it is one letter from "PHƯỜNG …", which goes on with one.
bool begins_agency(const Piece& piece) {
    const auto head = begins_with_any(piece, wording().issuer_heads);
    const auto continuation = begins_with_any(piece, wording().issuer_continuations);
    return head && (!continuation || *head < *continuation);
}

bool wants_more(const Piece& piece) {
    const std::u32string_view text = piece.bare;
    const auto ends = [&](std::u32string_view tail) {
        return text.size() > tail.size() && text.substr(text.size() - tail.size()) == tail;
    };
    return ends(U" va") || ends(U",") || ends(U" -") || ends(U" &") || ends(U"-");
}

/// Lines of the agency column, from top to bottom.
std::vector<const Piece*> agency_lines(const Sheet& sheet, const Letterhead& head) {
    double motto_top = -1;
    double motto_left = sheet.size.width;
    int lowest_row = head.number_row;
    for (const Piece& piece : sheet.pieces) {
        if (!in_head(sheet, piece)) break;
        if (!is_motto(piece)) continue;
        if (motto_top < 0) motto_top = piece.box.y;
        motto_left = std::min(motto_left, static_cast<double>(piece.box.x));
        if (head.number_row < 0) lowest_row = std::max(lowest_row, piece.row + 1);
    }
    std::vector<const Piece*> lines;
    double next_top = -1;
    for (auto piece = sheet.pieces.rbegin(); piece != sheet.pieces.rend(); ++piece) {
        if (!in_head(sheet, *piece) || piece->row > lowest_row) continue;
        if (piece->row == head.number_row) {
            next_top = next_top < 0 ? piece->box.y : std::min(next_top, static_cast<double>(piece->box.y));
            continue;
        }
        const bool left = piece->box.centre().x < 0.5 * sheet.size.width && piece->box.centre().x < motto_left;
        if (!left || !may_name_an_agency(*piece)) continue;
        if (motto_top >= 0 && piece->box.bottom() < motto_top - sheet.line_height) break;
        const double allowed = (lines.empty() ? issuer_to_number_gap : issuer_line_gap) * sheet.line_height;
        if (next_top >= 0 && next_top - piece->box.bottom() > allowed) break;
        lines.insert(lines.begin(), &*piece);
        next_top = piece->box.y;
    }
    return lines;
}

/// Without a number line the name ends where no line wants more: "PHÒNG KINH TẾ, HẠ TẦNG" goes on with "VÀ ĐÔ THỊ".
void go_on_below(const Sheet& sheet, std::vector<const Piece*>& lines) {
    if (lines.empty()) return;
    for (const Piece& piece : sheet.pieces) {
        const Piece& last = *lines.back();
        if (!in_head(sheet, piece) || piece.row <= last.row || piece.box.centre().x > 0.5 * sheet.size.width) continue;
        const bool close = piece.box.y - last.box.bottom() < issuer_line_gap * sheet.line_height;
        const bool goes_on = wants_more(last) || starts_with_phrase(piece.bare, U"va", 0.2);
        if (!close || !goes_on || !may_name_an_agency(piece)) return;
        lines.push_back(&piece);
    }
}

/// Lines into agencies: a line that begins like an agency's name begins a new one, unless the line before it wants
/// more.
std::vector<Field> agencies(const std::vector<const Piece*>& lines) {
    std::vector<Field> found;
    const Piece* before = nullptr;
    for (const Piece* line : lines) {
        if (before == nullptr || (begins_agency(*line) && !wants_more(*before))) {
            found.push_back(field_from(*line, 0, line->text.size(), "issuer", normal_text(line->part(0)), 0.95));
            found.back().value = found.back().normalized;
        } else {
            extend(found.back(), *line, 0, line->text.size(), 0.93);
        }
        before = line;
    }
    for (Field& field : found) field.normalized = with_known_agency_words(field.normalized);
    return found;
}

}  // namespace

bool Letterhead::names_agency(const Piece& piece) const {
    const std::pair<int, int> place{piece.row, piece.box.x};
    return std::find(agency_lines.begin(), agency_lines.end(), place) != agency_lines.end();
}

std::vector<Field> place_and_date(const Piece& piece) {
    const auto date = find_written_date(piece.bare);
    if (!date) return {};
    // "… ngày 05 tháng 3 năm 2024 của …" inside a sentence is the date of another paper.
    const std::size_t begin = place_begin(piece, date->begin);
    const bool made_at = find_phrase(std::u32string_view(piece.bare).substr(0, begin), U"lam tai", 1.0).has_value();
    if ((begin > 3 && !(made_at && begin < 12)) || date->end + 6 < piece.text.size()) return {};
    std::vector<Field> fields;
    const std::string place = normal_text(piece.part(begin, date->begin));
    if (!place.empty()) {
        fields.push_back(field_from(piece, begin, date->begin, "place", place, 0.97));
        fields.back().value = place;
    }
    const double strength = date->exact ? 0.99 : date->date.day == 0 ? 0.6 : 0.9;
    fields.push_back(field_from(piece, date->begin, date->end, "date", iso(date->date), strength));
    return fields;
}

bool is_motto(const Piece& piece) {
    const auto found = motto_in(piece);
    return found && 2 * (found->end - found->begin) > piece.text.size();
}

void part_letterhead(Sheet& first_page) {
    std::vector<Piece> pieces;
    for (Piece& piece : first_page.pieces) {
        if (!pieces.empty() && in_head(first_page, piece) && belong_together(pieces.back(), piece)) {
            piece = joined(pieces.back(), piece);
            pieces.pop_back();
        }
        while (in_head(first_page, piece)) {
            const std::size_t at = cut_place(piece);
            if (at == std::u32string::npos) break;
            auto [left, right] = cut(piece, at);
            if (left.text.empty() || right.text.empty()) break;
            pieces.push_back(std::move(left));
            piece = std::move(right);
        }
        pieces.push_back(std::move(piece));
    }
    first_page.pieces = std::move(pieces);
}

Letterhead read_letterhead(const Sheet& first_page) {
    Letterhead head;
    head.motto = std::any_of(first_page.pieces.begin(), first_page.pieces.end(),
                             [&](const Piece& piece) { return in_head(first_page, piece) && is_motto(piece); });
    add_number(find_number_line(first_page), head);
    add_place_and_date(first_page, head);
    auto lines = agency_lines(first_page, head);
    if (head.number_row < 0) go_on_below(first_page, lines);
    for (const Piece* line : lines) head.agency_lines.emplace_back(line->row, line->box.x);
    auto names = agencies(lines);
    if (names.size() >= 2) {
        names[names.size() - 2].name = "issuer_parent";
        head.fields.insert(head.fields.begin(), names.end() - 2, names.end());
    } else {
        head.fields.insert(head.fields.begin(), names.begin(), names.end());
    }
    return head;
}

}  // namespace sohoa::dossier
