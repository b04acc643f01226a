#include "ocr/text/word_runs.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/ink_mask.h"
#include "ocr/text/word_images.h"

namespace sohoa::ocr {

namespace {

constexpr double letter_height = 20;
constexpr int upper_base = 100;
constexpr int lower_base = 132;

/// Two lines of square letters on white paper, the lower one's marks between the letters of the upper one.
struct TightPage {
    Raster plane{400, 200, 1};
    std::vector<Line> lines;

    TightPage() {
        mat_of(plane).setTo(255);
        for (int k = 0; k < 10; ++k) {
            draw({40 + 30 * k, upper_base - 20, 16, 20});
            draw({40 + 30 * k, lower_base - 20, 16, 20});
        }
        read({40, 74, 286, 38}, 0.5);
        read({40, 104, 286, 34}, 0.5);
    }

    void draw(const Box& box) {
        cv::rectangle(mat_of(plane), {box.x, box.y}, {box.right() - 1, box.bottom() - 1}, 0, cv::FILLED);
    }
    void read(const Box& box, double confidence) {
        Line line;
        line.words.push_back({box, {}, "chữ", confidence, ""});
        lines.push_back(std::move(line));
    }
    LineInk ink() const { return {find_pieces(faint_ink_of(plane)), lines, plane.height(), letter_height}; }
    std::vector<WordImage> untangled(double sure = 0.9) const {
        const LineInk of = ink();
        return word_images(plane, 200, of, lines, tangled_words(of, lines, sure));
    }
};

/// Whether the copy has ink at a point of the plane.
bool inked(const std::vector<WordImage>& found, std::size_t k, int x, int y) {
    const WordImage& words = found.at(k);
    if (x < words.place.x || x >= words.place.right() || y < words.place.y || y >= words.place.bottom()) return false;
    return words.image.pixels.row(y - words.place.y)[x - words.place.x] < 128;
}

/// Words of 60 × 20 pixels with blanks of 10 between them; their confidences.
Line words_read_with(const std::vector<double>& confidences) {
    Line line;
    for (std::size_t k = 0; k < confidences.size(); ++k) {
        line.words.push_back({{static_cast<int>(70 * k), 10, 60, 20}, {}, "chữ", confidences[k], ""});
    }
    return line;
}

std::vector<WordRun> doubtful_of(const std::vector<Line>& lines) {
    return doubtful_words(LineInk({}, lines, 100, 14), lines, 0.9);
}

}  // namespace

TEST(TangledLines, MarksGoToTheLetterTheyStandOn) {
    TightPage page;
    page.draw({73, 106, 10, 4});  // a hat over the second letter below
    page.draw({103, 103, 4, 4});  // a dot under the third letter above
    page.draw({149, 96, 5, 10});  // a comma behind the fourth
    const std::vector<WordImage> found = page.untangled();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_FALSE(inked(found, 0, 78, 108)) << "the hat is not of the upper line";
    EXPECT_TRUE(inked(found, 1, 78, 108)) << "but of the lower";
    EXPECT_TRUE(inked(found, 0, 105, 105)) << "the dot stands below the upper line's letter";
    EXPECT_FALSE(inked(found, 1, 105, 105));
    EXPECT_TRUE(inked(found, 0, 151, 104)) << "the comma hangs from the upper line";
    EXPECT_TRUE(inked(found, 0, 48, 90)) << "letters are there";
    EXPECT_FALSE(inked(found, 0, 48, 122)) << "those of the other line are not";
}

TEST(TangledLines, ADescenderThatTouchesTheNextLinesMarkIsPartedFromIt) {
    TightPage page;
    page.draw({160, upper_base - 20, 4, 30});  // the fifth letter's descender
    page.draw({160, 110, 14, 5});              // runs into a hat
    const std::vector<WordImage> found = page.untangled();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(inked(found, 0, 162, 104)) << "the descender stays";
    EXPECT_FALSE(inked(found, 0, 170, 113)) << "the hat goes";
    EXPECT_TRUE(inked(found, 1, 170, 113));
}

TEST(TangledLines, WordsThatWereReadSurelyAndLinesThatStandApartAreLeft) {
    TightPage page;
    page.draw({73, 106, 10, 4});
    EXPECT_TRUE(page.untangled(0.4).empty()) << "all words are surer than that";

    TightPage apart;
    apart.lines[0].words[0].box = {40, 78, 286, 22};
    apart.lines[1].words[0].box = {40, 112, 286, 20};
    EXPECT_TRUE(apart.untangled().empty());
}

TEST(TangledLines, ColumnsBesideEachOtherAreCopiedByThemselves) {
    TightPage page;
    page.draw({73, 106, 10, 4});
    page.draw({253, 106, 10, 4});
    for (Line& line : page.lines) {
        const Box box = line.words[0].box;
        line.words = {{{box.x, box.y, 76, box.height}, {}, "trái", 0.5, ""},
                      {{box.x + 180, box.y, 106, box.height}, {}, "phải", 0.5, ""}};
    }
    const std::vector<WordImage> found = page.untangled();
    for (const WordImage& words : found) EXPECT_EQ(words.end - words.first, 1U);
    EXPECT_EQ(found.size(), 2U);
}

TEST(CutWords, AMarkLeftAboveItsWordTellsThatItWasCut) {
    TightPage page;
    page.draw({73, 106, 10, 4});  // a hat over the second letter of the lower line
    page.lines[1].words[0].box = {40, lower_base - 20, 286, 20};
    std::vector<WordRun> cut = cut_words(page.ink(), page.lines);
    ASSERT_EQ(cut.size(), 1U);
    EXPECT_EQ(page.ink().groups()[cut[0].group].line, 1U);

    page.lines[1].words[0].box = {40, 104, 286, 28};
    EXPECT_TRUE(cut_words(page.ink(), page.lines).empty()) << "it holds the mark now";
}

TEST(CutWords, AMarkThatWasTakenForAWordIsCutOffToo) {
    TightPage page;
    page.draw({73, 106, 10, 4});
    page.lines[1].words[0].box = {40, lower_base - 20, 286, 20};
    page.read({72, 105, 12, 6}, 0.4);
    EXPECT_EQ(cut_words(page.ink(), page.lines).size(), 1U);
}

TEST(CutWords, DotsOfTheLineAboveAreNone) {
    TightPage page;
    page.draw({103, 103, 4, 4});
    page.lines[1].words[0].box = {40, lower_base - 20, 286, 20};
    EXPECT_TRUE(cut_words(page.ink(), page.lines).empty());
}

TEST(DoubtfulWords, ADoubtfulWordIsReadWithItsNeighbours) {
    const auto runs = doubtful_of({words_read_with({0.95, 0.95, 0.5, 0.95, 0.95})});
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].first, 1U);
    EXPECT_EQ(runs[0].end, 4U);
}

TEST(DoubtfulWords, DoubtfulWordsNearEachOtherAreReadTogether) {
    const auto runs = doubtful_of({words_read_with({0.5, 0.95, 0.95, 0.5, 0.95, 0.95, 0.95, 0.95, 0.5})});
    ASSERT_EQ(runs.size(), 2U);
    EXPECT_EQ(runs[0].first, 0U);
    EXPECT_EQ(runs[0].end, 5U);
    EXPECT_EQ(runs[1].first, 7U);
    EXPECT_EQ(runs[1].end, 9U);
}

TEST(DoubtfulWords, SureWordsAreLeft) {
    EXPECT_TRUE(doubtful_of({words_read_with({0.95, 0.95})}).empty());
    EXPECT_TRUE(doubtful_of({}).empty());
}

TEST(WordRuns, OfNothingAreNone) {
    EXPECT_TRUE(tangled_words(LineInk({}, {}, 50, 20), {}, 1).empty());
    EXPECT_TRUE(cut_words(LineInk({}, {}, 50, 20), {}).empty());
    EXPECT_TRUE(word_images(Raster(50, 50, 1), 200, LineInk({}, {}, 50, 20), {}, {}).empty());
}

TEST(WordImages, PartOfALineIsCutBetweenWords) {
    TightPage page;
    for (Line& line : page.lines) {
        const Box box = line.words[0].box;
        line.words = {{{box.x, box.y, 76, box.height}, {}, "trái", 0.5, ""},
                      {{box.x + 88, box.y, 76, box.height}, {}, "giữa", 0.5, ""},
                      {{box.x + 176, box.y, 110, box.height}, {}, "phải", 0.5, ""}};
    }
    const LineInk of = page.ink();
    const std::vector<WordImage> found = word_images(page.plane, 200, of, page.lines, {{0, 1, 2}});
    ASSERT_EQ(found.size(), 1U);
    const Box middle = page.lines[0].words[1].box;
    EXPECT_GT(found[0].place.x, page.lines[0].words[0].box.right());
    EXPECT_LE(found[0].place.x, middle.x);
    EXPECT_GE(found[0].place.right(), middle.right());
    EXPECT_LT(found[0].place.right(), page.lines[0].words[2].box.x);

    const std::vector<Word> answer = placed({{{3, 4, 10, 10}, {}, "giữa", 0.9, ""}}, found[0].place);
    EXPECT_EQ(answer.at(0).box, (Box{found[0].place.x + 3, found[0].place.y + 4, 10, 10}));
}

}  // namespace sohoa::ocr
