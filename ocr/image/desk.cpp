#include "ocr/image/desk.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <queue>
#include <utility>
#include <vector>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

constexpr int looked_at_side = 400;          // pixels of the long side, at least
constexpr int least_shorter_side = 40;       // pixels
constexpr double least_contrast = 12;        // grey levels between what may be paper and what may be desk
constexpr double edge_fall = 0.08;           // of the level, from one pixel to the next but one
constexpr double as_large_a_seed = 0.25;     // of the largest
constexpr double as_bright_a_seed = 0.9;     // of the largest
constexpr double least_seed = 0.05;          // of the picture
constexpr float fall_at_once = 0.9F;         // of the level around: darker is no more the same paper
constexpr float newest = 0.1F;               // weight of the last pixel in the level around
constexpr int largest_bite = 19;             // pixels: print, seals and fingers at the paper's rim
constexpr int thinnest_paper = 5;            // pixels
constexpr double least_paper_share = 0.15;   // of the picture
constexpr double least_solidity = 0.8;       // of the paper: sheets have no bays
constexpr double least_desk_share = 0.0008;  // of the picture
constexpr double straight_band = 0.985;      // of its box
constexpr double least_step_share = 0.6;     // of the rim between desk and paper
constexpr double least_fall = 0.06;          // of the paper's level
constexpr int beside_rim = 7;                // pixels

cv::Mat square(int side) {
    return cv::getStructuringElement(cv::MORPH_RECT, {side, side});
}

struct Areas {
    cv::Mat labels;
    cv::Mat stats;
    int count = 0;
};

Areas areas_of(const cv::Mat& mask) {
    Areas areas;
    cv::Mat centres;
    areas.count = cv::connectedComponentsWithStats(mask, areas.labels, areas.stats, centres, 4, CV_32S);
    return areas;
}

/// 255 where no step runs.
cv::Mat even_places(const cv::Mat& level) {
    cv::Mat highest;
    cv::Mat lowest;
    cv::dilate(level, highest, square(3));
    cv::erode(level, lowest, square(3));
    return lowest > highest * (1 - edge_fall);
}

/// The bright areas without steps in them that are surely paper.
cv::Mat surely_paper(const cv::Mat& level, const cv::Mat& even) {
    cv::Mat bright;
    const double otsu = cv::threshold(level, bright, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    const double above = cv::mean(level, bright)[0];
    const double below = cv::mean(level, level <= otsu)[0];
    if (above - below < least_contrast) return {};
    bright &= even;
    cv::morphologyEx(bright, bright, cv::MORPH_OPEN, square(5));
    const Areas areas = areas_of(bright);
    int largest = 0;
    for (int k = 1; k < areas.count; ++k) {
        if (largest == 0 || areas.stats.at<int>(k, cv::CC_STAT_AREA) > areas.stats.at<int>(largest, cv::CC_STAT_AREA))
            largest = k;
    }
    if (largest == 0) return {};
    const int area = areas.stats.at<int>(largest, cv::CC_STAT_AREA);
    if (area < least_seed * static_cast<double>(level.total())) return {};
    cv::Mat paper = areas.labels == largest;
    const double brightness = cv::mean(level, paper)[0];
    for (int k = 1; k < areas.count; ++k) {
        if (k == largest || areas.stats.at<int>(k, cv::CC_STAT_AREA) < as_large_a_seed * area) continue;
        const cv::Mat other = areas.labels == k;
        if (cv::mean(level, other)[0] > as_bright_a_seed * brightness) paper |= other;
    }
    return paper;
}

/// Lets paper grow over neighbours as bright as the level it came over.
void follow(cv::Mat& paper, const cv::Mat& level, const cv::Mat& even) {
    cv::Mat around;
    level.convertTo(around, CV_32F);
    // Pixels amidst paper have nowhere to grow.
    cv::Mat amidst;
    cv::erode(paper, amidst, cv::getStructuringElement(cv::MORPH_CROSS, {3, 3}));
    std::vector<cv::Point> rim;
    cv::findNonZero(paper & ~amidst, rim);
    std::queue<cv::Point> front({rim.begin(), rim.end()});
    while (!front.empty()) {
        const cv::Point from = front.front();
        front.pop();
        const float before = around.at<float>(from);
        for (const cv::Point& way : {cv::Point(1, 0), cv::Point(-1, 0), cv::Point(0, 1), cv::Point(0, -1)}) {
            const cv::Point to = from + way;
            if (to.x < 0 || to.y < 0 || to.x >= paper.cols || to.y >= paper.rows) continue;
            if (paper.at<std::uint8_t>(to) != 0 || even.at<std::uint8_t>(to) == 0) continue;
            const float here = level.at<std::uint8_t>(to);
            if (here < fall_at_once * before) continue;
            paper.at<std::uint8_t>(to) = 255;
            around.at<float>(to) = (1 - newest) * before + newest * here;
            front.push(to);
        }
    }
}

/// Without bites of print at its rim, holes, and threads of paper-coloured desk.
void make_whole(cv::Mat& paper) {
    cv::Mat roomy;
    cv::copyMakeBorder(paper, roomy, largest_bite, largest_bite, largest_bite, largest_bite, cv::BORDER_REPLICATE);
    cv::morphologyEx(roomy, roomy, cv::MORPH_OPEN, square(thinnest_paper));
    cv::morphologyEx(roomy, roomy, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_ELLIPSE, {largest_bite, largest_bite}));
    roomy(cv::Rect(largest_bite, largest_bite, paper.cols, paper.rows)).copyTo(paper);
    const Areas rest = areas_of(~paper);
    for (int k = 1; k < rest.count; ++k) {
        const int* s = rest.stats.ptr<int>(k);
        const bool enclosed = s[cv::CC_STAT_LEFT] > 0 && s[cv::CC_STAT_TOP] > 0 &&
                              s[cv::CC_STAT_LEFT] + s[cv::CC_STAT_WIDTH] < paper.cols &&
                              s[cv::CC_STAT_TOP] + s[cv::CC_STAT_HEIGHT] < paper.rows;
        if (enclosed) paper.setTo(255, rest.labels == k);
    }
}

bool is_like_a_sheet(const cv::Mat& paper) {
    const int area = cv::countNonZero(paper);
    if (area < least_paper_share * static_cast<double>(paper.total())) return false;
    std::vector<cv::Point> ends;  // of each row: no other place can be on the hull
    for (int y = 0; y < paper.rows; ++y) {
        const auto* row = paper.ptr<std::uint8_t>(y);
        int first = 0;
        int last = paper.cols - 1;
        while (first <= last && row[first] == 0) ++first;
        while (last > first && row[last] == 0) --last;
        if (first > last) continue;
        ends.emplace_back(first, y);
        ends.emplace_back(last, y);
    }
    std::vector<cv::Point> hull;
    cv::convexHull(ends, hull);
    return area > least_solidity * cv::contourArea(hull);
}

/// Level of what lies in a mask, near each place; 0 where nothing does.
cv::Mat level_within(const cv::Mat& level, const cv::Mat& mask) {
    cv::Mat sum;
    cv::Mat count;
    cv::Mat within;
    level.copyTo(within, mask);
    cv::boxFilter(within, sum, CV_32F, {beside_rim, beside_rim}, {-1, -1}, false);
    cv::boxFilter(mask / 255, count, CV_32F, {beside_rim, beside_rim}, {-1, -1}, false);
    return sum / cv::max(count, 1);
}

/// Most of the rim of an area is a step down from the paper.
class Steps {
public:
    Steps(const cv::Mat& level, const cv::Mat& paper)
        : inside_(level_within(level, paper)), outside_(level_within(level, ~paper)) {
        cv::dilate(paper, rim_, square(3));
        rim_ &= ~paper;
        down_ = inside_ - outside_ > inside_ * least_fall;
    }
    bool lead_down_to(const cv::Mat& area) const {
        const cv::Mat rim = rim_ & area;
        return cv::countNonZero(rim & down_) > least_step_share * cv::countNonZero(rim);
    }

private:
    cv::Mat inside_;
    cv::Mat outside_;
    cv::Mat rim_;
    cv::Mat down_;
};

}  // namespace

Desk find_desk(const PaperLikeness& likeness) {
    const Size whole = likeness.closed.size();
    if (std::min(whole.width, whole.height) < least_shorter_side) return {};
    const int reduction = std::max(1, std::max(whole.width, whole.height) / looked_at_side);
    cv::Mat level;
    const cv::Size size(whole.width / reduction, whole.height / reduction);
    cv::resize(mat_of(likeness.closed)(cv::Rect(0, 0, size.width * reduction, size.height * reduction)), level, size, 0,
               0, cv::INTER_AREA);
    const cv::Mat even = even_places(level);
    cv::Mat paper = surely_paper(level, even);
    if (paper.empty()) return {};
    follow(paper, level, even);
    make_whole(paper);
    if (!is_like_a_sheet(paper)) return {};
    const Areas rest = areas_of(~paper);
    const Steps steps(level, paper);
    Desk desk{Raster(size.width, size.height, 1), likeness.factor * reduction};
    cv::Mat mask = mat_of(desk.mask);
    mask.setTo(0);
    bool any = false;
    for (int k = 1; k < rest.count; ++k) {
        const int* s = rest.stats.ptr<int>(k);
        const double area = s[cv::CC_STAT_AREA];
        const double box = 1.0 * s[cv::CC_STAT_WIDTH] * s[cv::CC_STAT_HEIGHT];
        if (area < least_desk_share * static_cast<double>(level.total()) || area > straight_band * box) continue;
        const cv::Mat part = rest.labels == k;
        if (!steps.lead_down_to(part)) continue;
        mask.setTo(255, part);
        any = true;
    }
    return any ? std::move(desk) : Desk{};
}

}  // namespace sohoa::ocr
