#include "pipeline/dossier/title.h"

#include <algorithm>
#include <cmath>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/number_symbol.h"
#include "pipeline/dossier/reading_field.h"

namespace sohoa::dossier {

namespace {

constexpr double least_similarity = 0.84;
constexpr double title_share = 0.62;    ///< of the page height: titles stand above
constexpr double title_line_gap = 1.8;  ///< between lines of one title, in line heights
constexpr std::size_t most_title_lines = 4;

bool is_centred(const Sheet& sheet, const Piece& piece, double tolerance) {
    const double centre = sheet.text_area.empty() ? sheet.size.width / 2.0 : sheet.text_area.centre().x;
    return std::abs(piece.box.centre().x - centre) < tolerance * sheet.size.width;
}

double below(const Piece& upper, const Piece& lower) {
    return lower.box.y - upper.box.bottom();
}

bool overlap_across(const Piece& a, const Piece& b) {
    return std::min(a.box.right(), b.box.right()) > std::max(a.box.x, b.box.x);
}

/// The next piece under `piece`, close and in the same column.
const Piece* line_under(const Sheet& sheet, const Piece& piece, double most_gap) {
    for (const Piece& next : sheet.pieces) {
        if (next.row <= piece.row || !overlap_across(piece, next)) continue;
        return below(piece, next) < most_gap * sheet.line_height ? &next : nullptr;
    }
    return nullptr;
}

struct TitleText {
    std::vector<const Piece*> pieces;
    std::u32string text;
    std::u32string bare;
};

/// How well `lines` say `phrase`; the end of the match in the last line.
struct TitleMatch {
    double likeness = 0;
    std::size_t end = 0;
};

/// Marks that a text has otherwise than the phrase, over the part that matched: "PHƯỜNG AN" is no "PHƯƠNG ÁN".
double other_marks(std::u32string_view text, const Phrase& title, const Match& match) {
    const std::u32string part = to_utf32(upper(to_utf8(text.substr(match.begin, match.end - match.begin))));
    return differing_letters(part, to_utf32(upper(title.text))) - match.errors;
}

/// A quick look at the first letters spares the full comparison of most titles with most lines.
bool may_match(std::u32string_view text, const std::u32string& phrase) {
    constexpr std::size_t looked_at = 6;
    if (text.size() + 3 < phrase.size() * 3 / 4) return false;
    return differing_letters(text.substr(0, looked_at), std::u32string_view(phrase).substr(0, looked_at)) <= 2.5;
}

TitleMatch match_title(const TitleText& lines, const Phrase& title) {
    const Piece& last = *lines.pieces.back();
    const std::u32string& phrase = title.bare;
    // Specks before the first letter are read as dots and dashes.
    const auto first = std::find_if(lines.bare.begin(), lines.bare.end(), is_word_character) - lines.bare.begin();
    const std::u32string_view words = std::u32string_view(lines.bare).substr(static_cast<std::size_t>(first));
    if (!may_match(words, phrase)) return {};
    const double whole = similarity(words, phrase);
    if (whole >= least_similarity) return {whole, last.text.size()};
    const auto begins = starts_with_phrase(lines.bare, phrase, allowed_errors(phrase));
    const std::size_t before_last = lines.bare.size() - last.bare.size();
    if (!begins || begins->end <= before_last || other_marks(lines.text, title, *begins) > 1) return {};
    return {0.9 * (1 - begins->errors / static_cast<double>(phrase.size())), begins->end - before_last};
}

/// Titles are capitals in the middle of the page; cards and odd layouts may break one of the two.
double stance(const Sheet& sheet, const Piece& piece) {
    double value = 1;
    if (piece.capitals() < 0.6) value *= 0.6;
    if (!is_centred(sheet, piece, 0.12)) value *= 0.8;
    if (piece.box.centre().y > title_share * sheet.size.height) value *= 0.7;
    return value;
}

void consider(const Sheet& sheet, const TitleText& lines, std::optional<Title>& best) {
    for (const KindRule& rule : kind_rules()) {
        for (const Phrase& title : rule.titles) {
            const TitleMatch match = match_title(lines, title);
            if (match.likeness == 0) continue;
            const double score = match.likeness * stance(sheet, *lines.pieces.front());
            // A longer title that begins at the same line says more ("GIẤY KHAI SINH (BẢN SAO)").
            const bool longer = best && best->rule != nullptr && lines.pieces.front() == best->pieces.front() &&
                                score > best->score - 0.12 && match.likeness >= least_similarity &&
                                lines.pieces.size() > best->pieces.size();
            if (!best || score > best->score + 0.02 || longer)
                best = Title{&rule, &title, score, lines.pieces, match.end};
        }
    }
}

bool is_agreed(const KindRule& rule, const std::string& abbreviation) {
    return std::find(rule.abbreviations.begin(), rule.abbreviations.end(), abbreviation) != rule.abbreviations.end();
}

const KindRule* kind_of_abbreviation(const std::string& abbreviation) {
    const auto& rules = kind_rules();
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&](const KindRule& rule) { return is_agreed(rule, abbreviation); });
    return found == rules.end() ? nullptr : &*found;
}

Kind kind_from(const KindRule& rule, double confidence) {
    return {rule.id, rule.label, std::min(confidence, 0.999)};
}

bool page_says(const Sheet& page, const Phrase& phrase) {
    return std::any_of(page.pieces.begin(), page.pieces.end(), [&](const Piece& piece) {
        return find_phrase(piece.bare, phrase.bare, allowed_errors(phrase.bare)).has_value();
    });
}

/// Where no title could be read: the kind of which the page carries most other marks, at least two and more than any
/// other kind.
Kind kind_of_marks(const Sheet& page) {
    const KindRule* best = nullptr;
    std::ptrdiff_t most = 1;
    bool tie = false;
    for (const KindRule& rule : kind_rules()) {
        const auto found = std::count_if(rule.marks.begin(), rule.marks.end(),
                                         [&](const Phrase& mark) { return page_says(page, mark); });
        tie = found == most ? true : found > most ? false : tie;
        if (found <= most) continue;
        most = found;
        best = &rule;
    }
    if (best == nullptr || tie) return {};
    return kind_from(*best, std::min(0.9, 0.6 + 0.08 * static_cast<double>(most)));
}

/// Where the words after "V/v" begin; nullopt for another line.
std::optional<std::size_t> after_subject_mark(const Piece& piece) {
    const std::u32string_view text = piece.bare;
    for (const std::u32string_view mark : {U"v/v", U"v/ v", U"viv ", U"v/w", U"w/v", U"vlv ", U"v/y", U"v.v "}) {
        if (text.substr(0, mark.size()) != mark) continue;
        std::size_t at = mark.size();
        while (at < text.size() && !is_word_character(text[at])) ++at;
        return at;
    }
    return std::nullopt;
}

bool begins_body(const Piece& piece) {
    static constexpr std::u32string_view starts[] = {
        U"can cu",    U"kinh gui",   U"thuc hien", U"xet ", U"theo ", U"dieu 1",  U"chuong i",
        U"phan i",    U"nhan dan ",  U"hom nay",   U"de ",  U"ngay ", U"so:",     U"ten toi",
        U"thoi gian", U"tren co so", U"tiep theo", U"i. ",  U"1. ",   U"noi nhan"};
    return std::any_of(std::begin(starts), std::end(starts),
                       [&](std::u32string_view start) { return piece.bare.substr(0, start.size()) == start; });
}

/// "CHỦ TỊCH ỦY BAN NHÂN DÂN …" under a decision's title: who decides, not what about.
bool names_authority(const Piece& piece) {
    if (piece.capitals() < 0.8) return false;
    const auto begins = [&](const std::vector<Phrase>& phrases) {
        return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& p) {
            return p.bare.size() > 3 && starts_with_phrase(piece.bare, p.bare, 1.0);
        });
    };
    return begins(wording().signer_titles) || begins(wording().signer_groups) || begins(wording().issuer_heads);
}

std::optional<Field> letter_summary(const Sheet& sheet, const Letterhead& head) {
    const auto first = std::find_if(sheet.pieces.begin(), sheet.pieces.end(), [&](const Piece& piece) {
        return piece.row >= head.number_row && piece.box.centre().y < 0.5 * sheet.size.height &&
               after_subject_mark(piece);
    });
    if (first == sheet.pieces.end()) return std::nullopt;
    const std::size_t begin = *after_subject_mark(*first);
    Field field = field_from(*first, begin, first->text.size(), "summary", normal_text(first->part(begin)), 0.93);
    const Piece* last = &*first;
    while (const Piece* next = line_under(sheet, *last, 0.9)) {
        if (begins_body(*next) || is_motto(*next) || next->box.centre().x > 0.55 * sheet.size.width) break;
        extend(field, *next, 0, next->text.size(), 0.93);
        last = next;
    }
    return field;
}

std::optional<Field> summary_under(const Sheet& sheet, const Title& title) {
    std::optional<Field> field;
    const Piece* last = title.pieces.back();
    if (title.end + 3 < last->text.size()) {
        field = field_from(*last, title.end, last->text.size(), "summary", normal_text(last->part(title.end)), 0.85);
    }
    for (int lines = 0; lines < 6; ++lines) {
        const Piece* next = line_under(sheet, *last, field ? 1.3 : 2.2);
        // "… Công văn số 262/" goes on with "UBND-VP" although that is an agency.
        const bool torn = field && (field->value.ends_with('/') || field->value.ends_with('-'));
        if (next == nullptr || (!torn && (begins_body(*next) || names_authority(*next))) ||
            !is_centred(sheet, *next, 0.06))
            break;
        // A centred line that fills the column is a line of the body unless the summary has begun and goes on.
        const bool fills = next->box.width > 0.93 * sheet.text_area.width;
        const bool begins = next->bare.substr(0, 3) == U"ve " || next->bare.substr(0, 3) == U"v/v";
        if (fills && !field && !begins) break;
        if (!field) {
            field = field_from(*next, 0, next->text.size(), "summary", normal_text(next->part(0)), 0.93);
        } else {
            extend(*field, *next, 0, next->text.size(), 0.93);
        }
        last = next;
    }
    return field;
}

}  // namespace

std::optional<Title> find_title(const Sheet& sheet, const Letterhead& head) {
    std::optional<Title> best;
    for (const Piece& piece : sheet.pieces) {
        if (piece.capitals() < 0.4 || is_motto(piece) || head.names_agency(piece)) continue;
        TitleText lines{{&piece}, piece.text, piece.bare};
        consider(sheet, lines, best);
        while (lines.pieces.size() < most_title_lines) {
            const Piece* next = line_under(sheet, *lines.pieces.back(), title_line_gap);
            if (next == nullptr || next->capitals() < 0.4 || head.names_agency(*next)) break;
            lines.text += U" " + next->text;
            lines.bare += U" " + next->bare;
            lines.pieces.push_back(next);
            consider(sheet, lines, best);
        }
    }
    if (best && best->score < 0.45) return std::nullopt;
    return best;
}

Kind kind_of(const Sheet& first_page, const std::optional<Title>& title, const Letterhead& head) {
    const Field* symbol = field_named(head.fields, "symbol");
    const std::string abbreviation = symbol == nullptr ? "" : kind_abbreviation(symbol->normalized);
    if (title) {
        const bool agreed = is_agreed(*title->rule, abbreviation);
        if (agreed || title->score > 0.6)
            return kind_from(*title->rule, agreed ? 0.5 + 0.5 * title->score : 0.97 * title->score);
    }
    if (const KindRule* rule = abbreviation.empty() ? nullptr : kind_of_abbreviation(abbreviation))
        return kind_from(*rule, 0.8);
    const bool letter = std::any_of(first_page.pieces.begin(), first_page.pieces.end(), [&](const Piece& piece) {
        return piece.box.centre().y < 0.5 * first_page.size.height &&
               (after_subject_mark(piece) || starts_with_phrase(piece.bare, U"kinh gui", 1.0));
    });
    if (const KindRule* rule = kind_rule("cong_van"); rule != nullptr && letter && symbol != nullptr && !title)
        return kind_from(*rule, 0.9);
    if (title) return kind_from(*title->rule, 0.9 * title->score);
    return kind_of_marks(first_page);
}

/// The title as it is spelled in the table: a closed list, so marks lost in reading come back. What stands in brackets
/// after it ("BẢN SAO") says what copy it is.
Field title_field(const Title& title) {
    const Piece& first = *title.pieces.front();
    const bool one = title.pieces.size() == 1;
    const std::size_t first_end = one ? title.end : first.text.size();
    Field field = field_from(first, 0, first_end, "title", normal_text(first.part(0, first_end)), title.score);
    for (std::size_t k = 1; k < title.pieces.size(); ++k) {
        const Piece& piece = *title.pieces[k];
        extend(field, piece, 0, k + 1 == title.pieces.size() ? title.end : piece.text.size(), title.score);
    }
    field.value = field.normalized;
    field.normalized = title.phrase->text.substr(0, title.phrase->text.find(" ("));
    return field;
}

std::optional<Field> copy_field(const Title& title) {
    const bool extract = title.rule->id.rfind("trich_luc", 0) == 0;
    const bool copy = title.phrase->bare.find(U"(ban sao)") != std::u32string::npos;
    if (!extract && !copy) return std::nullopt;
    const Piece& piece = *title.pieces.back();
    return field_from(piece, 0, piece.text.size(), "copy_kind", extract ? "trich_luc" : "ban_sao", title.score);
}

std::optional<Field> read_summary(const Sheet& first_page, const std::optional<Title>& title, const Letterhead& head) {
    if (title && title->score > 0.6) return summary_under(first_page, *title);
    return letter_summary(first_page, head);
}

}  // namespace sohoa::dossier
