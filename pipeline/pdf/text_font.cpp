#include "pipeline/pdf/text_font.h"

#include <cstdint>
#include <fmt/format.h>
#include <utility>
#include <vector>

namespace sohoa::pdf::text_font {

namespace {

constexpr unsigned units_per_em = 1000;
constexpr unsigned glyph_count = 2;
constexpr std::size_t rows_per_block = 100;

std::string words(std::initializer_list<int> values) {
    std::string bytes;
    for (const int value : values) {
        bytes += static_cast<char>(value >> 8 & 0xFF);
        bytes += static_cast<char>(value & 0xFF);
    }
    return bytes;
}

void put32(std::string& bytes, std::uint32_t value) {
    bytes += words({static_cast<int>(value >> 16), static_cast<int>(value & 0xFFFF)});
}

/// Sum of big-endian 32-bit words; `bytes` is padded to four.
std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < bytes.size(); i += 4) {
        std::uint32_t word = 0;
        for (std::size_t k = i; k < i + 4; ++k) word = word << 8 | static_cast<std::uint8_t>(bytes[k]);
        sum += word;
    }
    return sum;
}

std::string head() {
    std::string table = words({1, 0, 1, 0, 0, 0});  // versions, checkSumAdjustment (set later)
    table += words({0x5F0F, 0x3CF5, 0x000B, units_per_em});
    table += words({0, 0, 0, 0, 0, 0, 0, 0});                      // created and modified: never
    table += words({0, descent, advance, ascent, 0, 8, 2, 0, 0});  // box, style, smallest size, direction, short loca
    return table;
}

std::string hhea() {
    return words({1, 0, ascent, descent, 0, advance, 0, 0, advance, 1, 0, 0, 0, 0, 0, 0, 0, glyph_count});
}

std::string maxp() {
    constexpr int points = 2;
    constexpr int contours = 1;
    return words({1, 0, glyph_count, points, contours, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0});
}

/// A contour that goes to the opposite corner and back: nothing is filled, yet the glyph has a size. PDFium (Chrome)
/// drops text whose glyphs have none where it is a single letter: "tháng 6 năm" would read "tháng năm".
std::string sized_glyph() {
    constexpr int on_curve_twice = 0x0101;
    return words({1, 0, descent, advance, ascent, 1, 0, on_curve_twice, 0, advance, descent, ascent - descent});
}

std::vector<std::pair<unsigned, unsigned>> code_ranges() {
    std::vector<std::pair<unsigned, unsigned>> ranges;
    for (unsigned row = 0; row < 0x100; ++row) {
        if (row >= 0xD8 && row <= 0xDF) continue;
        const unsigned first = row << 8;
        if (row == 0x00) {
            ranges.emplace_back(0x0001, 0x00FF);
        } else if (row == 0xFE) {
            ranges.emplace_back(0xFE00, 0xFEFE);
        } else if (row == 0xFF) {
            ranges.emplace_back(0xFF00, 0xFFFD);
        } else {
            ranges.emplace_back(first, first + 0xFF);
        }
    }
    return ranges;
}

}  // namespace

std::string program() {
    // In order of their names, as the format asks. Glyph 0 is empty; `loca` counts in pairs of bytes.
    const std::string glyph = sized_glyph();
    const std::vector<std::pair<std::string_view, std::string>> tables{
        {"glyf", glyph},
        {"head", head()},
        {"hhea", hhea()},
        {"hmtx", words({advance, 0, advance, 0})},
        {"loca", words({0, 0, static_cast<int>(glyph.size() / 2)})},
        {"maxp", maxp()},
    };
    constexpr std::size_t directory_bytes = 12 + 6 * 16;
    std::string font = words({1, 0, 6, 64, 2, 32});  // six tables: search range 4 × 16
    std::string body;
    std::size_t head_at = 0;
    for (const auto& [name, data] : tables) {
        std::string padded = data;
        padded.append((4 - data.size() % 4) % 4, '\0');
        if (name == "head") head_at = directory_bytes + body.size();
        font.append(name);
        put32(font, checksum(padded));
        put32(font, static_cast<std::uint32_t>(directory_bytes + body.size()));
        put32(font, static_cast<std::uint32_t>(data.size()));
        body += padded;
    }
    font += body;
    std::string adjustment;
    put32(adjustment, 0xB1B0AFBA - checksum(font));
    font.replace(head_at + 8, 4, adjustment);
    return font;
}

std::string glyph_map() {
    std::string map;
    map.reserve(0x20000);
    for (int code = 0; code < 0x10000; ++code) map.append("\x00\x01", 2);
    return map;
}

std::string to_unicode() {
    std::string cmap =
        "/CIDInit /ProcSet findresource begin\n"
        "12 dict begin\n"
        "begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n"
        "/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    const auto ranges = code_ranges();
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const std::size_t left = ranges.size() - i;
        if (i % rows_per_block == 0)
            cmap += fmt::format("{} beginbfrange\n", left < rows_per_block ? left : rows_per_block);
        cmap += fmt::format("<{0:04X}> <{1:04X}> <{0:04X}>\n", ranges[i].first, ranges[i].second);
        if (i % rows_per_block == rows_per_block - 1 || left == 1) cmap += "endbfrange\n";
    }
    cmap += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
    return cmap;
}

bool has_code(char32_t code) {
    return code != 0 && code < 0xFFFE && code != 0xFEFF && !(code >= 0xD800 && code <= 0xDFFF);
}

}  // namespace sohoa::pdf::text_font
