#include "ocr/text/ending_signs.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/ink_mask.h"

namespace sohoa::ocr {
namespace {

constexpr int ended_base = 60;
constexpr int ended_small = 20;

/// A line of five square letters and what is drawn behind them, read as `text`.
struct EndedLine {
    Raster plane{300, 120, 1};
    std::vector<Line> lines{1};

    explicit EndedLine(const std::string& text) {
        mat_of(plane).setTo(255);
        for (int k = 0; k < 5; ++k) draw({40 + 30 * k, ended_base - ended_small, 16, ended_small});
        lines[0].words.push_back({{40, ended_base - ended_small, 150, 26}, {}, text, 0.9, ""});
    }
    EndedLine& draw(const Box& box) {
        cv::rectangle(mat_of(plane), {box.x, box.y}, {box.right() - 1, box.bottom() - 1}, 0, cv::FILLED);
        return *this;
    }
    std::string mended() {
        mend_endings(LineInk(find_pieces(faint_ink_of(plane)), lines, plane.height(), ended_small), lines);
        return lines[0].words[0].text;
    }
};

constexpr Box ended_dot{180, ended_base - 5, 5, 5};
constexpr Box ended_upper_dot{180, ended_base - ended_small, 5, 5};
constexpr Box ended_comma{180, ended_base - 5, 5, 10};

}  // namespace

TEST(EndingSigns, AreToldByTheirInk) {
    EXPECT_EQ(EndedLine("cáo:").draw(ended_upper_dot).draw(ended_comma).mended(), "cáo;");
    EXPECT_EQ(EndedLine("cáo;").draw(ended_upper_dot).draw(ended_dot).mended(), "cáo:");
    EXPECT_EQ(EndedLine("cáo.").draw(ended_comma).mended(), "cáo,");
    EXPECT_EQ(EndedLine("cáo,").draw(ended_dot).mended(), "cáo.");
}

TEST(EndingSigns, RightOnesStay) {
    EndedLine line("cáo;");
    EXPECT_EQ(line.draw(ended_upper_dot).draw(ended_comma).mended(), "cáo;");
    EXPECT_EQ(line.lines[0].words[0].raw, "");
}

TEST(EndingSigns, WhatIsReadStaysBeside) {
    EndedLine line("cáo:");
    line.draw(ended_upper_dot).draw(ended_comma).mended();
    EXPECT_EQ(line.lines[0].words[0].raw, "cáo:");
}

TEST(EndingSigns, InkThatIsNotClearMendsNothing) {
    EXPECT_EQ(EndedLine("cáo.").draw({180, ended_base - 5, 5, 7}).mended(), "cáo.") << "hangs a little";
    EXPECT_EQ(EndedLine("cáo:").draw(ended_comma).mended(), "cáo:") << "the upper dot was lost";
    EXPECT_EQ(EndedLine("cáo.").draw(ended_upper_dot).draw(ended_comma).mended(), "cáo.") << "another count of signs";
    EXPECT_EQ(EndedLine("cáo.").mended(), "cáo.") << "no sign at all";
    EXPECT_EQ(EndedLine(".").mended(), ".");
}

}  // namespace sohoa::ocr
