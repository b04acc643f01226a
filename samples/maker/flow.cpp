#include "samples/maker/flow.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sohoa::maker {

namespace {

constexpr double cell_padding = 1.4;  // mm

std::string roman(int number) {
    static constexpr std::array<std::string_view, 13> numerals{"",    "I",    "II", "III", "IV", "V",  "VI",
                                                               "VII", "VIII", "IX", "X",   "XI", "XII"};
    return std::string(numerals[static_cast<std::size_t>(std::clamp(number, 0, 12))]);
}

/// a, b, c, d, đ, e, g …: the letters of points in Vietnamese law.
std::string point_letter(int number) {
    static constexpr std::array<std::string_view, 12> letters{"a", "b", "c", "d", "đ", "e",
                                                              "g", "h", "i", "k", "l", "m"};
    return std::string(letters[static_cast<std::size_t>(std::clamp(number - 1, 0, 11))]);
}

}  // namespace

Flow::Flow(const LetterLook& look, int dpi) : look_(look), dpi_(dpi) {
    sheets_.emplace_back(210.0, 297.0, dpi);
    y_ = look.top;
}

void Flow::start_sheet() {
    sheets_.emplace_back(210.0, 297.0, dpi_);
    y_ = look_.top;
    if (!look_.pages_numbered) return;
    const TextStyle style{.family = look_.family, .points = look_.body_points};
    sheet().write(std::to_string(pages()), style, {0, look_.top / 2 - 2.5, 210, 10}, {.align = Align::centre});
}

void Flow::need(double mm) {
    if (y_ + mm > bottom()) start_sheet();
}

Flow::Counters Flow::counted(Counters counters, BlockKind kind) {
    if (kind == BlockKind::article) counters = {counters.article + 1, counters.part, 0, 0};
    if (kind == BlockKind::part) counters = {counters.article, counters.part + 1, 0, 0};
    if (kind == BlockKind::point) counters = {counters.article, counters.part, counters.point + 1, 0};
    if (kind == BlockKind::item) ++counters.item;
    return counters;
}

Flow::Piece Flow::piece_of(const Block& block, const Counters& counters) const {
    Piece piece;
    piece.style = {.family = look_.family, .points = look_.body_points};
    piece.shape = {Align::justified, look_.indent, look_.line_spacing};
    piece.runs = {{block.text}};
    switch (block.kind) {
        case BlockKind::base:
            piece.style.italic = true;
            break;
        case BlockKind::article:
            piece.runs = {{"Điều " + std::to_string(counters.article) + ". ", true}, {block.text}};
            break;
        case BlockKind::part:
            piece.runs = {{roman(counters.part) + ". " + block.text, true}};
            break;
        case BlockKind::point:
            piece.runs = {{std::to_string(counters.point) + ". " + block.text, counters.part > 0}};
            break;
        case BlockKind::item:
            piece.runs = {{point_letter(counters.item) + ") " + block.text}};
            break;
        case BlockKind::dash:
            piece.runs = {{"- " + block.text}};
            break;
        case BlockKind::centred:
            piece.shape = {Align::centre, 0, look_.line_spacing};
            piece.style.bold = true;
            break;
        case BlockKind::paragraph:
        case BlockKind::table:
            break;
    }
    return piece;
}

double Flow::height_of(const Block& block) {
    if (block.kind == BlockKind::table) {
        double height = look_.paragraph_gap * 2 + height_of({BlockKind::paragraph, block.text});
        for (std::size_t i = 0; i < block.table.rows.size(); ++i)
            height += table_row_height(block.table, block.table.rows[i], i == 0);
        return height;
    }
    const Piece piece = piece_of(block, counted(counters_, block.kind));
    return Paragraph(sheet().ink(), piece.runs, piece.style, width(), piece.shape).height() + look_.paragraph_gap;
}

void Flow::write(const Block& block) {
    if (block.kind == BlockKind::table) {
        write({BlockKind::paragraph, block.text});
        return write_table(block.table);
    }
    counters_ = counted(counters_, block.kind);
    const Piece piece = piece_of(block, counters_);
    const Paragraph measured(sheet().ink(), piece.runs, piece.style, width(), piece.shape);
    const int lines = measured.lines();
    // A heading keeps a line of what it heads; a paragraph leaves no single line behind.
    const bool heading = block.kind == BlockKind::part || block.kind == BlockKind::centred;
    need(measured.line_height() * std::min(lines + (heading ? 2 : 0), 2 + (heading ? lines : 0)));
    int line = 0;
    while (line < lines) {
        // Layouts belong to the sheet they are drawn on.
        const Paragraph paragraph(sheet().ink(), piece.runs, piece.style, width(), piece.shape);
        for (; line < lines && y_ + paragraph.line_height() <= bottom(); ++line) {
            paragraph.draw_line(line, left(), y_);
            sheet().note(paragraph.line(line));
            y_ += paragraph.line_height();
        }
        if (line < lines) start_sheet();
    }
    y_ += look_.paragraph_gap;
}

double Flow::table_row_height(const Table& table, const std::vector<std::string>& row, bool heading) {
    const TextStyle style{.family = look_.family, .points = std::max(11.0, look_.body_points - 2), .bold = heading};
    double height = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const Paragraph cell(sheet().ink(), {{row[i]}}, style, table.widths[i] * width() - 2 * cell_padding,
                             {table.aligns[i]});
        height = std::max(height, cell.height());
    }
    return height + 2 * cell_padding * 0.7;
}

void Flow::write_table(const Table& table) {
    const double thickness = 0.18;
    y_ += look_.paragraph_gap;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const auto& row = table.rows[r];
        const double height = table_row_height(table, row, r == 0);
        need(height);
        double x = left();
        for (std::size_t i = 0; i < row.size(); ++i) {
            const TextStyle style{
                .family = look_.family, .points = std::max(11.0, look_.body_points - 2), .bold = r == 0};
            const double cell = table.widths[i] * width();
            const ParagraphShape shape{r == 0 ? Align::centre : table.aligns[i]};
            const double text = Paragraph(sheet().ink(), {{row[i]}}, style, cell - 2 * cell_padding, shape).height();
            sheet().frame({x, y_, cell, height}, thickness);
            sheet().write(row[i], style, {x + cell_padding, y_ + (height - text) / 2, cell - 2 * cell_padding, height},
                          shape);
            x += cell;
        }
        y_ += height;
    }
    y_ += look_.paragraph_gap;
}

}  // namespace sohoa::maker
