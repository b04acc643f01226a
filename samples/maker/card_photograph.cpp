#include "samples/maker/card_photograph.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "samples/maker/cards_on_glass.h"
#include "samples/maker/photograph.h"

namespace sohoa::maker {

namespace {

/// A soft bright spot. Most are near an edge, where the card bends; a few lie over what is to be read.
void shine(cv::Mat& card, Random& random) {
    const double strength = random.real(0.25, 0.8);
    const double reach = random.real(0.10, 0.28) * card.cols;
    const double flat = random.real(0.35, 1.0);
    const double lean = random.real(0, CV_PI);
    cv::Point2d at(random.real(0, 1) * card.cols, random.real(0, 1) * card.rows);
    if (random.chance(0.7)) {
        const bool across = random.chance(0.5);
        if (across) at.x = random.chance(0.5) ? 0 : card.cols;
        if (!across) at.y = random.chance(0.5) ? 0 : card.rows;
    }
    for (int y = 0; y < card.rows; ++y) {
        auto* row = card.ptr<cv::Vec3b>(y);
        for (int x = 0; x < card.cols; ++x) {
            const double dx = x - at.x;
            const double dy = y - at.y;
            const double u = (dx * std::cos(lean) + dy * std::sin(lean)) / reach;
            const double v = (dy * std::cos(lean) - dx * std::sin(lean)) / (reach * flat);
            const double share = strength * std::exp(-(u * u + v * v));
            if (share < 0.004) continue;
            for (int c = 0; c < 3; ++c)
                row[x][c] = cv::saturate_cast<std::uint8_t>(row[x][c] + (255 - row[x][c]) * share);
        }
    }
}

}  // namespace

cv::Mat photograph_card(const PaperPage& card, double effective_dpi, Random& random) {
    cv::Mat picture = mat_of(card.print).clone();
    if (random.chance(0.4)) shine(picture, random);
    const cv::Mat shape = card_shape(picture.size(), card.corner_radius * card.print_dpi / 25.4);
    const double fill = random.real(0.5, 0.9);
    const double side = (1 / fill - 1) / 2;
    PhotoMargins margins{side * 0.8, side * 1.2, 1};
    // Held upright, a camera sees more desk above and below than beside.
    const bool upright = random.chance(0.5);
    if (upright) margins.above_and_below = random.real(1.5, 3);
    cv::Mat photo = photograph(picture, shape, card.print_dpi, effective_dpi, random, margins);
    const double lot = random.real(0, 1);
    if (lot < 0.12) cv::rotate(photo, photo, cv::ROTATE_90_CLOCKWISE);
    if (lot >= 0.12 && lot < 0.24) cv::rotate(photo, photo, cv::ROTATE_90_COUNTERCLOCKWISE);
    if (lot >= 0.24 && lot < 0.30) cv::rotate(photo, photo, cv::ROTATE_180);
    return photo;
}

}  // namespace sohoa::maker
