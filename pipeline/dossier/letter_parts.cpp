#include "pipeline/dossier/letter_parts.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/date_text.h"
#include "pipeline/dossier/letterhead.h"
#include "pipeline/dossier/number_symbol.h"
#include "pipeline/dossier/passage.h"
#include "pipeline/dossier/reading_field.h"

namespace sohoa::dossier {

namespace {

constexpr std::u32string_view addressee_mark = U"kinh gui";
constexpr std::u32string_view recipients_mark = U"noi nhan";
constexpr std::u32string_view base_mark = U"can cu";
constexpr double line_gap = 1.6;  ///< between lines of one list, in line heights
constexpr std::size_t most_entries = 60;
constexpr std::ptrdiff_t least_letters = 3;  ///< of a recipient: less is a speck
constexpr double recipients_right = 0.5;     ///< of the page width: nơi nhận stands left of it

bool opens_entry(char32_t c) {
    return c == U'-' || c == U'–' || c == U'—' || c == U'~' || c == U'•' || c == U'+' || c == U'*' || c == U'_' ||
           c == U'¬' || c == U'=';
}

/// Where an entry's words begin after "- "; nullopt where no dash stands.
std::optional<std::size_t> after_dash(const Piece& piece) {
    std::size_t at = 0;
    while (at < piece.text.size() && opens_entry(piece.text[at])) ++at;
    if (at == 0) return std::nullopt;
    while (at < piece.text.size() && piece.text[at] == U' ') ++at;
    return at;
}

bool ends_entry(const Piece& piece) {
    const char32_t last = piece.text.back();
    return last == U';' || last == U'.' || last == U':';
}

/// "Kính gửi:" or "Nơi nhận:" at the start of a piece: where the text after its colon begins.
std::optional<std::size_t> after_mark(const Piece& piece, std::u32string_view mark) {
    const auto found = starts_with_phrase(piece.bare, mark, 1.0);
    if (!found) return std::nullopt;
    std::size_t at = found->end;
    while (at < piece.text.size() &&
           (piece.text[at] == U':' || piece.text[at] == U' ' || piece.text[at] == U';' || piece.text[at] == U'.'))
        ++at;
    return at;
}

bool begins_sentence_of_body(const Piece& piece) {
    static constexpr std::u32string_view starts[] = {U"can cu", U"thuc hien", U"theo ",   U"tiep ",  U"ngay ", U"de ",
                                                     U"xet ",   U"ten toi",   U"toi ten", U"toi la", U"1.",    U"i."};
    return std::any_of(std::begin(starts), std::end(starts), [&](std::u32string_view start) {
        return std::u32string_view(piece.bare).substr(0, start.size()) == start;
    });
}

Field entry_field(const Passage& passage, std::string name, double strength) {
    Field field = passage.field(0, passage.text().size(), std::move(name), normal_text(passage.part()), strength);
    field.value = field.normalized;
    return field;
}

/// Where a second entry begins inside a line ("Như Điều 3;_ Bộ trưởng"); the text's length for nowhere.
std::size_t next_entry_in_line(const Piece& piece, std::size_t from) {
    for (std::size_t at = from; at + 2 < piece.text.size(); ++at) {
        if (piece.text[at] != U';') continue;
        std::size_t next = at + 1;
        while (next < piece.text.size() && piece.text[next] == U' ') ++next;
        if (next < piece.text.size() && opens_entry(piece.text[next])) return next;
    }
    return piece.text.size();
}

/// Entries of the list stand below this row; `mark` is its heading, where it was read.
struct ListTop {
    int row = 0;
    const Piece* mark = nullptr;
};

/// One entry a dash; a line without one goes on with the entry before it, unless that ended in a semicolon.
std::vector<Passage> entries_below(const Sheet& page, const ListTop& top) {
    std::vector<Passage> entries;
    const Piece* last = top.mark;
    for (const Piece& piece : page.pieces) {
        if (piece.row <= top.row || piece.box.centre().x > recipients_right * page.size.width) continue;
        const double allowed = line_gap * page.line_height * (last == top.mark ? 1.5 : 1.0);
        if (last != nullptr && piece.box.y - last->box.bottom() > allowed) break;
        const auto words = after_dash(piece);
        std::size_t begin = words.value_or(0);
        if (entries.empty() || words || last == nullptr || last->text.back() == U';') entries.emplace_back();
        while (true) {
            const std::size_t end = next_entry_in_line(piece, begin);
            entries.back().add(piece, begin, end);
            if (end == piece.text.size()) break;
            begin = end;
            while (begin < piece.text.size() && (opens_entry(piece.text[begin]) || piece.text[begin] == U' ')) ++begin;
            entries.emplace_back();
        }
        if (entries.size() > most_entries) break;
        last = &piece;
    }
    return entries;
}

/// "số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020" inside a căn cứ.
void add_base(const Passage& base, std::vector<Field>& fields, std::size_t& count) {
    for (std::size_t at = 0; at + 3 < base.bare().size(); ++at) {
        if (std::u32string_view(base.bare()).substr(at, 3) != U"so " ||
            (at > 0 && is_word_character(base.bare()[at - 1])))
            continue;
        const auto read = read_number_line(std::u32string_view(base.text()).substr(at));
        if (!read || read->number.empty() || read->symbol.empty()) continue;
        const std::string number = read->number + "/" + read->symbol;
        const std::size_t end = at + read->symbol_end;
        const auto date = find_date(base.bare(), end);
        // "Căn cứ điểm a Chỉ thị số 11/CT-UBND, … phải …" in the body is a sentence, not a base of the paper.
        if (base.text().back() != U';' && !(date && date->begin < end + 12)) return;
        fields.push_back(base.field(at + read->number_begin, end, fmt::format("bases[{}].number", count), number,
                                    read->exact ? 0.95 : 0.85));
        if (date && date->begin < end + 12) {
            fields.push_back(base.field(date->begin, date->end, fmt::format("bases[{}].date", count), iso(date->date),
                                        date->exact ? 0.95 : 0.8));
        }
        ++count;
        return;
    }
}

std::ptrdiff_t letters_in(const std::string& text) {
    const std::u32string points = to_utf32(text);
    return std::count_if(points.begin(), points.end(), is_word_character);
}

/// Below "Nơi nhận:", or, where a signature lies over that, from the first dash of the list that ends in "- Lưu: …".
std::optional<ListTop> top_of_recipients(const Sheet& page) {
    const auto in_left_part = [&](const Piece& piece) {
        return piece.box.centre().x < recipients_right * page.size.width;
    };
    std::optional<ListTop> top;
    const Piece* last = nullptr;
    for (auto piece = page.pieces.rbegin(); piece != page.pieces.rend(); ++piece) {
        if (!in_left_part(*piece)) continue;
        if (after_mark(*piece, recipients_mark)) return ListTop{piece->row, &*piece};
        const auto dashed = after_dash(*piece);
        const bool filing = dashed && std::u32string_view(piece->bare).substr(*dashed, 4) == U"luu:";
        const bool goes_on = last != nullptr && last->box.y - piece->box.bottom() < line_gap * page.line_height &&
                             std::abs(piece->box.x - last->box.x) < page.line_height;
        if (!goes_on && !(filing && last == nullptr)) continue;
        if (dashed) top = ListTop{piece->row - 1, nullptr};
        last = &*piece;
    }
    return top;
}

}  // namespace

std::vector<Field> read_addressee(const Sheet& first_page) {
    for (const Piece& piece : first_page.pieces) {
        const auto words = after_mark(piece, addressee_mark);
        if (!words || piece.box.centre().y > 0.7 * first_page.size.height) continue;
        std::vector<Passage> entries;
        if (*words < piece.text.size()) {
            entries.emplace_back();
            entries.back().add(piece, after_dash(piece).value_or(*words));
        }
        const Piece* last = &piece;
        for (const Piece& next : first_page.pieces) {
            if (next.row <= last->row) continue;
            const auto dashed = after_dash(next);
            // Without dashes only a line that leaves its margins free goes on with the name above.
            const bool goes_on = dashed || (!entries.empty() && next.box.x > piece.box.x && !ends_entry(*last) &&
                                            next.box.x > first_page.text_area.x + 3 * first_page.line_height);
            if (!goes_on || begins_sentence_of_body(next) ||
                next.box.y - last->box.bottom() > line_gap * first_page.line_height)
                break;
            if (dashed || entries.empty()) entries.emplace_back();
            entries.back().add(next, dashed.value_or(0));
            last = &next;
        }
        if (entries.empty()) return {};
        Field field = entry_field(entries.front(), "recipient", 0.93);
        for (std::size_t k = 1; k < entries.size(); ++k) {
            const Field more = entry_field(entries[k], "", 0.93);
            field.value += "; " + more.value;
            field.confidence = std::min(field.confidence, more.confidence);
            field.evidence.insert(field.evidence.end(), more.evidence.begin(), more.evidence.end());
        }
        field.normalized = field.value;
        return {std::move(field)};
    }
    return {};
}

std::vector<Field> read_bases(const Sheet& first_page) {
    std::vector<Field> fields;
    std::size_t count = 0;
    Passage base;
    for (const Piece& piece : first_page.pieces) {
        const bool begins = starts_with_phrase(piece.bare, base_mark, 0.8).has_value();
        if (begins || (!base.empty() && (begins_sentence_of_body(piece) || is_motto(piece)))) {
            add_base(base, fields, count);
            base = {};
        }
        if (begins || !base.empty()) base.add(piece);
        if (!base.empty() && (piece.text.back() == U';' || piece.text.back() == U'.')) {
            add_base(base, fields, count);
            base = {};
        }
        if (count >= most_entries) break;
    }
    add_base(base, fields, count);
    return fields;
}

std::vector<Field> read_recipients(const Sheet& page) {
    std::vector<Field> fields;
    if (const auto top = top_of_recipients(page)) {
        for (const Passage& entry : entries_below(page, *top)) {
            Field field = entry_field(entry, fmt::format("recipients[{}]", fields.size()), 0.9);
            if (letters_in(field.normalized) >= least_letters) fields.push_back(std::move(field));
        }
    }
    return fields;
}

std::vector<Field> read_handling_marks(const Sheet& first_page) {
    struct Mark {
        const char* field;
        const char* text;
    };
    static constexpr Mark marks[] = {
        {"urgency", "HỎA TỐC HẸN GIỜ"}, {"urgency", "HỎA TỐC"}, {"urgency", "THƯỢNG KHẨN"}, {"urgency", "KHẨN"},
        {"secrecy", "TUYỆT MẬT"},       {"secrecy", "TỐI MẬT"}, {"secrecy", "MẬT"}};
    std::vector<Field> fields;
    for (const Piece& piece : first_page.pieces) {
        if (piece.box.centre().y > 0.45 * first_page.size.height || piece.capitals() < 0.9) continue;
        for (const Mark& mark : marks) {
            if (differing_letters(piece.bare, bare(std::string_view(mark.text))) > 0.5 ||
                field_named(fields, mark.field) != nullptr)
                continue;
            fields.push_back(field_from(piece, 0, piece.text.size(), mark.field, mark.text, 0.9));
        }
    }
    return fields;
}

}  // namespace sohoa::dossier
