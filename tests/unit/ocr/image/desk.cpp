#include "desk.h"

#include <opencv2/imgproc.hpp>
#include <vector>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

constexpr int photo_width = 1500;
constexpr int photo_height = 2000;

cv::Mat even(const cv::Scalar& colour) {
    return {photo_height, photo_width, CV_8UC3, colour};
}

/// Soft random stripes along x, as grain of wood.
cv::Mat wood(cv::RNG& random) {
    cv::Mat noise(photo_height, 16, CV_8UC1);
    random.fill(noise, cv::RNG::UNIFORM, 60, 200);
    cv::Mat grain;
    cv::resize(noise, grain, {photo_width, photo_height}, 0, 0, cv::INTER_CUBIC);
    cv::GaussianBlur(grain, grain, {1, 7}, 2);
    cv::Mat desk = even({196, 158, 116});
    for (int y = 0; y < photo_height; ++y) {
        for (int x = 0; x < photo_width; ++x) {
            auto& pixel = desk.at<cv::Vec3b>(y, x);
            const int shade = (grain.at<std::uint8_t>(y, x) - 130) / 4;
            for (int c = 0; c < 3; ++c) pixel[c] = cv::saturate_cast<std::uint8_t>(pixel[c] + shade);
        }
    }
    return desk;
}

cv::Mat cloth(cv::RNG& random) {
    cv::Mat desk = even({70, 90, 120});
    const int step = random.uniform(60, 120);
    for (int x = 0; x < photo_width; x += step) cv::line(desk, {x, 0}, {x, photo_height}, {150, 150, 160}, step / 4);
    for (int y = 0; y < photo_height; y += step) cv::line(desk, {0, y}, {photo_width, y}, {160, 140, 120}, step / 5);
    return desk;
}

/// Pens, cards, a keyboard: rectangles and discs of all colours, some as bright as paper.
cv::Mat cluttered(cv::RNG& random) {
    cv::Mat desk = even({96, 82, 70});
    for (int k = 0; k < 14; ++k) {
        const cv::Point2f at(static_cast<float>(random.uniform(0, photo_width)),
                             static_cast<float>(random.uniform(0, photo_height)));
        const cv::Scalar colour(random.uniform(10, 250), random.uniform(10, 250), random.uniform(10, 250));
        if (k % 3 == 0) {
            cv::circle(desk, at, random.uniform(40, 120), colour, cv::FILLED, cv::LINE_AA);
            continue;
        }
        const cv::RotatedRect thing(
            at, {static_cast<float>(random.uniform(60, 500)), static_cast<float>(random.uniform(20, 260))},
            static_cast<float>(random.uniform(0, 180)));
        cv::Point2f corners[4];
        thing.points(corners);
        std::vector<cv::Point> outline(corners, corners + 4);
        cv::fillConvexPoly(desk, outline, k == 4 ? cv::Scalar(235, 235, 230) : colour, cv::LINE_AA);
    }
    return desk;
}

/// A cloth of dark and light squares, 40 pixels each.
cv::Mat checked() {
    cv::Mat desk(photo_height, photo_width, CV_8UC3);
    for (int y = 0; y < desk.rows; ++y) {
        for (int x = 0; x < desk.cols; ++x) {
            const int dark = (x / 40 % 2) + (y / 40 % 2);
            desk.at<cv::Vec3b>(y, x) = dark == 0   ? cv::Vec3b(205, 200, 190)
                                       : dark == 1 ? cv::Vec3b(150, 70, 70)
                                                   : cv::Vec3b(95, 30, 35);
        }
    }
    return desk;
}

cv::Mat ground_of(const std::string& kind, cv::RNG& random) {
    if (kind == "light") return even({205, 190, 165});
    if (kind == "white") return even({214, 214, 212});
    if (kind == "wood") return wood(random);
    if (kind == "cloth") return cloth(random);
    if (kind == "cluttered") return cluttered(random);
    if (kind == "checked") return checked();
    return even({58, 52, 50});
}

std::array<cv::Point2f, 4> laid(const DeskScene& scene, cv::RNG& random) {
    const auto jitter = [&] { return static_cast<float>(random.uniform(-0.035, 0.035)); };
    std::array<cv::Point2f, 4> corners{cv::Point2f{0.12F, 0.12F}, {0.88F, 0.12F}, {0.88F, 0.88F}, {0.12F, 0.88F}};
    const double turn = random.uniform(-6.0, 6.0) * CV_PI / 180;
    cv::Point2f shift(0, 0);
    if (scene.cut_side == 0) shift.y = -0.22F;
    if (scene.cut_side == 1) shift.x = 0.22F;
    if (scene.cut_side == 2) shift.y = 0.22F;
    if (scene.cut_side == 3) shift.x = -0.22F;
    for (cv::Point2f& c : corners) {
        const double x = (c.x - 0.5) * photo_width;
        const double y = (c.y - 0.5) * photo_height;
        c.x = static_cast<float>(x * std::cos(turn) - y * std::sin(turn) + photo_width * (0.5 + jitter() + shift.x));
        c.y = static_cast<float>(x * std::sin(turn) + y * std::cos(turn) + photo_height * (0.5 + jitter() + shift.y));
    }
    return corners;
}

/// Two fingers of a hand that holds the sheet by its right edge.
void lay_fingers(cv::Mat& photo, const std::array<cv::Point2f, 4>& corners) {
    for (const float share : {0.55F, 0.62F}) {
        const cv::Point2f edge = corners[1] + share * (corners[2] - corners[1]);
        const cv::Point2f tip = edge + cv::Point2f(-90, -14);
        const cv::Point2f root = edge + cv::Point2f(260, 30);
        cv::line(photo, tip, root, {150, 105, 80}, 86, cv::LINE_AA);
        cv::line(photo, tip, root, {214, 160, 132}, 76, cv::LINE_AA);
    }
}

void darken_to_one_corner(cv::Mat& photo, double to) {
    for (int y = 0; y < photo.rows; ++y) {
        for (int x = 0; x < photo.cols; ++x) {
            const double share = 0.5 * x / photo.cols + 0.5 * y / photo.rows;
            auto& pixel = photo.at<cv::Vec3b>(y, x);
            for (int c = 0; c < 3; ++c) pixel[c] = cv::saturate_cast<std::uint8_t>(pixel[c] * (1 - share * (1 - to)));
        }
    }
}

}  // namespace

DeskPhoto photographed_on(const DeskScene& scene, const Raster& page, std::uint64_t seed) {
    cv::RNG random(seed * 7919 + 17);
    cv::Mat photo = ground_of(scene.ground, random);
    DeskPhoto result;
    result.corners = laid(scene, random);
    cv::Mat sheet;
    if (page.channels() == 3) {
        sheet = mat_of(page);
    } else {
        cv::cvtColor(mat_of(page), sheet, cv::COLOR_GRAY2RGB);
    }
    cv::Mat print;
    cv::multiply(sheet, cv::Scalar(0.95, 0.94, 0.92), print);
    const auto w = static_cast<float>(page.width());
    const auto h = static_cast<float>(page.height());
    const std::array<cv::Point2f, 4> flat{cv::Point2f{0, 0}, {w, 0}, {w, h}, {0, h}};
    const cv::Mat map = cv::getPerspectiveTransform(flat, result.corners);
    cv::Mat seen;
    cv::Mat mask;
    cv::warpPerspective(print, seen, map, photo.size(), cv::INTER_AREA);
    cv::warpPerspective(cv::Mat(sheet.size(), CV_8U, cv::Scalar(255)), mask, map, photo.size(), cv::INTER_NEAREST);
    // The sheet's soft shadow on the desk.
    cv::Mat shadow;
    cv::GaussianBlur(mask, shadow, {31, 31}, 9);
    cv::Mat moved;
    cv::warpAffine(shadow, moved, cv::Matx23d(1, 0, 6, 0, 1, 8), photo.size());
    for (int y = 0; y < photo.rows; ++y) {
        for (int x = 0; x < photo.cols; ++x) {
            auto& pixel = photo.at<cv::Vec3b>(y, x);
            const double light = 1 - 0.28 * moved.at<std::uint8_t>(y, x) / 255;
            for (int c = 0; c < 3; ++c) pixel[c] = cv::saturate_cast<std::uint8_t>(pixel[c] * light);
        }
    }
    seen.copyTo(photo, mask);
    if (scene.fingers) lay_fingers(photo, result.corners);
    darken_to_one_corner(photo, scene.light_falls_to);
    cv::GaussianBlur(photo, photo, {0, 0}, 0.9);
    cv::Mat noise(photo.size(), CV_16SC3);
    random.fill(noise, cv::RNG::NORMAL, 0, 5);
    cv::add(photo, noise, photo, cv::noArray(), CV_8U);
    result.picture = raster_of(photo);
    return result;
}

}  // namespace sohoa::ocr
