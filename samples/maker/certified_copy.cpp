#include "samples/maker/certified_copy.h"

#include <algorithm>
#include <cairo.h>
#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "samples/maker/form.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

namespace {

/// What the copier saw: print and ink, without colour, a little paler than black.
Raster photocopied(const PaperPage& page, int dpi) {
    Raster print = page.print.clone();
    for (const auto& mark : page.marks) press(print, dpi, mark);
    cv::Mat grey;
    cv::cvtColor(mat_of(print), grey, cv::COLOR_RGB2GRAY);
    // Copiers drop what is pale: the ground print of certificates nearly vanishes.
    grey.convertTo(grey, CV_8U, 1.25, -30);
    cv::Mat dark = cv::max(grey, 30);
    cv::cvtColor(dark, dark, cv::COLOR_GRAY2RGB);
    return raster_of(dark);
}

/// mm from the top to the lowest ink.
double lowest_ink(const Raster& print, double height) {
    for (int y = print.height() - 1; y > 0; --y) {
        const auto* row = print.row(y);
        if (std::any_of(row, row + print.stride(), [](std::uint8_t v) { return v < 160; }))
            return height * y / print.height();
    }
    return 0;
}

/// "BẢN SAO" in a frame, in red ink.
PlacedMark copy_stamp(int dpi, Random& random) {
    const MarkCanvas canvas(34, 14, dpi);
    cairo_t* ink = canvas.ink();
    cairo_translate(ink, 17, 7);
    cairo_rotate(ink, random.real(-0.08, 0.08));
    cairo_set_line_width(ink, 0.6);
    cairo_rectangle(ink, -14, -4.5, 28, 9);
    cairo_stroke(ink);
    cairo_select_font_face(ink, "Liberation Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
    cairo_set_font_size(ink, 5.2);
    cairo_text_extents_t extents;
    cairo_text_extents(ink, "BẢN SAO", &extents);
    cairo_move_to(ink, -extents.width / 2 - extents.x_bearing, 1.9);
    cairo_show_text(ink, "BẢN SAO");
    PlacedMark stamp{{canvas.coverage(), {0.82, 0.12, 0.18}, 34, 14}};
    stamp.x = random.real(140, 165);
    stamp.y = random.real(3, 8);
    return stamp;
}

void certification(Form& form, const Agency& agency, const Date& date, Random& random) {
    const std::string number = std::to_string(random.between(101, 9899));
    const std::string book = fmt::format("{:02}/{}-SCT/BS", random.between(1, 12), date.year);
    const double width = 104;
    const double x = random.chance(0.75) ? form.look().width - 15 - width : 15;
    const auto write = [&](const std::string& text, const TextStyle& style) {
        form.move_to(form.sheet().write(text, style, {x, form.y(), width, 20}, {.align = Align::centre}) + 0.8);
    };
    write("CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH", form.face(11.5).bolded());
    write(fmt::format("Số chứng thực: {}   Quyển số: {}", number, book), form.face(11.5));
    write(in_words(date).replace(0, 1, "N"), form.face(11.5).slanted());
    std::vector<std::string> titles = agency.signer;
    titles.insert(titles.begin(), "NGƯỜI THỰC HIỆN CHỨNG THỰC");
    const std::string name = person_name(random, random.chance(0.7) ? Sex::male : Sex::female);
    form.sign({.x = x + width / 2, .width = width, .titles = titles, .hint = "", .name = name, .seal = agency.seal});
    Truth& truth = form.truth();
    truth.add("certification.number", number);
    truth.add("certification.book", book);
    truth.add("certification.date", date);
    truth.add("certifier.title", agency.signer.back());
    truth.add_name("certifier.name", name);
}

}  // namespace

Paper certified_copy(const Paper& original, const Household& house, Random random) {
    constexpr double room = 78;  // mm that the certification takes
    const PaperPage& page = original.pages.front();
    FormLook look = issued_look(random);
    look.points = 11.5;
    Form form(original.truth.kind, look, original.dpi, random.branch("form"));
    const Raster copy = photocopied(page, original.dpi);
    const double lowest = lowest_ink(copy, page.height);
    const double scale = std::min({1.0, (look.height - room) / std::max(lowest, 1.0), look.width / page.width});
    const double x = (look.width - page.width * scale) / 2;
    form.sheet().paste(copy, {x, 0, page.width * scale, page.height * scale});
    form.truth() = original.truth;
    auto& fields = form.truth().fields;
    std::erase_if(fields, [](const auto& field) { return field.first == "copy_kind"; });
    form.truth().text.clear();
    form.sheet().note_lines(original.truth.text);
    form.truth().add("copy_kind", "ban_sao_chung_thuc");
    form.move_to(std::max(lowest * scale + 4, look.height - room - random.real(0, 20)));
    const Agency agency = make_commune(house.commune, random);
    certification(form, agency, later(house.today, random.between(0, 9)), random);
    Paper paper = form.finish(agency.seal);
    if (random.chance(0.8)) paper.pages.front().marks.push_back(copy_stamp(original.dpi, random));
    return paper;
}

}  // namespace sohoa::maker
