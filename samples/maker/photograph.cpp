#include "samples/maker/photograph.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace sohoa::maker {

namespace {

using Quad4 = std::array<cv::Point2f, 4>;

/// Wood, stone or cloth: noise stretched along one direction, on a colour.
cv::Mat desk(cv::Size size, Random& random) {
    static constexpr std::array<std::array<double, 3>, 6> colours{
        {{132, 94, 62}, {92, 70, 54}, {168, 142, 112}, {96, 98, 102}, {62, 68, 76}, {150, 60, 52}}};
    const auto& colour = random.pick(colours);
    cv::RNG grain(random.next());
    const bool wood = random.chance(0.6);
    const int step = 8;
    cv::Mat coarse(std::max(8, size.height / (wood ? step : 6 * step)),
                   std::max(8, size.width / (wood ? 60 * step : 6 * step)), CV_32F);
    grain.fill(coarse, cv::RNG::NORMAL, 0.0, wood ? 14.0 : 9.0);
    cv::resize(coarse, coarse, size, 0, 0, cv::INTER_CUBIC);
    cv::Mat result(size, CV_8UC3);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const float shade = coarse.at<float>(y, x);
            for (int c = 0; c < 3; ++c)
                result.at<cv::Vec3b>(y, x)[c] =
                    cv::saturate_cast<std::uint8_t>(colour[static_cast<std::size_t>(c)] + shade);
        }
    return result;
}

/// Corners of the sheet in the picture, top left at about (0, 0).
Quad4 corners(double width, double height, Random& random) {
    const double turn = random.real(-6, 6) * CV_PI / 180;
    const Quad4 flat{cv::Point2f(0, 0), cv::Point2f(static_cast<float>(width), 0),
                     cv::Point2f(static_cast<float>(width), static_cast<float>(height)),
                     cv::Point2f(0, static_cast<float>(height))};
    Quad4 quad;
    for (std::size_t i = 0; i < 4; ++i) {
        // Off by 2–6 % of the sides, inwards or outwards, half of it along each side.
        const double off = random.real(0.02, 0.06);
        const double way = random.real(0, 2 * CV_PI);
        const double x = flat[i].x + off * width * std::cos(way);
        const double y = flat[i].y + off * height * std::sin(way);
        quad[i] = {static_cast<float>(x * std::cos(turn) - y * std::sin(turn)),
                   static_cast<float>(x * std::sin(turn) + y * std::cos(turn))};
    }
    return quad;
}

/// Moves the quad into a picture with desk all around; gives the picture's size.
cv::Size framed(Quad4& quad, double width, const PhotoMargins& margins, Random& random) {
    const cv::Rect2f box = cv::boundingRect(std::vector<cv::Point2f>(quad.begin(), quad.end()));
    const auto margin = [&](double times) {
        return static_cast<float>(random.real(margins.least, margins.most) * width * times);
    };
    const cv::Point2f shift(margin(1) - box.x, margin(margins.above_and_below) - box.y);
    for (auto& corner : quad) corner += shift;
    return {static_cast<int>(box.width + shift.x + box.x + margin(1)),
            static_cast<int>(box.height + shift.y + box.y + margin(margins.above_and_below))};
}

void fall_light(cv::Mat& photo, Random& random) {
    const cv::Point2d lamp(random.real(-0.1, 1.1) * photo.cols, random.real(-0.1, 1.1) * photo.rows);
    double farthest = 0;
    for (const double x : {0.0, 1.0})
        for (const double y : {0.0, 1.0})
            farthest = std::max(farthest, std::hypot(x * photo.cols - lamp.x, y * photo.rows - lamp.y));
    const std::array<double, 3> warmth{1.0, random.real(0.955, 1.0), random.real(0.88, 1.0)};
    for (int y = 0; y < photo.rows; ++y) {
        auto* row = photo.ptr<cv::Vec3b>(y);
        for (int x = 0; x < photo.cols; ++x) {
            const double away = std::hypot(x - lamp.x, y - lamp.y) / farthest;
            const double light = 1 - 0.3 * away * away;
            for (int c = 0; c < 3; ++c)
                row[x][c] = cv::saturate_cast<std::uint8_t>(row[x][c] * light * warmth[static_cast<std::size_t>(c)]);
        }
    }
}

void cast_shadow(cv::Mat& photo, const Quad4& quad, double dpi, Random& random) {
    cv::Mat shadow(photo.size(), CV_8U, cv::Scalar(255));
    std::vector<cv::Point> points;
    const double reach = dpi / 25.4 * random.real(0.8, 2.5);
    for (const auto& corner : quad)
        points.emplace_back(static_cast<int>(corner.x + reach), static_cast<int>(corner.y + reach));
    cv::fillConvexPoly(shadow, points, cv::Scalar(120));
    cv::GaussianBlur(shadow, shadow, {}, reach * 0.8);
    cv::Mat three;
    cv::cvtColor(shadow, three, cv::COLOR_GRAY2RGB);
    cv::multiply(photo, three, photo, 1.0 / 255);
}

}  // namespace

cv::Mat photograph(const cv::Mat& sheet, int dpi, double effective_dpi, Random& random) {
    return photograph(sheet, cv::Mat(sheet.size(), CV_8U, cv::Scalar(255)), dpi, effective_dpi, random);
}

cv::Mat photograph(const cv::Mat& sheet, const cv::Mat& shape, int dpi, double effective_dpi, Random& random,
                   const PhotoMargins& margins) {
    const double scale = effective_dpi / dpi;
    const double width = sheet.cols * scale;
    const double height = sheet.rows * scale;
    Quad4 quad = corners(width, height, random);
    const cv::Size size = framed(quad, width, margins, random);
    cv::Mat photo = desk(size, random);
    cast_shadow(photo, quad, effective_dpi, random);

    // Blurring first keeps thin strokes from falling between the samples of the smaller picture.
    cv::Mat source = sheet.clone();
    if (scale < 1) soften(source, 0.45 * std::sqrt(1 / (scale * scale) - 1));
    const Quad4 edges{cv::Point2f(0, 0), cv::Point2f(static_cast<float>(sheet.cols), 0),
                      cv::Point2f(static_cast<float>(sheet.cols), static_cast<float>(sheet.rows)),
                      cv::Point2f(0, static_cast<float>(sheet.rows))};
    const cv::Mat map = cv::getPerspectiveTransform(edges.data(), quad.data());
    cv::Mat flat;
    cv::warpPerspective(source, flat, map, size, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    cv::Mat where;
    cv::warpPerspective(shape, where, map, size, cv::INTER_LINEAR);
    flat.copyTo(photo, where > 127);
    fall_light(photo, random);
    return photo;
}

void soften(cv::Mat& image, double sigma) {
    if (sigma > 0.05) cv::GaussianBlur(image, image, {}, sigma);
}

void add_noise(cv::Mat& image, double sigma, Random& random) {
    cv::RNG grain(random.next());
    const int channels = image.channels();
    // In strips: the noise of a whole page would take three times its memory.
    constexpr int strip = 256;
    for (int y = 0; y < image.rows; y += strip) {
        cv::Mat part = image.rowRange(y, std::min(image.rows, y + strip));
        cv::Mat common(part.size(), CV_16S);
        grain.fill(common, cv::RNG::NORMAL, 0.0, channels == 1 ? sigma : sigma * std::sqrt(0.75));
        cv::Mat noise = common;
        if (channels == 3) {
            cv::Mat own(part.size(), CV_16SC3);
            grain.fill(own, cv::RNG::NORMAL, cv::Scalar::all(0), cv::Scalar::all(sigma * 0.5));
            cv::Mat three;
            cv::merge(std::vector<cv::Mat>{common, common, common}, three);
            noise = own + three;
        }
        cv::add(part, noise, part, cv::noArray(), part.type());
    }
}

}  // namespace sohoa::maker
