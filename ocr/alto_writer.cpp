#include "ocr/alto_writer.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

#include "base/xml.h"
#include "ocr/output_layout.h"

namespace sohoa::ocr {

namespace {

/// Every role and kind of the contract, so that tags can stand at the head of a file whose pages are not known yet.
constexpr std::array<std::string_view, 13> roles{
    "letterhead_issuer", "letterhead_motto", "number", "place_date", "title", "body", "recipients",
    "signature",         "header",           "footer", "table",      "form",  "mrz"};
constexpr std::array<std::string_view, 9> kinds{"seal",     "signature", "signature_panel", "stamp", "photo", "table",
                                                "checkbox", "slot",      "handwriting"};

constexpr std::array<std::string_view, 6> pictures{"seal",  "signature", "signature_panel",
                                                   "stamp", "photo",     "handwriting"};

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string place(const Box& box) {
    return fmt::format("HPOS=\"{}\" VPOS=\"{}\" WIDTH=\"{}\" HEIGHT=\"{}\"", box.x, box.y, box.width, box.height);
}

std::string shape(const std::optional<Quad>& quad) {
    if (!quad) return {};
    std::string points;
    for (const Point& corner : quad->corners)
        points += fmt::format("{}{:.1f},{:.1f}", points.empty() ? "" : " ", corner.x, corner.y);
    return fmt::format("<Shape><Polygon POINTS=\"{}\"/></Shape>", points);
}

std::string string_of(const Word& word) {
    const std::string corners = shape(word.quad);
    const std::string start = fmt::format("<String CONTENT=\"{}\" {} WC=\"{:.4f}\"", xml_line(word.text),
                                          place(word.box), std::clamp(word.confidence, 0.0, 1.0));
    return corners.empty() ? start + "/>" : start + ">" + corners + "</String>";
}

/// The blank between two words of a line.
std::string blank_between(const Word& left, const Word& right) {
    const int x = std::min(left.box.right(), right.box.x);
    const int y = std::min(left.box.y, right.box.y);
    return fmt::format("<SP HPOS=\"{}\" VPOS=\"{}\" WIDTH=\"{}\"/>", x, y, std::max(0, right.box.x - left.box.right()));
}

bool has_words(const Block& block) {
    return std::any_of(block.lines.begin(), block.lines.end(), [](const Line& line) { return !line.words.empty(); });
}

std::string text_block(const Block& block, const std::string& id, int page_turn) {
    std::string element = fmt::format("<TextBlock ID=\"{}\" {}", id, place(block.box));
    if (is_one_of(roles, block.role)) element += fmt::format(" TAGREFS=\"role_{}\"", block.role);
    const auto written =
        std::find_if(block.lines.begin(), block.lines.end(), [](const Line& line) { return !line.words.empty(); });
    if (const int turn = turn_of(*written, page_turn); turn != page_turn)
        element += fmt::format(" ROTATION=\"{}\"", turn);
    element += ">\n";
    int line_number = 0;
    for (const Line& line : block.lines) {
        if (line.words.empty()) continue;
        element += fmt::format("<TextLine ID=\"{}_l{}\" {} BASELINE=\"{:.1f},{:.1f} {:.1f},{:.1f}\">{}", id,
                               ++line_number, place(line.box), line.baseline.start.x, line.baseline.start.y,
                               line.baseline.end.x, line.baseline.end.y, shape(line.quad));
        for (std::size_t k = 0; k < line.words.size(); ++k) {
            if (k > 0) element += blank_between(line.words[k - 1], line.words[k]);
            element += string_of(line.words[k]);
        }
        element += "</TextLine>\n";
    }
    return element + "</TextBlock>\n";
}

/// A table that stands there already, around its texts.
bool holds_text(const Region& region, const PageReading& reading) {
    return std::any_of(reading.blocks.begin(), reading.blocks.end(),
                       [&](const Block& block) { return has_words(block) && table_of(block, reading) == &region; });
}

}  // namespace

void AltoWriter::begin(const AltoHead& head) {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\" "
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            " xsi:schemaLocation=\"http://www.loc.gov/standards/alto/ns-v4# "
            "http://www.loc.gov/standards/alto/v4/alto-4-4.xsd\""
            " SCHEMAVERSION=\"4.4\">\n<Description><MeasurementUnit>pixel</MeasurementUnit>"
         << fmt::format(
                "<sourceImageInformation><fileName>{}</fileName></sourceImageInformation>"
                "<Processing ID=\"reading\"><processingCategory>contentGeneration</processingCategory>"
                "<processingStepSettings>{}</processingStepSettings><processingSoftware><softwareName>{}</softwareName>"
                "<softwareVersion>{}</softwareVersion></processingSoftware></Processing></Description>\n<Tags>",
                xml_line(head.file), xml_line(head.settings), xml_line(head.program), xml_line(head.version));
    for (const auto role : roles) out_ << fmt::format("<LayoutTag ID=\"role_{0}\" LABEL=\"{0}\"/>", role);
    for (const auto kind : kinds) out_ << fmt::format("<LayoutTag ID=\"kind_{0}\" LABEL=\"{0}\"/>", kind);
    out_ << "</Tags>\n<Layout>\n";
}

void AltoWriter::page(const PageReading& reading, int number) {
    out_ << fmt::format(
        "<Page ID=\"p{0}\" PROCESSINGREFS=\"reading\" PHYSICAL_IMG_NR=\"{0}\" WIDTH=\"{1}\" HEIGHT=\"{2}\" "
        "ROTATION=\"{3}\" LANG=\"vi\"><PrintSpace HPOS=\"0\" VPOS=\"0\" WIDTH=\"{1}\" HEIGHT=\"{2}\">\n",
        number, reading.width, reading.height, reading.orientation);
    int block_number = 0;
    const auto next_id = [&block_number, number] { return fmt::format("p{}_b{}", number, ++block_number); };
    for (const Block& block : reading.blocks) {
        if (!has_words(block)) continue;
        const Region* table = table_of(block, reading);
        if (table == nullptr) {
            out_ << text_block(block, next_id(), reading.orientation);
            continue;
        }
        out_ << fmt::format("<ComposedBlock ID=\"{}\" {} TAGREFS=\"kind_table\" TYPE=\"table\">\n", next_id(),
                            place(table->box));
        for (const Block& cell : cell_texts(block, *table)) out_ << text_block(cell, next_id(), reading.orientation);
        out_ << "</ComposedBlock>\n";
    }
    int region_number = 0;
    for (const Region& region : reading.regions) {
        if (holds_text(region, reading)) continue;
        const bool picture = is_one_of(pictures, region.kind);
        out_ << fmt::format("<{} ID=\"p{}_r{}\" {}", picture ? "Illustration" : "GraphicalElement", number,
                            ++region_number, place(region.box));
        if (is_one_of(kinds, region.kind)) out_ << fmt::format(" TAGREFS=\"kind_{}\"", region.kind);
        if (picture) out_ << fmt::format(" TYPE=\"{}\"", region.kind);
        out_ << "/>\n";
    }
    out_ << "</PrintSpace></Page>\n";
}

void AltoWriter::end() {
    out_ << "</Layout>\n</alto>\n";
}

}  // namespace sohoa::ocr
