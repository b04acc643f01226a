#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/evaluate/report_html.h"
#include "pipeline/evaluate/snippets.h"
#include "pipeline/evaluate/table.h"
#include "pipeline/evaluate/worst.h"

namespace sohoa::evaluate {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace {

Raster grey_page(int width, int height) {
    Raster page(width, height, 1);
    for (int y = 0; y < height; ++y) std::fill_n(page.row(y), width, static_cast<std::uint8_t>(y % 256));
    return page;
}

struct Scored {
    Truth truth;
    Reading reading;
    PaperScore score;
};

Scored scored_paper(const std::string& truth, const std::string& output) {
    Scored paper;
    paper.truth.text = truth;
    paper.truth.kind = "cccd";
    paper.reading.turns = {0};
    paper.reading.lines = {{output, 1, {10, 20, 30, 40}}};
    paper.score.pair = {"a", "office", "a.truth.json", "a.office.jpg", "a.office.json", "a.office.txt"};
    paper.score.kind = "cccd";
    paper.score.text = score_text(truth, output);
    return paper;
}

}  // namespace

TEST(Base64, VectorsOfRfc4648) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foo"), "Zm9v");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64("\xFF\xFE\xFD"), "//79");
}

TEST(Snippet, IsAJpegAndBoxesOutsideThePageGiveNone) {
    const Raster page = grey_page(300, 200);
    EXPECT_THAT(snippet_jpeg(page, {10, 10, 50, 20}, 0), StartsWith("\xFF\xD8\xFF"));
    EXPECT_THAT(snippet_jpeg(page, {-50, -50, 1000, 1000}, 90), StartsWith("\xFF\xD8\xFF"));
    EXPECT_EQ(snippet_jpeg(page, {400, 400, 10, 10}, 0), "");
    EXPECT_EQ(snippet_jpeg(page, {10, 10, 0, 20}, 0), "");
}

TEST(Snippet, WidePartsAreShrunk) {
    Raster wide(3001, 50, 3);
    std::fill_n(wide.data(), wide.bytes(), static_cast<std::uint8_t>(200));
    EXPECT_LT(snippet_jpeg(wide, {0, 0, 3001, 50}, 0).size(), 10'000U);
}

TEST(WorstCases, ABadLineIsShownWithTheBoxItWasReadFrom) {
    const Scored paper = scored_paper("Họ và tên: Trần Văn Nam", "Họ vả tên: Trần Văn Năm");
    WorstCases worst(10, 10, 10);
    worst.add(paper.score, paper.truth, &paper.reading, "");
    ASSERT_EQ(worst.lines().size(), 1U);
    EXPECT_EQ(worst.lines()[0].edits, 2U);
    EXPECT_EQ(worst.lines()[0].given, "Họ vả tên: Trần Văn Năm");
    EXPECT_EQ(worst.lines()[0].place.box, (Box{10, 20, 30, 40}));
}

TEST(WorstCases, ALineThatIsNowhereHasNoPlace) {
    const Scored paper = scored_paper("Họ và tên", "9876543210123");
    WorstCases worst(10, 10, 10);
    worst.add(paper.score, paper.truth, &paper.reading, "");
    ASSERT_EQ(worst.lines().size(), 1U);
    EXPECT_EQ(worst.lines()[0].given, "");
    EXPECT_FALSE(worst.lines()[0].place.known());
}

TEST(WorstCases, WronglyAcceptedFieldsStandFirst) {
    Scored paper = scored_paper("x", "x");
    FieldVerdict missing;
    missing.name = "date";
    FieldVerdict accepted;
    accepted.name = "number";
    accepted.outcome = Outcome::wrong;
    accepted.status = "accepted";
    paper.score.fields = {missing, accepted};
    WorstCases worst(10, 1, 10);
    worst.add(paper.score, paper.truth, &paper.reading, "");
    ASSERT_EQ(worst.fields().size(), 1U);
    EXPECT_EQ(worst.fields()[0].verdict.name, "number");
}

TEST(WorstCases, WrongWordsToldSureStandByHowSureTheyAreTold) {
    Scored paper = scored_paper("x", "x");
    const auto word = [](const char* text, double told) { return ReadWord{text, told, 1, {1, 2, 3, 4}}; };
    paper.score.words = {{word("a", 0.99), false, "á"},
                         {word("b", 0.999), false, ""},
                         {word("c", 0.98), false, "d"},
                         {word("e", 1), true, "e"},
                         {{"f", std::nullopt, 1, {}}, false, "g"}};
    WorstCases worst(10, 10, 10);
    worst.add(paper.score, paper.truth, &paper.reading, "");
    ASSERT_EQ(worst.words().size(), 2U);
    EXPECT_EQ(worst.words()[0].given, "b");
    EXPECT_EQ(worst.words()[1].truth, "á");
    EXPECT_TRUE(worst.words()[1].place.known());
}

TEST(ReportHtml, ReliabilityIsDrawnWithItsFiguresBelow) {
    Scored paper = scored_paper("x", "x");
    for (int k = 0; k < 1000; ++k) paper.score.words.push_back({{"a", 0.996, 1, {}}, k >= 5, "a"});
    for (int k = 0; k < 10; ++k) paper.score.words.push_back({{"a", 0.1, 1, {}}, k == 0, "a"});
    Evaluation evaluation;
    evaluation.add(paper.score);
    const std::string page = report_html(evaluation, WorstCases(10, 10, 10), false);
    EXPECT_THAT(page, HasSubstr("<svg role=img aria-labelledby=\"reliability-title reliability-desc\""));
    EXPECT_THAT(page, HasSubstr("<title id=reliability-title>"));
    EXPECT_THAT(page, HasSubstr("<desc id=reliability-desc>"));
    EXPECT_THAT(page, HasSubstr("class=\"full\""));
    EXPECT_THAT(page, HasSubstr("class=\"hollow\"")) << "0.1 lies beyond the axis";
    EXPECT_THAT(page, HasSubstr("<td>99.5 – &lt; 99.8</td><td>1000</td><td>99.60</td><td>99.50 [98.83–99.79]</td>"));
    EXPECT_THAT(page, Not(HasSubstr("nan")));
    EXPECT_THAT(table_of(evaluation, Language::english),
                HasSubstr("words told 0.99 and more: 99.01 [98.19–99.46] % of words; right 99.50 [98.83–99.79] %, "
                          "n=1000; calibration error 0.10 %\n"));
}

TEST(ReportHtml, WithoutConfidencesThereIsNoDiagram) {
    Scored paper = scored_paper("x", "x");
    paper.score.words = {{{"a", std::nullopt, 1, {}}, true, "a"}};
    Evaluation evaluation;
    evaluation.add(paper.score);
    EXPECT_THAT(report_html(evaluation, WorstCases(10, 10, 10), false), Not(HasSubstr("<svg")));
    EXPECT_THAT(table_of(evaluation, Language::both), Not(HasSubstr("0.99")));
}

TEST(ReportHtml, IdentityNumbersAreMaskedUnlessAsked) {
    Scored paper = scored_paper("Số: 001085012345 <b>", "Số: 001085012346 <b>");
    paper.score.fields = {{"holder.id_number", Outcome::wrong, false, "001085012345", "001085012346", "review", 1, {}}};
    Evaluation evaluation;
    evaluation.add(paper.score);
    WorstCases worst(10, 10, 10);
    worst.add(paper.score, paper.truth, &paper.reading, "");
    const std::string masked_page = report_html(evaluation, worst, false);
    EXPECT_THAT(masked_page, Not(HasSubstr("0850123")));
    EXPECT_THAT(masked_page, HasSubstr("001*****234"));
    const std::string open_page = report_html(evaluation, worst, true);
    EXPECT_THAT(open_page, HasSubstr("00108501234<del>5</del>"));
    EXPECT_THAT(open_page, HasSubstr("00108501234<ins>6</ins>"));
    EXPECT_THAT(open_page, Not(HasSubstr("<b>\"")));
    EXPECT_THAT(open_page, HasSubstr("&lt;b&gt;"));
}

TEST(ReportHtml, PicturesOfCardsAndOfPersonsFieldsAreLeftOutUnlessAsked) {
    const auto pictures = [](const std::string& kind, const std::string& field, bool show_personal) {
        Scored paper = scored_paper("Nam Bắc", "Năm Bắc");
        paper.truth.kind = kind;
        paper.score.pair.scan_path = SOHOA_SOURCE_DIR "/samples/dossiers/can-cuoc-cong-dan/mat-truoc.office.jpg";
        paper.score.text = {};
        paper.score.fields = {{field, Outcome::wrong, false, "Hà Nội", "Hà Nôi", "review", 1, {100, 100, 200, 50}}};
        Evaluation evaluation;
        evaluation.add(paper.score);
        WorstCases worst(10, 10, 10);
        worst.add(paper.score, paper.truth, &paper.reading, "");
        const std::string page = report_html(evaluation, worst, show_personal);
        return page.find("<img alt") != std::string::npos;
    };
    EXPECT_TRUE(pictures("quyet_dinh", "place", false));
    EXPECT_FALSE(pictures("quyet_dinh", "holder.residence", false));
    EXPECT_FALSE(pictures("cccd", "place", false));
    EXPECT_TRUE(pictures("cccd", "holder.residence", true));
}

TEST(Table, EverySharesNAndBoundsArePrinted) {
    const Scored paper = scored_paper("Nam Bắc Đông Tây", "Năm Bắc Đông Tây");
    Evaluation evaluation;
    evaluation.add(paper.score);
    const std::string both = table_of(evaluation, Language::both);
    EXPECT_THAT(both, HasSubstr("6.25 [1.11–28.33]"));  // 1 of 16
    EXPECT_THAT(both, HasSubstr("CER bỏ dấu"));
    EXPECT_THAT(both, HasSubstr("base CER"));
    EXPECT_THAT(table_of(evaluation, Language::english), Not(HasSubstr("ký tự")));
    EXPECT_THAT(table_of(evaluation, Language::vietnamese), Not(HasSubstr("chars")));
    EXPECT_EQ(percent_with_bounds({0, 0}), "–");
}

}  // namespace sohoa::evaluate
