#include "pipeline/dossier/label_reading.h"

#include <algorithm>
#include <optional>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/label_hits.h"
#include "pipeline/dossier/reading_field.h"
#include "pipeline/dossier/value_reading.h"

namespace sohoa::dossier {

namespace {

constexpr double line_gap = 1.7;   ///< blank between a value's lines, in line heights
constexpr double full_line = 0.7;  ///< of its column: a line that ends before is the last of its value
constexpr int most_lines = 4;
constexpr double least_confidence = 0.5;  ///< mean of a free text's words

/// A strip of the page that belongs to one group of labels.
struct Column {
    std::string group;
    int left = 0;
    int right = 0;
};

bool inside(const Column& column, const Piece& piece) {
    return piece.box.centre().x >= column.left && piece.box.x < column.right && piece.box.x + 8 >= column.left;
}

/// "4. …", "đ) …", "(2) …": a point of its own, not the next line of a value.
bool begins_point(const Piece& piece) {
    const std::u32string& text = piece.bare;
    std::size_t at = !text.empty() && text.front() == U'(' ? 1 : 0;
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at]) && at - begin < 2) ++at;
    if (at == begin && at < text.size() && is_word_character(text[at])) ++at;
    if (at == begin || at + 2 >= text.size()) return false;
    const bool marked = text[at] == U')' || (text[at] == U'.' && is_digit(text[begin]));
    return marked && text[at + 1] == U' ';
}

class PageLabels {
public:
    PageLabels(const Sheet& page, const LabelForm& form, std::vector<Column>& open, std::vector<Field>& fields,
               std::vector<RereadRequest>& requests)
        : page_(page),
          form_(form),
          open_(open),
          fields_(fields),
          requests_(requests),
          hits_(find_labels(page, form.rules, form.person_labels ? &label_table().person : nullptr)) {}

    void read() {
        for (std::size_t k = 0; k < hits_.size(); ++k) {
            if (hits_[k].rule == nullptr) continue;
            open_group(k);
            if (table_left_ > 0 && hits_[k].piece->box.right() < table_left_ && hits_[k].person) {
                read_table_row(k);
            } else {
                read_hit(k);
            }
        }
    }

private:
    Column whole_page(const std::string& group) const { return {group, 0, page_.size.width}; }

    /// The other group that opens beside this one: on the same row, or the next where the rows of two columns part.
    const LabelHit* beside(std::size_t k) const {
        const LabelHit& hit = hits_[k];
        for (const LabelHit& other : hits_) {
            if (&other == &hit || other.rule == nullptr || other.rule->group.empty() ||
                other.rule->group == hit.rule->group)
                continue;
            const bool level = std::abs(other.piece->box.centre().y - hit.piece->box.centre().y) < page_.line_height;
            const bool apart = other.piece != hit.piece && (other.piece->box.x >= hit.piece->box.right() ||
                                                            hit.piece->box.x >= other.piece->box.right());
            if (level && apart) return &other;
        }
        return nullptr;
    }

    void open_group(std::size_t k) {
        const LabelHit& hit = hits_[k];
        if (hit.rule->group.empty()) return;
        const LabelHit* other = beside(k);
        if (other == nullptr) {
            open_ = {whole_page(hit.rule->group)};
            table_left_ = 0;
        } else {
            const LabelHit& left = other->piece->box.x < hit.piece->box.x ? *other : hit;
            const LabelHit& right = &left == &hit ? *other : hit;
            const int margin = static_cast<int>(page_.line_height);
            const bool table = left.piece->box.x > page_.text_area.x + 0.2 * page_.text_area.width;
            // Headings of table columns stand in the middle of them.
            const int middle = table ? (left.piece->box.right() + right.piece->box.x) / 2 : right.piece->box.x - margin;
            const int first = table ? std::max(0, left.piece->box.x - (middle - left.piece->box.right()) - margin) : 0;
            open_ = {{left.rule->group, first, middle}, {right.rule->group, middle, page_.size.width}};
            table_left_ = table ? left.piece->box.x : 0;
        }
        if (form_.party_roles && hit.rule->field.empty()) {
            Field role = field_from(*hit.piece, hit.begin, hit.end, hit.rule->group + ".role", hit.phrase->text, 0.9);
            add({std::move(role)});
        }
    }

    Column column_of(const LabelHit& hit) const {
        if (!hit.person && hit.rule->group.empty()) return whole_page("");
        for (const Column& column : open_) {
            if (inside(column, *hit.piece)) return column;
        }
        return open_.empty() ? whole_page("") : open_.front();
    }

    /// First label of a piece; npos for none.
    std::size_t first_label(const Piece& piece) const {
        for (const LabelHit& hit : hits_) {
            if (hit.piece == &piece) return hit.starts ? 0 : hit.begin;
        }
        return std::u32string::npos;
    }

    /// Adds a piece up to its first label; false when the value ends there.
    bool add_piece(Passage& value, const Piece& piece) const {
        const std::size_t label = first_label(piece);
        if (label != 0) value.add(piece, 0, label);
        return label == std::u32string::npos;
    }

    /// A line of the value begins under its label or a paragraph's indent to the left of it, not beside.
    bool may_go_on(const Piece& piece, const LabelHit& hit, const Column& column) const {
        constexpr double widest_indent = 6;  // line heights
        return inside(column, piece) && piece.box.x > hit.piece->box.x - widest_indent * page_.line_height;
    }

    bool is_blank(const Passage& value) const {
        return std::none_of(value.text().begin(), value.text().end(), is_word_character);
    }

    /// Far right of a value that has begun stands what belongs to the other half of the sheet.
    bool is_apart(const Passage& value, const Piece& left, const Piece& right, ValueType type) const {
        // A number and its date may be wide apart; free text goes on only where it is close.
        if (type != ValueType::text && type != ValueType::short_) return false;
        constexpr double widest_blank = 4;  // line heights
        return !is_blank(value) && right.box.x - left.box.right() > widest_blank * page_.line_height;
    }

    Passage value_after(std::size_t k, const Column& column) const {
        const LabelHit& hit = hits_[k];
        Passage value;
        const bool more = k + 1 < hits_.size() && hits_[k + 1].piece == hit.piece;
        value.add(*hit.piece, hit.end, more ? hits_[k + 1].begin : std::u32string::npos);
        if (more) return value;
        const Piece* last = hit.piece;
        for (const Piece& piece : page_.pieces) {
            if (piece.row != hit.piece->row || piece.box.x <= hit.piece->box.x || !inside(column, piece)) continue;
            if (is_apart(value, *last, piece, hit.rule->type)) break;
            if (!add_piece(value, piece)) return value;
            last = &piece;
        }
        go_on_below(value, *last, hit, column);
        return value;
    }

    /// A name goes on below only where it must: one word, or capitals up to the end of a narrow column.
    bool name_goes_on(const Passage& value, const Piece& next, bool full) const {
        const auto words = words_of(value.part());
        const auto says = [](const std::u32string& text) {
            return std::any_of(text.begin(), text.end(), is_digit) || text.find(U':') != std::u32string::npos;
        };
        const bool capitals = next.capitals() > 0.8 && !says(next.text) && words_of(next.part(0)).size() <= 4;
        return capitals && std::none_of(value.text().begin(), value.text().end(), is_lower) &&
               (full || words.size() == 1);
    }

    void go_on_below(Passage& value, const Piece& first, const LabelHit& hit, const Column& column) const {
        const Piece* last = &first;
        const int column_left = std::max(column.left, page_.text_area.x);
        const int column_right = std::min(column.right, page_.text_area.right());
        for (int lines = 0; lines < most_lines; ++lines) {
            const bool blank = is_blank(value);
            const bool full = last->box.right() > column_left + full_line * (column_right - column_left);
            const bool name = hit.rule->type == ValueType::name;
            const bool may_be_short = form_.values_below;  // cards are narrow, and their lines end where they will
            if (!blank && !name && (!runs_over_lines(hit.rule->type) || (!full && !may_be_short))) return;
            if (blank && lines > 0) return;
            const Piece* next = nullptr;
            for (const Piece& piece : page_.pieces) {
                if (piece.row <= last->row || !may_go_on(piece, hit, column)) continue;
                next = &piece;
                break;
            }
            if (next == nullptr || next->box.y - last->box.bottom() > line_gap * page_.line_height) return;
            const bool under = next->box.x < hit.piece->box.x + 0.4 * (column_right - column_left);
            if (first_label(*next) == 0 || !under || begins_point(*next)) return;
            if (name && !blank && !name_goes_on(value, *next, full)) return;
            const double off = std::abs(next->box.x - left_of(hit));
            if (!blank && !name && !full && off > 1.5 * page_.line_height) return;
            bool open = true;
            for (const Piece& piece : page_.pieces) {
                if (!open || piece.row != next->row || !may_go_on(piece, hit, column)) continue;
                if (&piece != next && is_apart(value, *last, piece, hit.rule->type)) break;
                open = add_piece(value, piece);
                last = &piece;
            }
            if (!open) return;
        }
    }

    static int left_of(const LabelHit& hit) {
        for (const PlacedWord& word : hit.piece->words) {
            if (word.end > hit.begin) return word.box.x;
        }
        return hit.piece->box.x;
    }

    /// Where the next label of the row begins.
    int end_of_cell(const LabelHit& hit) const {
        const int left = left_of(hit);
        int end = page_.size.width;
        for (const LabelHit& other : hits_) {
            if (other.piece->row == hit.piece->row && left_of(other) > left) end = std::min(end, left_of(other));
        }
        return end;
    }

    /// The words of a piece between two places of the page, as [begin, end) of its text.
    static std::pair<std::size_t, std::size_t> words_between(const Piece& piece, int left, int right) {
        std::size_t begin = piece.text.size();
        std::size_t end = 0;
        for (const PlacedWord& word : piece.words) {
            if (word.box.centre().x < left || word.box.x >= right) continue;
            begin = std::min(begin, word.begin);
            end = std::max(end, word.end);
        }
        return begin < end ? std::pair{begin, end} : std::pair<std::size_t, std::size_t>{0, 0};
    }

    /// What stands under a label, in a column that ends where the next label of its row begins.
    Passage value_under(const LabelHit& hit) const {
        Passage value;
        const int left = left_of(hit) - static_cast<int>(page_.line_height);
        const int right = end_of_cell(hit) - static_cast<int>(page_.line_height / 2);
        int last_row = hit.piece->row;
        int bottom = hit.piece->box.bottom();
        for (const Piece& piece : page_.pieces) {
            if (piece.row <= hit.piece->row) continue;
            const auto [begin, end] = words_between(piece, left, right);
            if (begin == end) continue;
            if (piece.row != last_row) {
                const bool first = last_row == hit.piece->row;
                if (piece.box.y - bottom > line_gap * page_.line_height) break;
                if (!first && !runs_over_lines(hit.rule->type)) break;
            }
            if (const std::size_t label = first_label(piece); label >= begin && label < end) break;
            value.add(piece, begin, end);
            last_row = piece.row;
            bottom = std::max(bottom, piece.box.bottom());
        }
        return value;
    }

    Passage value_of(std::size_t k, const Column& column) const {
        if (!form_.values_below) return value_after(k, column);
        const LabelHit& hit = hits_[k];
        const bool more = k + 1 < hits_.size() && hits_[k + 1].piece == hit.piece;
        const std::size_t end = more ? hits_[k + 1].begin : hit.piece->text.size();
        const bool beside = std::any_of(hit.piece->text.begin() + static_cast<std::ptrdiff_t>(std::min(hit.end, end)),
                                        hit.piece->text.begin() + static_cast<std::ptrdiff_t>(end), is_word_character);
        Passage below;
        if (!beside) below = value_under(hit);
        return is_blank(below) ? value_after(k, column) : below;
    }

    void read_hit(std::size_t k) {
        const LabelHit& hit = hits_[k];
        if (hit.rule->field.empty()) return read_heading_value(k);
        const Column column = column_of(hit);
        std::string name = hit.rule->field;
        if (hit.person) {
            if (column.group.empty()) return;
            name = column.group + "." + name;
        }
        const Passage value = value_of(k, column);
        // Free text has no grammar that would tell a value from misread handwriting.
        const bool free_text = hit.rule->type == ValueType::text || hit.rule->type == ValueType::short_;
        if (free_text && value.mean_confidence() < least_confidence) return;
        ask_again(value, hit.rule->type);
        add(read_value(value, hit.rule->type, name));
    }

    void ask_again(const Passage& value, ValueType type) {
        const std::optional<ocr::Grammar> grammar = grammar_of(type);
        if (!grammar || is_blank(value)) return;
        const std::vector<RereadRequest> more = value.requests(*grammar);
        requests_.insert(requests_.end(), more.begin(), more.end());
    }

    /// "Người sử dụng đất: Ông Nguyễn Văn A": a heading that is followed by the person's name; in the line below only
    /// where a form of address says so.
    void read_heading_value(std::size_t k) {
        const LabelHit& hit = hits_[k];
        if (hit.end >= hit.piece->text.size() && !person_below(hit)) return;
        add(read_value(value_after(k, column_of(hit)), ValueType::name, hit.rule->group + ".full_name"));
    }

    bool person_below(const LabelHit& hit) const {
        for (const Piece& piece : page_.pieces) {
            if (piece.row <= hit.piece->row) continue;
            const std::u32string_view text = piece.bare;
            return text.substr(0, 4) == U"ong " || text.substr(0, 3) == U"ba " || text.substr(0, 7) == U"ho ong " ||
                   text.substr(0, 6) == U"ho ba ";
        }
        return false;
    }

    void read_table_row(std::size_t k) {
        const LabelHit& hit = hits_[k];
        int end_row = hit.piece->row + most_lines;
        for (const LabelHit& later : hits_) {
            if (later.piece->row > hit.piece->row && later.piece->box.right() < table_left_)
                end_row = std::min(end_row, later.piece->row);
        }
        for (const Column& column : open_) {
            Passage value;
            for (const Piece& piece : page_.pieces) {
                if (piece.row >= hit.piece->row && piece.row < end_row && inside(column, piece))
                    add_piece(value, piece);
            }
            ask_again(value, hit.rule->type);
            add(read_value(value, hit.rule->type, column.group + "." + hit.rule->field));
        }
    }

    void add(std::vector<Field> more) {
        for (Field& field : more) {
            if (field_named(fields_, field.name) == nullptr) fields_.push_back(std::move(field));
        }
    }

    const Sheet& page_;
    const LabelForm& form_;
    std::vector<Column>& open_;
    std::vector<Field>& fields_;
    std::vector<RereadRequest>& requests_;
    std::vector<LabelHit> hits_;
    int table_left_ = 0;
};

}  // namespace

std::vector<Field> read_labels(const std::vector<const Sheet*>& pages, const LabelForm& form,
                               std::vector<RereadRequest>& requests) {
    std::vector<Field> fields;
    std::vector<Column> open;
    for (const Sheet* page : pages) {
        if (open.empty() && !form.first_group.empty()) open.push_back({form.first_group, 0, page->size.width});
        for (Column& column : open) {
            if (open.size() == 1) column.right = page->size.width;
        }
        PageLabels(*page, form, open, fields, requests).read();
    }
    return fields;
}

std::vector<Field> read_certification_labels(const Sheet& page) {
    LabelForm form;
    form.person_labels = false;
    form.rules = label_table().certification;
    std::vector<RereadRequest> none;
    return read_labels({&page}, form, none);
}

}  // namespace sohoa::dossier
