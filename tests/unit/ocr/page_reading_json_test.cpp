#include "ocr/page_reading_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace sohoa::ocr {

namespace {

Quad some_quad(double x) {
    return {{{{x, 1}, {x + 10, 2.5}, {x + 9, 12}, {x - 1, 11}}}};
}

/// A reading in which every member differs from its default.
PageReading full_reading() {
    PageReading page;
    page.width = 2480;
    page.height = 3508;
    page.dpi = 299.72;
    page.orientation = 270;
    page.skew = -1.25;
    page.blank = false;
    page.quality = {"doubtful", {"low_contrast", "blurred"}};
    Line line{.box = {1, 2, 30, 40},
              .quad = some_quad(5),
              .text = "Đỗ Thị",
              .confidence = 0.9321,
              .baseline = {{1.5, 40.2}, {31.5, 39.9}},
              .words = {}};
    line.words.push_back({{1, 2, 12, 40}, some_quad(6), "Đỗ", 0.91, "Ðỗ"});
    line.words.push_back({{15, 2, 16, 40}, std::nullopt, "Thị", 0.95, ""});
    page.blocks.push_back({"body", {1, 2, 30, 40}, {line}});
    page.blocks.push_back({"", {0, 0, 0, 0}, {}});
    page.regions.push_back({"checkbox", {5, 6, 7, 8}, 0.5, "có", "ticked"});
    page.regions.push_back({"seal", {5, 6, 7, 8}, 0.97, "", ""});
    page.regions.push_back({"table", {5, 6, 70, 80}, 0.8, "", "", {}});
    page.regions.back().cells.push_back({{5, 6, 70, 40}, some_quad(3), 0, 0, 1, 2});
    page.regions.back().cells.push_back({{5, 46, 35, 40}, std::nullopt, 1, 0, 1, 1});
    page.codes.push_back({"QRCode", {1, 1, 9, 9}, some_quad(2), "001099012345||NGUYỄN \"VĂN\"\n\tA"});
    page.mrz.push_back({"TD1", {"I<VNM", "990101"}, true, {3, 4, 5, 6}});
    page.problems.push_back(
        {"low_resolution", Severity::warning, "đơn.jpg", 2, {"Thấp", "low"}, {"Quét lại", "rescan"}});
    return page;
}

}  // namespace

TEST(PageReadingJson, WhatAWorkerWroteComesBackWhole) {
    const auto json = to_json(full_reading());
    const auto back = page_reading_from_json(nlohmann::ordered_json::parse(json.dump()));
    ASSERT_TRUE(back) << back.error().message.en;
    EXPECT_EQ(to_json(*back).dump(), json.dump());
    const PageReading expected = full_reading();
    EXPECT_EQ(back->width, expected.width);
    EXPECT_EQ(back->dpi, expected.dpi);
    EXPECT_EQ(back->orientation, expected.orientation);
    EXPECT_EQ(back->skew, expected.skew);
    EXPECT_EQ(back->quality.issues, expected.quality.issues);
    ASSERT_EQ(back->blocks.size(), 2U);
    EXPECT_EQ(back->blocks[0].role, "body");
    const Line& line = back->blocks[0].lines.at(0);
    EXPECT_EQ(line.text, "Đỗ Thị");
    EXPECT_EQ(line.quad, expected.blocks[0].lines[0].quad);
    EXPECT_EQ(line.baseline.end, (Point{31.5, 39.9}));
    EXPECT_EQ(line.words.at(0).raw, "Ðỗ");
    EXPECT_EQ(line.words.at(0).quad, expected.blocks[0].lines[0].words[0].quad);
    EXPECT_FALSE(line.words.at(1).quad);
    EXPECT_EQ(back->regions.at(0).state, "ticked");
    ASSERT_EQ(back->regions.at(2).cells.size(), 2U);
    EXPECT_EQ(back->regions.at(2).cells[0].column_span, 2);
    EXPECT_EQ(back->regions.at(2).cells[0].quad, some_quad(3));
    EXPECT_EQ(back->codes.at(0).text, expected.codes[0].text);
    EXPECT_EQ(back->codes.at(0).quad, expected.codes[0].quad);
    EXPECT_TRUE(back->mrz.at(0).valid);
    EXPECT_EQ(back->mrz.at(0).lines, expected.mrz[0].lines);
    EXPECT_EQ(back->problems, expected.problems);
}

TEST(PageReadingJson, AnEmptyPageComesBackEmpty) {
    const auto back = page_reading_from_json(to_json(PageReading{}));
    ASSERT_TRUE(back);
    EXPECT_TRUE(back->blocks.empty());
    EXPECT_EQ(back->quality.verdict, "good");
}

TEST(PageReadingJson, ConfidencesAndSkewAreWrittenShort) {
    PageReading page;
    page.skew = -0.70499;
    page.regions.push_back({"seal", {}, 2.0 / 3, "", ""});
    const auto json = to_json(page);
    EXPECT_EQ(json.at("skew").dump(), "-0.7");
    EXPECT_EQ(json.at("regions").at(0).at("confidence").dump(), "0.6667");
}

TEST(PageReadingJson, WhatIsNoReadingIsRefusedNotGuessed) {
    for (const char* bad : {"{}", "[]", "null", R"({"width":"x"})", "3"}) {
        const auto back = page_reading_from_json(nlohmann::ordered_json::parse(bad));
        ASSERT_FALSE(back) << bad;
        EXPECT_EQ(back.error().code, code::internal_error);
    }
    auto json = to_json(full_reading());
    json["blocks"][0]["lines"][0]["box"] = {1, 2};
    EXPECT_FALSE(page_reading_from_json(json));
    json = to_json(full_reading());
    json["problems"][0].erase("message");
    EXPECT_FALSE(page_reading_from_json(json));
}

TEST(PageReadingJson, BytesThatAreNoUtf8CannotStopAPage) {
    PageReading page;
    page.codes.push_back({"QRCode", {}, {}, "a\xFFz"});
    EXPECT_NO_THROW({ (void)to_json(page).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace); });
}

}  // namespace sohoa::ocr
