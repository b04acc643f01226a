#include "samples/maker/form.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace sohoa::maker {

namespace {

constexpr int form_dpi = 72;

Form form_of(bool by_hand) {
    FormLook look;
    look.by_hand = by_hand;
    return {"unknown", look, form_dpi, Random(1)};
}

long count(const std::string& text, std::string_view part) {
    long found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

long red_pixels(const Raster& raster) {
    long found = 0;
    for (int y = 0; y < raster.height(); ++y)
        for (int x = 0; x < raster.width(); ++x) {
            const auto* pixel = raster.row(y) + 3 * x;
            if (pixel[0] > pixel[1] + 60 && pixel[0] > pixel[2] + 60) ++found;
        }
    return found;
}

}  // namespace

TEST(Form, WhatIsWrittenByHandIsMarkedInTextAndNamed) {
    Form form = form_of(true);
    form.line({{"Họ, chữ đệm, tên:", "Nguyễn Văn Thử", "requester.full_name", "NGUYỄN VĂN THỬ"}});
    const Paper paper = form.finish({});
    EXPECT_EQ(paper.truth.text, "Họ, chữ đệm, tên: ⟦Nguyễn Văn Thử⟧\n");
    EXPECT_EQ(paper.truth.value("requester.full_name"), "NGUYỄN VĂN THỬ");
    EXPECT_EQ(paper.truth.handwritten, std::vector<std::string>{"requester.full_name"});
}

TEST(Form, WhatIsTypedIsNotMarked) {
    Form form = form_of(false);
    form.line({{"Họ, chữ đệm, tên:", "Nguyễn Văn Thử", "requester.full_name"}});
    const Paper paper = form.finish({});
    EXPECT_EQ(paper.truth.text, "Họ, chữ đệm, tên: Nguyễn Văn Thử\n");
    EXPECT_TRUE(paper.truth.handwritten.empty());
}

TEST(Form, HandwritingThatRunsOnIsMarkedLineByLine) {
    Form form = form_of(true);
    std::string value = "Thôn";
    for (int i = 0; i < 25; ++i) value += " Đông Kỵ";
    form.line({{"Nơi cư trú:", value, "requester.residence"}});
    const std::string text = form.finish({}).truth.text;
    EXPECT_GE(count(text, "\n"), 2);
    EXPECT_EQ(count(text, "⟦"), count(text, "\n")) << text;
    EXPECT_EQ(count(text, "⟧"), count(text, "\n")) << text;
}

TEST(Form, LeadersAndBoxesAreNoText) {
    Form form = form_of(false);
    form.line({{"Ghi chú:", ""}});
    form.choice("Đề nghị cấp bản sao:", {"Có", "Không"}, 0);
    EXPECT_EQ(form.finish({}).truth.text, "Ghi chú:\nĐề nghị cấp bản sao: Có Không\n");
}

TEST(Form, WordsOfASealArePressedButNoPageText) {
    Form form = form_of(false);
    const SealWords seal{"UBND XÃ CON DẤU THỬ", "TỈNH VÀNH DẤU", {"GIỮA DẤU"}};
    form.sign({.titles = {"CHỦ TỊCH"}, .hint = "", .name = "Nguyễn Văn Thử", .seal = seal});
    const Paper paper = form.finish(seal);
    EXPECT_EQ(paper.truth.text, "CHỦ TỊCH\nNguyễn Văn Thử\n");
    const PaperPage& page = paper.pages.front();
    EXPECT_EQ(page.marks.size(), 2U) << "a seal and a signature";
    EXPECT_EQ(page.strays.size(), 2U) << "and those of the stamped levels";
    Raster print = page.print.clone();
    EXPECT_EQ(red_pixels(print), 0);
    for (const auto& mark : page.marks) press(print, form_dpi, mark);
    EXPECT_GT(red_pixels(print), 300);
}

}  // namespace sohoa::maker
