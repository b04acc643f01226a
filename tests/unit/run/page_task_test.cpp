#include "pipeline/run/page_task.h"

#include <gtest/gtest.h>

namespace sohoa::run {

TEST(Wire, FileNamesThatAreNoUtf8ArriveAsTheyAre) {
    const std::string name = "/đơn \xFF\n\"1\".pdf";
    const auto back = task_from_wire(to_wire(PageTask{name, 7, "ab", "/out/.sohoa-spool/x/000007", {}}));
    ASSERT_TRUE(back);
    EXPECT_EQ(file_of(*back), name);
    EXPECT_EQ(page_of(*back), 7);
    EXPECT_EQ(std::get<PageTask>(*back).spool, "/out/.sohoa-spool/x/000007");
}

TEST(Wire, LimitsReachTheWorker) {
    scanners::Limits limits;
    limits.pixels = 123;
    limits.pages = 4;
    const auto back = task_from_wire(to_wire(OpenTask{"a", limits}));
    ASSERT_TRUE(back);
    EXPECT_EQ(std::get<OpenTask>(*back).limits.pixels, 123);
    EXPECT_EQ(std::get<OpenTask>(*back).limits.pages, 4);
}

TEST(Wire, PicturesAreAskedForAsTheyAreWanted) {
    const auto back = task_from_wire(to_wire(PictureTask{"đơn\n.tif", 3, 640, "/out/3-640.jpg", {}}));
    ASSERT_TRUE(back);
    EXPECT_EQ(file_of(*back), "đơn\n.tif");
    EXPECT_EQ(page_of(*back), 3);
    EXPECT_EQ(std::get<PictureTask>(*back).width, 640);
    EXPECT_EQ(std::get<PictureTask>(*back).picture, "/out/3-640.jpg");
}

TEST(Wire, PlacesToBeReadAgainAndTheirReadings) {
    const Quad quad{{{{1, 2}, {30.5, 4}, {30, 24}, {0.25, 22}}}};
    const auto back = task_from_wire(to_wire(
        RereadTask{"tờ khai\n.tif", 3, {{quad, ocr::Grammar::date}, {quad, ocr::Grammar::digits}}, Settings{}}));
    ASSERT_TRUE(back);
    EXPECT_EQ(file_of(*back), "tờ khai\n.tif");
    EXPECT_EQ(page_of(*back), 3);
    const auto& places = std::get<RereadTask>(*back).places;
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[0].quad, quad);
    EXPECT_EQ(places[0].grammar, ocr::Grammar::date);
    EXPECT_EQ(places[1].grammar, ocr::Grammar::digits);

    const RereadAnswer sent{{ocr::GrammarReading{"05/03/2024", 0.9}, std::nullopt}};
    const auto answer = answer_from_wire(to_wire(Result<Answer>(sent)));
    ASSERT_TRUE(answer.has_value() && answer->has_value());
    const auto& readings = std::get<RereadAnswer>(**answer).readings;
    ASSERT_EQ(readings.size(), 2U);
    ASSERT_TRUE(readings[0].has_value());
    EXPECT_EQ(readings[0]->text, "05/03/2024");
    EXPECT_EQ(readings[0]->confidence, 0.9);
    EXPECT_FALSE(readings[1].has_value());
}

TEST(Wire, ProblemsComeBackWithPlaceAndRemedy) {
    const Problem sent =
        problem(code::file_damaged, {"Hỏng", "damaged"}, {"Quét lại", "scan again"}).in_file("a.tif").on_page(2);
    const auto back = answer_from_wire(to_wire(Result<Answer>(fail(sent))));
    ASSERT_TRUE(back.has_value());
    ASSERT_FALSE(back->has_value());
    EXPECT_EQ(back->error(), sent);
}

TEST(Wire, OpenedFileKeepsItsSignatures) {
    OpenAnswer sent{"00ff", 12, "pdf", {{"Nguyễn Văn Ân", "Sở", "", "PAdES", true, false}}, {}};
    const auto back = answer_from_wire(to_wire(Result<Answer>(sent)));
    ASSERT_TRUE(back.has_value() && back->has_value());
    const auto& opened = std::get<OpenAnswer>(**back);
    EXPECT_EQ(opened.pages, 12);
    ASSERT_EQ(opened.signatures.size(), 1U);
    EXPECT_EQ(opened.signatures[0].signer, "Nguyễn Văn Ân");
}

TEST(Wire, APageWantedAsAPictureKeepsTheReason) {
    PageTask sent{.file = "a.tif", .page = 2};
    sent.unread = problem(code::worker_died, {"Dừng", "died"});
    const auto back = task_from_wire(to_wire(sent));
    ASSERT_TRUE(back);
    ASSERT_TRUE(std::get<PageTask>(*back).unread.has_value());
    EXPECT_EQ(std::get<PageTask>(*back).unread->code, code::worker_died);
}

TEST(Wire, GarbageIsAnError) {
    for (const char* line :
         {"", "{", "[]", "{\"opened\":1}", "{\"do\":\"page\"}", "null", "{\"peak_kilobytes\":\"x\"}"}) {
        EXPECT_FALSE(answer_from_wire(line).has_value()) << line;
        EXPECT_FALSE(task_from_wire(line)) << line;
    }
}

}  // namespace sohoa::run
