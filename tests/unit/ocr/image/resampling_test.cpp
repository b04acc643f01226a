#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/area_reduction.h"
#include "ocr/image/bicubic.h"
#include "ocr/image/block_means.h"
#include "ocr/image/transposed.h"
#include "ocr/image/warp.h"

namespace sohoa::ocr {

namespace {

Raster noise(int width, int height, int channels = 1) {
    Raster plane(width, height, channels);
    cv::Mat mat = mat_of(plane);
    cv::RNG random(4711);
    random.fill(mat, cv::RNG::UNIFORM, 0, 256);
    return plane;
}

/// How far two pictures are apart where they differ most.
int farthest_apart(const cv::Mat& a, const cv::Mat& b) {
    EXPECT_EQ(a.size(), b.size());
    return static_cast<int>(cv::norm(a, b, cv::NORM_INF));
}

}  // namespace

TEST(Resampling, SamplesAreThoseOfRemap) {
    const Raster plane = noise(61, 47);
    const std::vector<std::pair<Border, int>> borders{{Border::white, cv::BORDER_CONSTANT},
                                                      {Border::black, cv::BORDER_CONSTANT},
                                                      {Border::replicate, cv::BORDER_REPLICATE}};
    for (const auto& [border, of_opencv] : borders) {
        cv::Mat places(60, 83, CV_32FC2);
        cv::Mat ours(places.size(), CV_8U);
        const BicubicSampler sampler(plane, border);
        const BicubicSampler narrow(plane, border, false);
        std::vector<std::uint8_t> narrow_row(static_cast<std::size_t>(places.cols));
        for (int row = 0; row < places.rows; ++row) {
            std::vector<int> x;
            std::vector<int> y;
            for (int column = 0; column < places.cols; ++column) {
                x.push_back(29 * column - 150 + row);
                y.push_back(27 * row - 130 + 3 * column);
                places.at<cv::Point2f>(row, column) = cv::Point2f(x.back() / 32.0F, y.back() / 32.0F);
            }
            sampler.sample(x, y, ours.ptr<std::uint8_t>(row));
            narrow.sample(x, y, narrow_row.data());
            EXPECT_EQ(cv::norm(ours.row(row), cv::Mat(narrow_row).t(), cv::NORM_INF), 0);
        }
        cv::Mat wanted;
        cv::remap(mat_of(plane), wanted, places, cv::noArray(), cv::INTER_CUBIC, of_opencv,
                  cv::Scalar::all(border == Border::black ? 0 : 255));
        EXPECT_EQ(farthest_apart(ours, wanted), 0);
    }
}

TEST(Resampling, AreasAreThoseOfResize) {
    const Raster plane = noise(431, 307);
    for (const Size size : {Size{431, 307}, Size{290, 205}, Size{115, 82}, Size{430, 1}, Size{1, 1}}) {
        cv::Mat wanted;
        cv::resize(mat_of(plane), wanted, {size.width, size.height}, 0, 0, cv::INTER_AREA);
        EXPECT_LE(farthest_apart(mat_of(area_reduced(plane, size)), wanted), 1) << size.width;
    }
}

TEST(Resampling, BlocksAreThoseOfResize) {
    for (const int channels : {1, 3}) {
        const Raster plane = noise(431, 307, channels);
        for (const int factor : {1, 2, 3, 4, 7, 310}) {
            const Raster small = block_means(plane, factor);
            const cv::Rect whole(0, 0, std::min(431, small.width() * factor), std::min(307, small.height() * factor));
            cv::Mat wanted;
            cv::resize(mat_of(plane)(whole), wanted, {small.width(), small.height()}, 0, 0, cv::INTER_AREA);
            EXPECT_EQ(farthest_apart(mat_of(small), wanted), 0) << factor;
        }
    }
}

TEST(Resampling, TransposedPlanesAreThoseOfOpenCv) {
    for (const Size size : {Size{1, 1}, Size{16, 16}, Size{17, 33}, Size{431, 307}, Size{5, 64}}) {
        const Raster plane = noise(size.width, size.height);
        cv::Mat wanted;
        cv::transpose(mat_of(plane), wanted);
        EXPECT_EQ(farthest_apart(mat_of(transposed(plane)), wanted), 0) << size.width;
    }
}

TEST(Resampling, APartIsThatOfTheWhole) {
    const Raster plane = noise(331, 407);
    const std::vector<std::pair<Transform, Size>> maps{
        {Transform::rotation(3, {150, 200}), {331, 407}},
        {Transform::scaling(1.6, 1.6), {207, 254}},
        {Transform::scaling(1.6, 1.6).then(Transform::rotation(-2, {150, 200})), {207, 254}},
        {Transform({1.2, 0.1, 4, 0.05, 1.3, -6, 0.0001, 0.0002, 1}), {260, 300}}};
    const Box part{64, 128, 101, 53};
    for (const auto& [to_source, size] : maps) {
        const Raster whole = warped(plane, to_source, size, Border::white);
        const Raster cut = warped_part(plane, to_source, size, Border::white, part);
        EXPECT_EQ(farthest_apart(mat_of(cut), mat_of(whole)(cv::Rect(part.x, part.y, part.width, part.height))), 0);
    }
}

}  // namespace sohoa::ocr
