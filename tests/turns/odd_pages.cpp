#include "tests/turns/odd_pages.h"

#include <cctype>
#include <fmt/format.h>
#include <string>

#include "base/vietnamese.h"
#include "samples/maker/random.h"
#include "samples/maker/sheet.h"

namespace sohoa::turns {

namespace {

using maker::Sheet;
using maker::TextStyle;

int letters_in(const std::string& text) {
    int letters = 0;
    for (const std::string& word : words_of(text)) {
        for (const char c : word) letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }
    return letters;
}

LevelPage page_of(std::string name, const Sheet& sheet) {
    return {std::move(name), sheet.raster(), sheet.dpi(), letters_in(sheet.text())};
}

constexpr const char* english =
    "The registrar shall keep a record of each paper that is handed in, and shall give a receipt to whoever brings it. "
    "No fee may be asked where the law names none. Papers that lack a signature are sent back within three working "
    "days, together with a list of what is missing, and the term begins anew on the day on which they come complete. ";

constexpr const char* vietnamese =
    "Ủy ban nhân dân xã xác nhận ông Nguyễn Văn Hòa hiện cư trú tại địa phương, chấp hành tốt chủ trương của Đảng, "
    "chính sách và pháp luật của Nhà nước. Giấy này có giá trị trong thời hạn ba mươi ngày kể từ ngày ký. ";

std::string repeated(const std::string& text, int times) {
    std::string whole;
    for (int k = 0; k < times; ++k) whole += text;
    return whole;
}

LevelPage written(const std::string& name, const std::string& text, const TextStyle& style, int dpi, double width = 210,
                  double height = 297) {
    Sheet sheet(width, height, dpi);
    sheet.write(text, style, {25, 25, width - 50, height - 50},
                {.align = maker::Align::justified, .line_spacing = 1.2});
    return page_of(name, sheet);
}

std::string number(maker::Random& random) {
    switch (random.between(0, 2)) {
        case 0:
            return fmt::format("{}.{:03}.{:03}", random.between(1, 99), random.between(0, 999), random.between(0, 999));
        case 1:
            return fmt::format("{:02}/{:02}/{}", random.between(1, 28), random.between(1, 12),
                               random.between(1990, 2025));
        default:
            return fmt::format("{},{}", random.between(0, 99), random.between(0, 9));
    }
}

/// Numbers in cells; with `ruled` lines between them, with `named` a column of names.
LevelPage table(const std::string& name, int dpi, double width, double height, bool ruled, bool named) {
    constexpr double row_height = 7;
    constexpr double column_width = 28;
    Sheet sheet(width, height, dpi);
    maker::Random random(11);
    const TextStyle style = TextStyle{}.sized(11);
    const double right = width - 15;
    double y = 20;
    for (; y < height - 25; y += row_height) {
        double x = 15;
        for (int column = 0; x + column_width <= right; ++column, x += column_width) {
            const std::string text =
                named && column == 0 ? random.pick({"Trần Thị Bé", "Lê Văn Tám", "Đỗ Huệ"}) : number(random);
            sheet.put(text, style, x + 1, y + 5);
            sheet.note(text);
        }
        if (ruled) sheet.rule(15, y, right, y, 0.25);
    }
    if (ruled) {
        for (double x = 15; x <= right; x += column_width) sheet.rule(x, 20, x, y, 0.25);
    }
    return page_of(name, sheet);
}

/// Lines of dots to write on with few words before them.
LevelPage empty_form(int dpi) {
    Sheet sheet(210, 297, dpi);
    const TextStyle style;
    double y = 30;
    for (const char* word :
         {"Họ và tên", "Ngày sinh", "Quê quán", "Nơi ở", "Lý do", "Ghi chú", "", "", "", "", "", "", ""}) {
        sheet.put(word, style, 25, y);
        sheet.note(word);
        std::string dots;
        while (sheet.width_of(dots, style) < 120) dots += "..";
        sheet.put(dots, style, 50, y);
        y += 9;
    }
    return page_of("empty_form", sheet);
}

}  // namespace

std::vector<LevelPage> odd_pages(int dpi) {
    const TextStyle serif;
    const TextStyle sans = {.family = "Liberation Sans", .points = 12};
    std::vector<LevelPage> pages;
    pages.push_back(written("english", repeated(english, 5), serif, dpi));
    pages.push_back(written("capitals", upper(repeated(vietnamese, 6)), sans, dpi));
    pages.push_back(written("capitals_without_marks", upper(repeated(english, 4)), sans, dpi));
    pages.push_back(written("small_print", repeated(vietnamese, 20), serif.sized(7.5), dpi));
    pages.push_back(written("landscape", repeated(vietnamese, 8), serif, dpi, 297, 210));
    pages.push_back(written("three_lines", vietnamese, serif.sized(12), dpi));
    pages.push_back(written("one_line", "Ủy ban nhân dân xã Vĩnh Hòa, huyện Ba Tri", serif, dpi));
    pages.push_back(written("a_few_words", "Kính gửi: Phòng Tư pháp", serif, dpi));
    pages.push_back(written("page_number", "- 17 -", serif, dpi));
    pages.push_back(written("one_english_line", "No fee may be asked for where the law", serif, dpi));
    pages.push_back(table("numbers", dpi, 210, 297, false, false));
    pages.push_back(table("ruled_numbers", dpi, 210, 297, true, false));
    pages.push_back(table("landscape_numbers", dpi, 297, 210, true, false));
    pages.push_back(table("landscape_names", dpi, 297, 210, true, true));
    pages.push_back(empty_form(dpi));
    return pages;
}

}  // namespace sohoa::turns
