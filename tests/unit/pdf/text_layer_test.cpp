#include "pipeline/pdf/text_layer.h"

#include <cmath>
#include <sstream>

#include "made.h"
#include "pipeline/pdf/text_font.h"

namespace sohoa::pdf {

namespace {

constexpr double pi = 3.14159265358979323846;

/// A line of twelve words, 30 pixels high and 1200 long, that falls by `degrees`; one pixel is one unit.
ocr::PageReading falling(double degrees) {
    ocr::PageReading reading;
    reading.width = 1600;
    reading.height = 1000;
    reading.dpi = 72;
    reading.skew = degrees;
    const double slope = std::tan(degrees * pi / 180);
    ocr::Line line;
    const auto quad = [&](double left, double right) {
        const double y = 500 + slope * left;
        const double end = 500 + slope * right;
        return Quad{{Point{left, y - 24}, Point{right, end - 24}, Point{right, end + 6}, Point{left, y + 6}}};
    };
    for (int k = 0; k < 12; ++k) {
        ocr::Word word;
        word.text = "nghĩa";
        word.quad = quad(100 + 100 * k, 190 + 100 * k);
        word.box = {100 + 100 * k, static_cast<int>(476 + slope * (100 + 100 * k)), 90, 34};
        line.words.push_back(word);
    }
    line.quad = quad(100, 1290);
    line.box = {100, 476, 1190, static_cast<int>(30 + std::abs(slope) * 1190)};
    line.baseline = {{100, 500 + slope * 100}, {1290, 500 + slope * 1290}};
    reading.blocks.push_back({"", line.box, {line}});
    return reading;
}

struct Moves {
    double size = 0;
    double first = 0;  ///< heights of the first and last word's baseline on the sheet
    double last = 0;
};

Moves moves_of(const std::string& layer) {
    Moves moves;
    std::istringstream lines(layer);
    double y = 0;
    bool is_first = true;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        double a = 0;
        double b = 0;
        std::string key;
        if (line.ends_with(" Tf")) {
            words >> key >> moves.size;
        } else if (line.ends_with(" Tm")) {
            double value = 0;
            for (int k = 0; k < 6; ++k) words >> value;
            y = value;
        } else if (line.find(" Td ") != line.npos) {
            words >> a >> b;
            y += b;
            if (is_first) moves.first = y;
            is_first = false;
            moves.last = y;
        }
    }
    return moves;
}

PageGeometry geometry_of(const ocr::PageReading& reading) {
    return page_geometry({reading.width, reading.height}, reading.dpi);
}

/// The text of a page that is shown as it was scanned.
std::string unturned_layer(const ocr::PageReading& reading) {
    const PageGeometry page = geometry_of(reading);
    return text_layer(reading, page, {0, page.width, page.height});
}

}  // namespace

TEST(TextLayer, OnAPageThatIsShownStraightALineStaysOnOneBaseline) {
    for (const double degrees : {-4.0, -1.0, 2.5}) {
        const auto reading = falling(degrees);
        const PageGeometry page = geometry_of(reading);
        const Levelling levelling = levelling_of(reading, page);
        EXPECT_NEAR(levelling.degrees, degrees, 0.2);
        EXPECT_GT(levelling.width, page.width);
        const Moves moves = moves_of(text_layer(reading, page, levelling));
        EXPECT_NEAR(moves.first, moves.last, 0.6) << degrees;
    }
}

TEST(TextLayer, AlmostLevelPagesAreShownAsTheyAre) {
    const auto reading = falling(0.3);
    const PageGeometry page = geometry_of(reading);
    EXPECT_EQ(levelling_of(reading, page).degrees, 0);
    EXPECT_EQ(levelling_of(reading, page).width, page.width);
    EXPECT_EQ(levelling_of(reading, page).turned("x", page), "x");
}

TEST(TextLayer, LineOnALevelPageStaysOnItsBaseline) {
    const auto reading = falling(0);
    const Moves moves = moves_of(unturned_layer(reading));
    EXPECT_NEAR(moves.first, 500, 0.1);
    EXPECT_NEAR(moves.last, 500, 0.1);
}

TEST(TextLayer, GentlyFallingLineStaysTogetherForReadersAndNearItsInk) {
    const auto reading = falling(1.4);
    const Moves moves = moves_of(unturned_layer(reading));
    EXPECT_LT(std::abs(moves.first - moves.last), 0.45 * moves.size) << "poppler takes the ends for other lines";
    const double ink = 1000 - (500 + std::tan(1.4 * pi / 180) * 145);  // under the middle of the first word
    EXPECT_NEAR(moves.first, ink, 0.45 * moves.size);
}

TEST(TextLayer, SteeplyFallingLineStaysOnItsInk) {
    const auto reading = falling(4);
    const Moves moves = moves_of(unturned_layer(reading));
    EXPECT_NEAR(moves.first, 1000 - (500 + std::tan(4 * pi / 180) * 145), 1);
    EXPECT_NEAR(moves.last, 1000 - (500 + std::tan(4 * pi / 180) * 1245), 1);
}

TEST(TextLayer, DecomposedVietnameseIsWrittenComposed) {
    auto reading = made::reading({"Nghe\u0323\u0302"});
    const std::string layer = unturned_layer(reading);
    EXPECT_NE(layer.find("<004E006700681EC7>"), layer.npos) << layer;
}

TEST(TextLayer, BlankStandsBetweenWords) {
    auto reading = made::reading({"hai chữ"});
    EXPECT_NE(unturned_layer(reading).find("<0020> Tj"), std::string::npos);
}

TEST(TextLayer, AHyphenBetweenTightWordsKeepsABlankOnBothSides) {
    ocr::PageReading reading = falling(0);
    auto& words = reading.blocks[0].lines[0].words;
    words.resize(3);
    const auto place = [&](std::size_t k, const char* text, int left, int right) {
        words[k].text = text;
        words[k].quad.reset();
        words[k].box = {left, 476, right - left, 30};
    };
    place(0, "hạn", 100, 148);
    place(1, "-", 143, 151);
    place(2, "tạ", 152, 172);
    std::vector<double> widths;  // of blanks, in percent of their natural width
    std::istringstream lines(unturned_layer(reading));
    for (std::string line; std::getline(lines, line);) {
        if (line.ends_with("Tz <0020> Tj")) widths.push_back(std::stod(line));
    }
    ASSERT_EQ(widths.size(), 2U);
    for (const double width : widths) EXPECT_GT(width, 20);
}

TEST(TextLayer, LettersOfANarrowWordDoNotStandOnEachOther) {
    ocr::PageReading reading = falling(0);
    auto& last = reading.blocks[0].lines[0].words.back();
    last.text = "lÌÌ";
    last.quad.reset();
    last.box = {1250, 476, 6, 30};
    const std::string layer = unturned_layer(reading);
    const std::size_t at = layer.find(" Tz <006C00CC00CC> Tj");
    ASSERT_NE(at, layer.npos) << layer;
    const double stretch = std::stod(layer.substr(layer.rfind(' ', at - 1)));
    EXPECT_GT(stretch / 100 * text_font::advance / 1000, 0.1);
}

TEST(TextFont, GlyphHasASizeWithoutWhichPdfiumDropsSingleLetters) {
    const std::string font = text_font::program();
    const std::size_t entry = font.find("glyf");
    ASSERT_NE(entry, font.npos);
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(font[i]); };
    const std::size_t glyph = static_cast<std::size_t>(at(entry + 10)) << 8 | at(entry + 11);
    const auto number = [&](std::size_t i) {
        return static_cast<std::int16_t>(at(glyph + i) << 8 | at(glyph + i + 1));
    };
    EXPECT_EQ(number(0), 1) << "contours";
    EXPECT_EQ(number(6) - number(2), text_font::advance);
    EXPECT_EQ(number(8) - number(4), text_font::ascent - text_font::descent);
}

}  // namespace sohoa::pdf
