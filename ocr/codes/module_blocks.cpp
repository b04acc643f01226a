#include "ocr/codes/module_blocks.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace sohoa::ocr {

namespace {

constexpr int least_block_side = 18;        ///< pixels
constexpr int square_sizes = 3;             ///< each twice the one before: a light module may be as wide as a square
constexpr int most_squares = 150;           ///< along a block: 144 modules are the most of a Data Matrix
constexpr double most_slender = 4.5;        ///< longer side by shorter
constexpr double least_block_filled = 0.8;  ///< of the rectangle around a block
constexpr double least_edges = 8.5;         ///< edges met on the way along a side and across, by the side
constexpr double least_balance = 0.5;       ///< edges along by edges across
constexpr double stacked_pixels = 5000;     ///< 90 by 11 modules is the smallest PDF417
constexpr double many_edges = 14;           ///< by the side; so many need no balance: a PDF417 has few across its rows
constexpr double slight_balance = 0.15;
constexpr double most_edges_a_pixel = 0.75;

/// Squares of `step`×`step` pixels with ink in them: what is closer than that grows together.
cv::Mat inked_squares(const InkMap& ink, int step) {
    const cv::Mat& grey = ink.grey();
    cv::Mat squares(grey.rows / step, grey.cols / step, CV_8UC1);
    std::vector<std::uint8_t> least(static_cast<std::size_t>(grey.cols));
    for (int row = 0; row < squares.rows; ++row) {
        std::copy_n(grey.ptr<std::uint8_t>(row * step), least.size(), least.begin());
        for (int y = row * step + 1; y < (row + 1) * step; ++y) {
            const auto* line = grey.ptr<std::uint8_t>(y);
            for (std::size_t x = 0; x < least.size(); ++x) least[x] = std::min(least[x], line[x]);
        }
        auto* to = squares.ptr<std::uint8_t>(row);
        for (int column = 0; column < squares.cols; ++column) {
            int darkest = 255;
            for (int x = column * step; x < (column + 1) * step; ++x) {
                darkest = std::min<int>(darkest, least[static_cast<std::size_t>(x)]);
            }
            to[column] = darkest < ink.threshold(column * step / InkMap::block, row * step / InkMap::block) ? 255 : 0;
        }
    }
    return squares;
}

/// Changes between dark and light along every second row, and along every second column, of a box.
std::pair<double, double> edges_in(const InkMap& ink, const cv::Rect& box) {
    long long along = 0;
    long long across = 0;
    for (int y = box.y; y < box.y + box.height; y += 2) {
        bool last = ink.dark(box.x, y);
        for (int x = box.x + 1; x < box.x + box.width; ++x) {
            const bool now = ink.dark(x, y);
            along += now != last;
            last = now;
        }
    }
    for (int x = box.x; x < box.x + box.width; x += 2) {
        bool last = ink.dark(x, box.y);
        for (int y = box.y + 1; y < box.y + box.height; ++y) {
            const bool now = ink.dark(x, y);
            across += now != last;
            last = now;
        }
    }
    return {2.0 * static_cast<double>(along), 2.0 * static_cast<double>(across)};
}

bool has_modules(const InkMap& ink, const cv::Rect& box, double side) {
    const auto [along, across] = edges_in(ink, box);
    const double edges = (along + across) / side;
    const double balance = edges >= many_edges ? slight_balance : least_balance;
    return edges >= least_edges && std::min(along, across) >= balance * std::max(along, across) &&
           edges <= 2 * most_edges_a_pixel * side;
}

/// Squares twice as large, with ink where one of four has some.
cv::Mat pooled(const cv::Mat& squares) {
    cv::Mat result(squares.rows / 2, squares.cols / 2, CV_8UC1);
    for (int row = 0; row < result.rows; ++row) {
        const auto* upper = squares.ptr<std::uint8_t>(2 * row);
        const auto* lower = squares.ptr<std::uint8_t>(2 * row + 1);
        auto* to = result.ptr<std::uint8_t>(row);
        for (int x = 0; x < result.cols; ++x, upper += 2, lower += 2) {
            to[x] = static_cast<std::uint8_t>(upper[0] | upper[1] | lower[0] | lower[1]);
        }
    }
    return result;
}

void add_blocks(const InkMap& ink, const cv::Mat& squares, int step, std::vector<ModuleBlock>& blocks) {
    cv::Mat labels;
    cv::Mat figures;
    cv::Mat middles;
    const int count = cv::connectedComponentsWithStats(squares, labels, figures, middles, 4, CV_32S);
    for (int k = 1; k < count; ++k) {
        const int* figure = figures.ptr<int>(k);
        const cv::Rect box(figure[cv::CC_STAT_LEFT], figure[cv::CC_STAT_TOP], figure[cv::CC_STAT_WIDTH],
                           figure[cv::CC_STAT_HEIGHT]);
        const int shorter = std::min(box.width, box.height);
        const int longer = std::max(box.width, box.height);
        if (shorter * step < least_block_side || longer > most_squares || longer > most_slender * shorter) continue;
        // A square on its corner fills half of its upright box.
        if (figure[cv::CC_STAT_AREA] < 0.3 * box.area()) continue;
        const cv::Mat mask = labels(box) == k;
        std::vector<std::vector<cv::Point>> outlines;
        cv::findContours(mask, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
        if (outlines.empty()) continue;
        const cv::RotatedRect rectangle = cv::minAreaRect(outlines.front());
        const double width = rectangle.size.width + 1.0;
        const double height = rectangle.size.height + 1.0;
        if (std::max(width, height) > most_slender * std::min(width, height)) continue;
        // Both count from middle to middle of the outermost squares.
        const double room = static_cast<double>(rectangle.size.width) * rectangle.size.height;
        if (cv::contourArea(outlines.front()) < least_block_filled * room) continue;
        const cv::Rect pixels(box.x * step, box.y * step, box.width * step, box.height * step);
        if (!has_modules(ink, pixels, std::sqrt(width * height) * step)) continue;
        const double turn = rectangle.angle > 45 ? rectangle.angle - 90.0 : rectangle.angle;
        blocks.push_back(
            {{pixels.x, pixels.y, pixels.width, pixels.height}, turn, width * height * step * step >= stacked_pixels});
    }
}

}  // namespace

std::vector<ModuleBlock> find_module_blocks(const InkMap& ink) {
    const cv::Mat& grey = ink.grey();
    const long long pixels = static_cast<long long>(grey.cols) * grey.rows;
    int step = pixels < 1'200'000 ? 2 : pixels < 5'000'000 ? 3 : 4;
    std::vector<ModuleBlock> blocks;
    cv::Mat squares = inked_squares(ink, step);
    for (int size = 0; size < square_sizes && !squares.empty(); ++size, step *= 2) {
        add_blocks(ink, squares, step, blocks);
        squares = pooled(squares);
    }
    return blocks;
}

}  // namespace sohoa::ocr
