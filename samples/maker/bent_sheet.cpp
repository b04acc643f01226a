#include "samples/maker/bent_sheet.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace sohoa::maker {

namespace {

/// Height of the paper over places seen a pixel apart, and how far along the paper these are; in pixels.
struct Profile {
    std::vector<double> height;
    std::vector<double> along;
};

Profile profile_of(int places, const std::function<double(double)>& height_at) {
    Profile profile;
    double along = 0;
    for (int k = 0; k < places; ++k) {
        const double height = height_at(k);
        if (k > 0) along += std::hypot(1.0, height - profile.height.back());
        profile.height.push_back(height);
        profile.along.push_back(along);
    }
    return profile;
}

constexpr int strip = 64;  // rows: maps of a whole page would take sixteen times its pixels

using PlaceOnPaper = std::function<cv::Point2f(int x, int y)>;

/// A picture each pixel of which shows what stands at its place on the paper, `ground` outside of it.
cv::Mat seen(const cv::Mat& paper, cv::Size size, const PlaceOnPaper& place, const cv::Scalar& ground) {
    cv::Mat picture(size, paper.type());
    cv::Mat map(strip, size.width, CV_32FC2);
    for (int top = 0; top < size.height; top += strip) {
        const int rows = std::min(strip, size.height - top);
        for (int y = 0; y < rows; ++y)
            for (int x = 0; x < size.width; ++x) map.at<cv::Point2f>(y, x) = place(x, top + y);
        cv::Mat part = picture.rowRange(top, top + rows);
        cv::remap(paper, part, map.rowRange(0, rows), {}, cv::INTER_CUBIC, cv::BORDER_CONSTANT, ground);
    }
    return picture;
}

void light_columns(cv::Mat& picture, const std::function<double(int x, int y)>& light_at) {
    for (int y = 0; y < picture.rows; ++y) {
        auto* row = picture.ptr<cv::Vec3b>(y);
        for (int x = 0; x < picture.cols; ++x) {
            const double light = light_at(x, y);
            for (int c = 0; c < 3; ++c) row[x][c] = cv::saturate_cast<std::uint8_t>(row[x][c] * light);
        }
    }
}

std::function<double(double)> any_curl(double width, double lift, Random& random) {
    const double begin = random.real(0, 0.45);
    const bool left = random.chance(0.5);
    const double turns = random.real(0.8, 1.3);
    switch (random.between(0, 2)) {
        case 0:
            return [=](double x) { return lift * (1 - std::pow(2 * x / width - 1, 2)); };
        case 1:
            return [=](double x) { return lift / 2 * (1 + std::sin(2 * CV_PI * turns * x / width)); };
        default:
            return [=](double x) {
                const double away = left ? 1 - x / width : x / width;
                return lift * std::pow(std::max(0.0, (away - begin) / (1 - begin)), 2);
            };
    }
}

}  // namespace

cv::Mat bound_in_book(const cv::Mat& sheet, int dpi, Random& random) {
    const double mm = dpi / 25.4;
    const double lift = random.real(8, 22) * mm;
    const double reach = random.real(50, 110) * mm;
    const double lens = random.real(250, 350) * mm;
    const double axis = random.real(0.4, 0.6) * sheet.rows;
    const double darkness = random.real(0.35, 0.6);
    const bool left = random.chance(0.6);
    const auto rise = [&](double from_gutter) { return std::pow(std::max(0.0, 1 - from_gutter / reach), 2.2); };
    const Profile paper = profile_of(sheet.cols, [&](double x) { return lift * rise(x); });
    // The far edge lies at the picture's edge; what the slope takes is bare at the gutter.
    const int bare = static_cast<int>(paper.along.back()) + 1 - sheet.cols;
    const auto from_gutter = [&](int x) { return (left ? x : sheet.cols - 1 - x) - bare; };
    const auto place = [&](int x, int y) {
        const int k = from_gutter(x);
        if (k < 0) return cv::Point2f(-100, -100);
        const auto at = static_cast<std::size_t>(k);
        const double along = paper.along[at];
        const double away = (lens + paper.height[at]) / lens;
        return cv::Point2f(static_cast<float>(left ? along : sheet.cols - 1 - along),
                           static_cast<float>(axis + (y - axis) * away));
    };
    cv::Mat picture = seen(sheet, sheet.size(), place, cv::Scalar::all(70));
    light_columns(picture, [&](int x, int) { return 1 - darkness * rise(std::max(0, from_gutter(x))); });
    return picture;
}

CurledSheet curled(const cv::Mat& sheet, int dpi, Random& random) {
    const double mm = dpi / 25.4;
    const double camera = random.real(350, 600) * mm;
    const double tilt = std::tan(random.real(-25, 25) * CV_PI / 180);
    const double lean = random.real(-0.12, 0.12);  // of the curl's axis from upright
    const double below_x = random.real(0.3, 0.7) * sheet.cols;
    const double below_y = random.real(0.3, 0.7) * sheet.rows;
    const double lamp = random.chance(0.5) ? 0.5 : -0.5;
    const double lift = random.real(8, 28) * mm;
    const auto height_at = any_curl(sheet.cols, lift, random);
    const int room = static_cast<int>(0.15 * sheet.rows);
    const int reach = room + static_cast<int>(std::abs(lean) * sheet.rows);
    const Profile paper = profile_of(sheet.cols + 2 * reach, [&](double x) { return height_at(x - reach); });
    const double first = paper.along[static_cast<std::size_t>(reach)];
    const auto crossing = [&](int x, int y) {
        const double at = x - room + lean * (y - room - sheet.rows / 2.0) + reach;
        return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(paper.height.size() - 2)));
    };
    const auto place = [&](int x, int y) {
        const std::size_t at = crossing(x, y);
        const double away = 1 - paper.height[at] / camera;
        const double shortened = paper.along[at] - first - (static_cast<double>(at) - reach);
        return cv::Point2f(
            static_cast<float>(below_x + (x - room - below_x) * away + shortened),
            static_cast<float>(below_y + (y - room - below_y) * away + tilt * (paper.height[at] - lift / 2)));
    };
    const cv::Size size(sheet.cols + 2 * room, sheet.rows + 2 * room);
    CurledSheet curl{seen(sheet, size, place, cv::Scalar::all(255)),
                     seen(cv::Mat(sheet.size(), CV_8U, cv::Scalar(255)), size, place, cv::Scalar(0))};
    light_columns(curl.picture, [&](int x, int y) {
        const std::size_t at = crossing(x, y);
        return std::clamp(0.92 + lamp * (paper.height[at + 1] - paper.height[at]), 0.6, 1.0);
    });
    const cv::Rect paper_box = cv::boundingRect(curl.shape);
    return {curl.picture(paper_box), curl.shape(paper_box)};
}

}  // namespace sohoa::maker
