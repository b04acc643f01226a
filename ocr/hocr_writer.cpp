#include "ocr/hocr_writer.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string_view>

#include "base/xml.h"
#include "ocr/output_layout.h"

namespace sohoa::ocr {

namespace {

std::string bbox(const Box& box) {
    return fmt::format("bbox {} {} {} {}", std::max(box.x, 0), std::max(box.y, 0), std::max(box.right(), 0),
                       std::max(box.bottom(), 0));
}

/// A file's name as a quoted value.
std::string quoted(std::string name) {
    std::replace(name.begin(), name.end(), '"', '\'');
    return "\"" + name + "\"";
}

/// Slope, and where the baseline crosses the left side of the box, in pixels below its bottom.
std::string baseline_of(const Line& line) {
    const Point from = line.baseline.start;
    const Point to = line.baseline.end;
    if (!(to.x > from.x)) return {};
    const double slope = (to.y - from.y) / (to.x - from.x);
    const double at_left = from.y + slope * (std::max(line.box.x, 0) - from.x) - line.box.bottom();
    return fmt::format("; baseline {:.4f} {}", slope + 0.0, std::lround(at_left));
}

/// Running numbers of one page's elements; an element's id is its class, page and number.
struct Numbers {
    int page = 0;
    int areas = 0;
    int paragraphs = 0;
    int lines = 0;
    int words = 0;
    int images = 0;

    std::string id(std::string_view kind, int& counter) const { return fmt::format("{}_{}_{}", kind, page, ++counter); }
};

std::string line_element(const Line& line, int page_turn, Numbers& numbers) {
    const int turn = turn_of(line, page_turn);
    std::string element =
        fmt::format("   <span class=\"ocr_line\" id=\"{}\" title=\"{}{}\">", numbers.id("line", numbers.lines),
                    bbox(line.box), turn == 0 ? baseline_of(line) : fmt::format("; textangle {}", turn));
    for (const Word& word : line.words) {
        if (&word != &line.words.front()) element += ' ';
        element += fmt::format("<span class=\"ocrx_word\" id=\"{}\" title=\"{}; x_wconf {}\">{}</span>",
                               numbers.id("word", numbers.words), bbox(word.box),
                               std::lround(100 * std::clamp(word.confidence, 0.0, 1.0)), xml_line(word.text));
    }
    return element + "</span>\n";
}

std::string paragraph(const Block& block, int page_turn, Numbers& numbers) {
    std::string element = fmt::format("  <p class=\"ocr_par\" id=\"{}\" title=\"{}\">\n",
                                      numbers.id("par", numbers.paragraphs), bbox(block.box));
    for (const Line& line : block.lines) {
        if (!line.words.empty()) element += line_element(line, page_turn, numbers);
    }
    return element + "  </p>\n";
}

std::string_view class_of(const Block& block) {
    if (block.role == "header") return "ocr_header";
    if (block.role == "footer") return "ocr_footer";
    if (block.role == "table") return "ocr_table";
    return "ocr_carea";
}

/// Empty for regions that are no pictures: tables stand with their texts, check boxes and slots are part of a form.
std::string_view class_of(const Region& region) {
    if (region.kind == "photo") return "ocr_photo";
    for (const std::string_view kind : {"seal", "stamp", "signature", "signature_panel", "handwriting"}) {
        if (region.kind == kind) return "ocr_image";
    }
    return {};
}

}  // namespace

void HocrWriter::begin(const HocrHead& head) {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" "
            "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n"
            "<html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"vi\" lang=\"vi\">\n<head>\n"
         << fmt::format(
                "<title>{}</title>\n"
                "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"/>\n"
                "<meta name=\"ocr-system\" content=\"{} {}\"/>\n"
                "<meta name=\"ocr-capabilities\" content=\"ocr_page ocr_carea ocr_par ocr_line ocrx_word ocr_header "
                "ocr_footer ocr_table ocr_image ocr_photo ocrp_lang ocrp_wconf\"/>\n"
                "<meta name=\"ocr-number-of-pages\" content=\"{}\"/>\n"
                "<meta name=\"ocr-langs\" content=\"vi\"/>\n"
                "<meta name=\"ocr-scripts\" content=\"Latn\"/>\n",
                xml_line(head.title), xml_line(head.program), xml_line(head.version), head.pages)
         << "</head>\n<body>\n";
}

void HocrWriter::page(const PageReading& reading, int number, const HocrSource& source) {
    // The name stands last, so that one like "bbox 1 2 3 4.jpg" is not taken for the page's own.
    const std::string resolution =
        reading.dpi > 0 ? fmt::format("; scan_res {0} {0}", std::lround(reading.dpi)) : std::string();
    const std::string file = quoted(source.file);
    out_ << fmt::format(
        "<div class=\"ocr_page\" id=\"page_{}\" title=\"{}\">\n", number,
        xml_line(fmt::format("bbox 0 0 {} {}; ppageno {}{}; image {}; x_source {} \"{}\"", reading.width,
                             reading.height, number - 1, resolution, file, file, source.page)));
    Numbers numbers;
    numbers.page = number;
    for (const Block& block : reading.blocks) {
        if (std::all_of(block.lines.begin(), block.lines.end(), [](const Line& line) { return line.words.empty(); }))
            continue;
        const Region* table = table_of(block, reading);
        out_ << fmt::format(" <div class=\"{}\" id=\"{}\" title=\"{}\">\n", class_of(block),
                            numbers.id("block", numbers.areas), bbox(table != nullptr ? table->box : block.box));
        if (table == nullptr) {
            out_ << paragraph(block, reading.orientation, numbers);
        } else {
            for (const Block& cell : cell_texts(block, *table)) out_ << paragraph(cell, reading.orientation, numbers);
        }
        out_ << " </div>\n";
    }
    for (const Region& region : reading.regions) {
        const std::string_view name = class_of(region);
        if (name.empty()) continue;
        out_ << fmt::format(" <div class=\"{}\" id=\"{}\" title=\"{}\"></div>\n", name,
                            numbers.id("image", numbers.images), bbox(region.box));
    }
    out_ << "</div>\n";
}

void HocrWriter::end() {
    out_ << "</body>\n</html>\n";
}

}  // namespace sohoa::ocr
