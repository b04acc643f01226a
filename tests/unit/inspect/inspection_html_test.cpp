#include "pipeline/inspect/inspection_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/inspect/figure_words.h"
#include "pipeline/inspect/step_words.h"

namespace sohoa::inspect {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Two cards on a desk, the second upside down.
InspectedFile two_cards() {
    Inspection page;
    page.reading.width = 2000;
    page.reading.height = 1000;
    page.reading.parts = {{quad_of({0, 0, 900, 900}), 0, 1.5, false},
                          {quad_of({1000, 0, 900, 900}), 180, -2.25, false}};
    page.steps = {{"decode", 0, 1, "scan.png"}, {"whiten", 1, 1, "first.png"}, {"whiten", 2, 1, "second.png"}};
    page.figures = {{"blur", 1, 0.05}, {"blur", 2, 0.12}};
    page.overlay = "found.png";
    return {"the.jpg", {}, {page}};
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const auto begin = text.find(from);
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find(to, begin) - begin);
}

TEST(InspectionHtml, ShowsEachPartByItself) {
    const std::string html = inspection_html(two_cards());
    EXPECT_THAT(html, HasSubstr("parts (sheets) on the scan</span></th><td>2<"));
    const std::string first = between(html, "Phần 1", "</section>");
    EXPECT_THAT(first, HasSubstr("first.png"));
    EXPECT_THAT(first, HasSubstr("1.50°"));
    EXPECT_THAT(first, HasSubstr("5.0 %"));
    EXPECT_THAT(first, Not(HasSubstr("second.png")));
    const std::string second = between(html, "Phần 2", "</section>");
    EXPECT_THAT(second, HasSubstr("180°"));
    EXPECT_THAT(second, HasSubstr("-2.25°"));
    EXPECT_THAT(second, HasSubstr("beyond\">12.0 %"));
}

TEST(InspectionHtml, APageWhosePicturesAreWithheldSaysSo) {
    InspectedFile file = two_cards();
    EXPECT_THAT(inspection_html(file), Not(HasSubstr("--show-personal")));
    Inspection& page = file.pages.front();
    page.withheld = true;
    page.overlay.clear();
    for (InspectedStep& step : page.steps) step.picture.clear();
    page.codes = {"001*****0001|<b>"};
    const std::string html = inspection_html(file);
    EXPECT_THAT(html, HasSubstr("--show-personal"));
    EXPECT_THAT(html, Not(HasSubstr("<img")));
    EXPECT_THAT(html, HasSubstr("<code>001*****0001|&lt;b&gt;</code>"));
}

TEST(InspectionHtml, ShowsEveryProblemWithItsRemedy) {
    InspectedFile file = two_cards();
    file.problems.push_back(
        problem(code::content_lost, {"Tệp bị đứt", "the file is torn"}, {"Xin lại tệp", "ask again"}).on_page(3));
    file.pages[0].reading.problems.push_back(
        problem(code::orientation_unsure, {"Không chắc chiều", "turn unsure"}, {"Xem lại trang", "look at it"})
            .as(Severity::warning));
    const std::string html = inspection_html(file);
    for (const char* part : {"Trang 3: ", "Tệp bị đứt", "Xin lại tệp", "Không chắc chiều", "Xem lại trang"}) {
        EXPECT_THAT(html, HasSubstr(part));
    }
}

TEST(InspectionHtml, WithoutPagesSaysWhy) {
    const std::string html = inspection_html({"x.jpg", {problem(code::file_empty, {"Tệp rỗng", "empty"})}, {}});
    EXPECT_THAT(html, HasSubstr("Tệp rỗng"));
    EXPECT_TRUE(is_inspection(html));
    EXPECT_FALSE(shows_pages(html));
    EXPECT_TRUE(shows_pages(inspection_html(two_cards())));
    EXPECT_FALSE(shows_pages(unfinished_inspection_html()));
}

TEST(InspectionHtml, MasksNumbersOfPersons) {
    InspectedFile file = two_cards();
    file.file = "001099012345.jpg";
    EXPECT_THAT(inspection_html(file), Not(HasSubstr("001099012345")));
}

TEST(StepWords, NameEveryStepInVietnamese) {
    for (const char* step :
         {"decode",         "ink_grey",    "sheet",       "survey",          "orientation",    "facing_pages",
          "warp",           "shading",     "ground",      "turn_by_reading", "luma",           "seals",
          "coloured_print", "grey_seals",  "stamps",      "signatures",      "rules",          "check_boxes",
          "leaders",        "specks",      "whiten",      "blank",           "quality",        "first_reading",
          "torn_lines",     "tight_lines", "missed_text", "cut_marks",       "second_reading", "corrections",
          "layout",         "language",    "text"}) {
        const StepWords words = words_for_step(step);
        EXPECT_FALSE(words.name.en.empty()) << step;
        EXPECT_FALSE(words.method.empty()) << step;
    }
}

TEST(FigureWords, NameEveryFigureInVietnamese) {
    for (const char* figure : {"letter_pixels", "blur", "darkness", "paper", "glare_share", "letters_cut", "bent",
                               "sheet_cut_out", "orientation_confidence", "print_darkened_times", "reading_dpi",
                               "x_height_pixels", "smallest_x_height_pixels"}) {
        EXPECT_NE(words_for_figure({figure, 0, 1}).name.vi, figure);
    }
}

TEST(FigureWords, TellWhatIsBeyondItsBound) {
    EXPECT_FALSE(words_for_figure({"letter_pixels", 0, 8.5}).beyond);
    EXPECT_TRUE(words_for_figure({"letter_pixels", 0, 8.4}).beyond);
    EXPECT_FALSE(words_for_figure({"letter_pixels", 0, 0}).beyond) << "a page without print";
    EXPECT_TRUE(words_for_figure({"letters_cut", 0, 4}).beyond);
    EXPECT_TRUE(words_for_figure({"orientation_confidence", 0, 0.4}).beyond);
}

}  // namespace
}  // namespace sohoa::inspect
