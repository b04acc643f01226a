#include "ocr/alto_writer.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

#include "base/xml.h"

namespace sohoa::ocr {

namespace {

/// Every role and kind of the contract, so that tags can stand at the head of a file whose pages are not known yet.
constexpr std::array<std::string_view, 12> roles{
    "letterhead_issuer", "letterhead_motto", "number", "place_date", "title", "body",
    "recipients",        "signature",        "header", "footer",     "table", "form"};
constexpr std::array<std::string_view, 9> kinds{"seal",     "signature", "signature_panel", "stamp", "photo", "table",
                                                "checkbox", "slot",      "handwriting"};

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string text_of_attribute(std::string_view text) {
    std::string allowed;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x20) allowed += c;
    }
    return xml_escaped(allowed);
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
    const std::string start = fmt::format("<String CONTENT=\"{}\" {} WC=\"{:.4f}\"", text_of_attribute(word.text),
                                          place(word.box), std::clamp(word.confidence, 0.0, 1.0));
    return corners.empty() ? start + "/>" : start + ">" + corners + "</String>";
}

/// The blank between two words of a line.
std::string blank_between(const Word& left, const Word& right) {
    const int x = std::min(left.box.right(), right.box.x);
    const int y = std::min(left.box.y, right.box.y);
    return fmt::format("<SP HPOS=\"{}\" VPOS=\"{}\" WIDTH=\"{}\"/>", x, y, std::max(0, right.box.x - left.box.right()));
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
                text_of_attribute(head.file), text_of_attribute(head.settings), text_of_attribute(head.program),
                text_of_attribute(head.version));
    for (const auto role : roles) out_ << fmt::format("<LayoutTag ID=\"role_{0}\" LABEL=\"{0}\"/>", role);
    for (const auto kind : kinds) out_ << fmt::format("<LayoutTag ID=\"kind_{0}\" LABEL=\"{0}\"/>", kind);
    out_ << "</Tags>\n<Layout>\n";
}

void AltoWriter::page(const PageReading& reading, int number) {
    out_ << fmt::format(
        "<Page ID=\"p{0}\" PHYSICAL_IMG_NR=\"{0}\" WIDTH=\"{1}\" HEIGHT=\"{2}\" ROTATION=\"{3}\" LANG=\"vi\">"
        "<PrintSpace HPOS=\"0\" VPOS=\"0\" WIDTH=\"{1}\" HEIGHT=\"{2}\">\n",
        number, reading.width, reading.height, reading.orientation);
    int block_number = 0;
    for (const Block& block : reading.blocks) {
        if (block.lines.empty()) continue;
        const std::string id = fmt::format("p{}_b{}", number, ++block_number);
        out_ << fmt::format("<TextBlock ID=\"{}\" {}", id, place(block.box));
        if (is_one_of(roles, block.role)) out_ << fmt::format(" TAGREFS=\"role_{}\"", block.role);
        out_ << ">\n";
        int line_number = 0;
        for (const Line& line : block.lines) {
            if (line.words.empty()) continue;
            out_ << fmt::format("<TextLine ID=\"{}_l{}\" {} BASELINE=\"{:.1f},{:.1f} {:.1f},{:.1f}\">{}", id,
                                ++line_number, place(line.box), line.baseline.start.x, line.baseline.start.y,
                                line.baseline.end.x, line.baseline.end.y, shape(line.quad));
            for (std::size_t k = 0; k < line.words.size(); ++k) {
                if (k > 0) out_ << blank_between(line.words[k - 1], line.words[k]);
                out_ << string_of(line.words[k]);
            }
            out_ << "</TextLine>\n";
        }
        out_ << "</TextBlock>\n";
    }
    int region_number = 0;
    for (const Region& region : reading.regions) {
        out_ << fmt::format("<GraphicalElement ID=\"p{}_r{}\" {}", number, ++region_number, place(region.box));
        if (is_one_of(kinds, region.kind)) out_ << fmt::format(" TAGREFS=\"kind_{}\"", region.kind);
        out_ << "/>\n";
    }
    out_ << "</PrintSpace></Page>\n";
}

void AltoWriter::end() {
    out_ << "</Layout>\n</alto>\n";
}

}  // namespace sohoa::ocr
