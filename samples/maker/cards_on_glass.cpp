#include "samples/maker/cards_on_glass.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::maker {

namespace {

constexpr double corner_mm = 3.2;

/// Puts a card with its middle at (x, y) mm, turned clockwise.
void put_card(cv::Mat& glass, const cv::Mat& card, int dpi, double x, double y, double degrees) {
    const double scale = dpi / 25.4;
    const cv::Mat shape = card_shape(card.size(), corner_mm * scale);
    cv::Mat move = cv::getRotationMatrix2D(
        cv::Point2f(static_cast<float>(card.cols) / 2, static_cast<float>(card.rows) / 2), -degrees, 1);
    move.at<double>(0, 2) += x * scale - card.cols / 2.0;
    move.at<double>(1, 2) += y * scale - card.rows / 2.0;
    cv::Mat where;
    cv::warpAffine(shape, where, move, glass.size(), cv::INTER_LINEAR);
    // The card is thick enough to throw a thin shadow on the lid.
    cv::Mat shadow;
    cv::GaussianBlur(where, shadow, {}, 0.5 * scale);
    cv::Mat veil;
    cv::cvtColor(shadow, veil, cv::COLOR_GRAY2RGB);
    veil.convertTo(veil, CV_8U, -0.22, 255);
    cv::multiply(glass, veil, glass, 1.0 / 255);
    cv::Mat laid;
    cv::warpAffine(card, laid, move, glass.size(), cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    laid.copyTo(glass, where > 127);
}

double small_turn(Random& random) {
    return std::clamp(random.normal() * 1.6, -6.0, 6.0);
}

double free_turn(Random& random) {
    const double lot = random.real(0, 1);
    if (lot < 0.55) return random.normal() * 3;
    if (lot < 0.85) return random.between(1, 3) * 90 + random.normal() * 2;
    return random.real(0, 360);
}

}  // namespace

Glass a4_glass(bool landscape) {
    return landscape ? Glass{297, 210} : Glass{210, 297};
}

Glass any_glass(double card_width, double card_height, Random& random) {
    // Every angle must fit.
    const double least = std::hypot(card_width, card_height) + 4;
    switch (random.between(0, 4)) {
        case 0:
            return {210, 297};
        case 1:
            return {std::max(148.0, least), 210};
        case 2:
            return {210, std::max(148.0, least)};
        default:
            return {least, least};
    }
}

PaperPage CardsOnGlass::laid(GlassOrder order) {
    cv::Mat glass(static_cast<int>(std::lround(glass_.height * dpi_ / 25.4)),
                  static_cast<int>(std::lround(glass_.width * dpi_ / 25.4)), CV_8UC3, cv::Scalar::all(255));
    const double width = cards_.front().width() * 25.4 / dpi_;
    const double height = cards_.front().height() * 25.4 / dpi_;
    if (order == GlassOrder::anywhere) {
        const double turn = free_turn(random_);
        const double reach_x =
            (width * std::abs(std::cos(turn * CV_PI / 180)) + height * std::abs(std::sin(turn * CV_PI / 180))) / 2 +
            1.5;
        const double reach_y =
            (width * std::abs(std::sin(turn * CV_PI / 180)) + height * std::abs(std::cos(turn * CV_PI / 180))) / 2 +
            1.5;
        const double x = random_.real(reach_x, std::max(reach_x, glass_.width - reach_x));
        const double y = random_.real(reach_y, std::max(reach_y, glass_.height - reach_y));
        put_card(glass, mat_of(cards_.front()), dpi_, x, y, turn);
    } else {
        const auto count = static_cast<int>(cards_.size());
        const int columns = order == GlassOrder::in_rows ? std::min(count, 2) : 1;
        const int rows = (count + columns - 1) / columns;
        const double room_x = glass_.width - columns * width;
        const double room_y = glass_.height - rows * height;
        const double gap_x = columns > 1 ? random_.real(0.25, 0.5) * room_x : 0;
        const double gap_y = rows > 1 ? random_.real(0.15, 0.35) * room_y / (rows - 1) : 0;
        // Turned cards reach a little farther than their sides.
        const double first_x = (room_x - gap_x) * (columns > 1 ? random_.real(0.4, 0.6) : random_.real(0.15, 0.85));
        const double first_y = (room_y - gap_y * (rows - 1)) * random_.real(0.15, 0.6);
        const double most = columns > 1 ? 2.5 : 6;
        for (int i = 0; i < count; ++i) {
            const int column = i % columns;
            const int row = i / columns;
            const double x = first_x + column * (width + gap_x) + width / 2;
            const double y = first_y + row * (height + gap_y) + height / 2 + random_.real(-1, 1);
            put_card(glass, mat_of(cards_[static_cast<std::size_t>(i)]), dpi_, x, y,
                     std::clamp(small_turn(random_), -most, most));
        }
    }
    PaperPage page;
    page.width = glass_.width;
    page.height = glass_.height;
    if (order != GlassOrder::anywhere && random_.chance(0.2)) {
        const int way = random_.between(0, 2);
        cv::rotate(glass, glass, way);
        if (way != cv::ROTATE_180) std::swap(page.width, page.height);
    }
    page.print = raster_of(glass);
    return page;
}

cv::Mat card_shape(cv::Size size, double radius_px) {
    cv::Mat shape(size, CV_8U, cv::Scalar(0));
    const int r = static_cast<int>(std::lround(radius_px));
    cv::rectangle(shape, {r, 0}, {size.width - 1 - r, size.height - 1}, cv::Scalar(255), cv::FILLED);
    cv::rectangle(shape, {0, r}, {size.width - 1, size.height - 1 - r}, cv::Scalar(255), cv::FILLED);
    for (const int x : {r, size.width - 1 - r})
        for (const int y : {r, size.height - 1 - r}) cv::circle(shape, {x, y}, r, cv::Scalar(255), cv::FILLED);
    return shape;
}

PaperPage card_on_glass(const PaperPage& card, int dpi, Random random) {
    cv::Mat print;
    const double scale = static_cast<double>(dpi) / (card.print_dpi > 0 ? card.print_dpi : dpi);
    cv::resize(mat_of(card.print), print, {}, scale, scale, cv::INTER_AREA);
    const Glass glass{card.width + random.real(8, 30), card.height + random.real(8, 30)};
    cv::Mat picture(static_cast<int>(std::lround(glass.height * dpi / 25.4)),
                    static_cast<int>(std::lround(glass.width * dpi / 25.4)), CV_8UC3, cv::Scalar::all(255));
    put_card(picture, print, dpi, glass.width / 2, glass.height / 2, random.real(-1, 1));
    PaperPage page;
    page.print = raster_of(picture);
    page.width = glass.width;
    page.height = glass.height;
    return page;
}

}  // namespace sohoa::maker
