#include "ocr/image/dark_panels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "base/raster_opencv.h"
#include "ocr/image/luma.h"
#include "ocr/image/warp.h"

namespace sohoa::ocr {

namespace {

constexpr int cells_along = 420;       // the longer side: 0.7 mm each on A4
constexpr int paper_reach = 41;        // cells: the brightest of them is the paper around
constexpr double darkest_text = 0.62;  // of the paper: cells of text are brighter
constexpr double panel_paper = 60;     // brightness: on darker ground nothing stands out
constexpr double panel_length = 12;    // cells
constexpr double lowest_panel = 5;     // cells
constexpr double highest_panel = 45;   // cells
constexpr double panel_filled = 0.65;  ///< of the rectangle around: cells make a side that leans a stair
constexpr std::size_t most_of_panels = 60;
constexpr int grid = 8;                 // pixels of the plane
constexpr double panel_contrast = 60;   // between ground and print
constexpr double panel_print = 0.45;    // of the panel
constexpr double panel_rim = 0.12;      // of the panel, of paper in its corners
constexpr double panel_proportion = 2;  // width by height, at least: emblems are square
constexpr double panel_letters = 3;

/// The brightness of cells: four pixels of each.
cv::Mat brightness_of_cells(const Raster& scan, int cell) {
    cv::Mat cells(scan.height() / cell, scan.width() / cell, CV_8UC1);
    const int channels = scan.channels();
    const int from = cell / 4;
    const int step = std::max(1, cell / 2);
    for (int y = 0; y < cells.rows; ++y) {
        for (int x = 0; x < cells.cols; ++x) {
            int sum = 0;
            for (int k = 0; k < 4; ++k) {
                const std::uint8_t* at = scan.row(y * cell + from + (k / 2) * step) +
                                         static_cast<std::ptrdiff_t>(x * cell + from + (k % 2) * step) * channels;
                sum += channels == 3 ? (77 * at[0] + 150 * at[1] + 29 * at[2]) >> 8 : at[0];
            }
            cells.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>(sum / 4);
        }
    }
    return cells;
}

/// Fills the rectangles of dark areas that are as straight as a printed panel.
bool fill_panels(const cv::Mat& dark, cv::Mat& mask) {
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(dark, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    std::size_t found = 0;
    for (const std::vector<cv::Point>& outline : outlines) {
        const cv::Rect around = cv::boundingRect(outline);
        if (around.width < lowest_panel || around.height < lowest_panel) continue;
        const bool at_edge =
            around.x <= 1 || around.y <= 1 || around.br().x >= dark.cols - 1 || around.br().y >= dark.rows - 1;
        if (at_edge) continue;
        const cv::RotatedRect rectangle = cv::minAreaRect(outline);
        // From middle to middle of the cells at its sides.
        const double longer = std::max(rectangle.size.width, rectangle.size.height) + 1;
        const double shorter = std::min(rectangle.size.width, rectangle.size.height) + 1;
        if (longer < panel_length || shorter < lowest_panel || shorter > highest_panel) continue;
        if (cv::contourArea(outline) < panel_filled * (longer - 1) * (shorter - 1)) continue;
        std::array<cv::Point2f, 4> corners;
        rectangle.points(corners.data());
        std::vector<cv::Point> polygon;
        for (const cv::Point2f& corner : corners) polygon.emplace_back(cvRound(corner.x), cvRound(corner.y));
        cv::fillConvexPoly(mask, polygon, 255);
        if (++found == most_of_panels) break;
    }
    return found > 0;
}

/// Where the ground of a panel lies in a part of a plane: the box of the largest dark piece.
cv::Rect ground_of(const cv::Mat& light) {
    cv::Mat labels;
    cv::Mat figures;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(light == 0, labels, figures, centres, 4);
    int largest = 0;
    for (int k = 1; k < count; ++k) {
        if (largest == 0 || figures.at<int>(k, cv::CC_STAT_AREA) > figures.at<int>(largest, cv::CC_STAT_AREA))
            largest = k;
    }
    if (largest == 0) return {};
    return {figures.at<int>(largest, cv::CC_STAT_LEFT), figures.at<int>(largest, cv::CC_STAT_TOP),
            figures.at<int>(largest, cv::CC_STAT_WIDTH), figures.at<int>(largest, cv::CC_STAT_HEIGHT)};
}

/// Light letters on dark ground → dark ones on white; false where it is something else. Light that touches the rim is
/// the paper around a panel that leans.
bool turn_letters(cv::Mat panel, const cv::Mat& light, double x_height) {
    cv::Mat labels;
    cv::Mat figures;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(light, labels, figures, centres, 8);
    std::vector<std::uint8_t> is_print(static_cast<std::size_t>(count));
    int letters = 0;
    for (int k = 1; k < count; ++k) {
        const cv::Rect box(figures.at<int>(k, cv::CC_STAT_LEFT), figures.at<int>(k, cv::CC_STAT_TOP),
                           figures.at<int>(k, cv::CC_STAT_WIDTH), figures.at<int>(k, cv::CC_STAT_HEIGHT));
        const bool at_rim = box.x == 0 || box.y == 0 || box.br().x == panel.cols || box.br().y == panel.rows;
        is_print[static_cast<std::size_t>(k)] = at_rim ? 0 : 1;
        const bool letter = box.height > 0.5 * x_height && box.height < 3 * x_height && box.width < 8 * x_height;
        letters += !at_rim && letter ? 1 : 0;
    }
    cv::Mat print(panel.size(), CV_8UC1, cv::Scalar(0));
    cv::Mat rim(panel.size(), CV_8UC1, cv::Scalar(0));
    for (int y = 0; y < panel.rows; ++y) {
        for (int x = 0; x < panel.cols; ++x) {
            const int label = labels.at<int>(y, x);
            if (label == 0) continue;
            (is_print[static_cast<std::size_t>(label)] != 0 ? print : rim).at<std::uint8_t>(y, x) = 255;
        }
    }
    const auto area = static_cast<double>(panel.total());
    if (letters < panel_letters || cv::countNonZero(print) > panel_print * area ||
        cv::countNonZero(rim) > panel_rim * area) {
        return false;
    }
    const double bright = cv::mean(panel, print)[0];
    const double dark = cv::mean(panel, light == 0)[0];
    if (bright - dark < panel_contrast) return false;
    cv::dilate(rim, rim, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    panel.convertTo(panel, CV_8U, -255 / (bright - dark), 255 * bright / (bright - dark));
    panel.setTo(255, rim);
    return true;
}

/// As large as the scan, but only what is needed of it is written.
void write_luma_around(const Raster& scan, const Box& box, Raster& grey) {
    constexpr int room = 16;  // pixels that sampling looks at beyond the box
    if (grey.empty()) grey = Raster(scan.width(), scan.height(), 1);
    write_luma(scan, PaperTint{},
               intersection({box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room},
                            {0, 0, scan.width(), scan.height()}),
               grey);
}

/// The soft edge of a panel becomes paper.
void whiten_around(Raster& plane, const Box& panel) {
    constexpr int edge = 2;  // pixels
    const Box box = intersection({panel.x - edge, panel.y - edge, panel.width + 2 * edge, panel.height + 2 * edge},
                                 {0, 0, plane.width(), plane.height()});
    mat_of(plane)({box.x, box.y, box.width, box.height}).setTo(255);
}

}  // namespace

DarkPanels::DarkPanels(const Raster& scan) {
    cell_ = std::max(2, static_cast<int>(std::lround(1.0 * std::max(scan.width(), scan.height()) / cells_along)));
    if (scan.width() < 4 * cell_ || scan.height() < 4 * cell_) return;
    const cv::Mat cells = brightness_of_cells(scan, cell_);
    cv::Mat paper;
    cv::dilate(cells, paper, cv::getStructuringElement(cv::MORPH_RECT, {paper_reach, paper_reach}));
    cv::Mat limit;
    paper.convertTo(limit, CV_8U, darkest_text);
    cv::Mat dark = (cells < limit) & (paper > panel_paper);
    cv::morphologyEx(dark, dark, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {5, 3}));
    // Lines of dark print are lower than a panel, and words close to its side shorter.
    cv::morphologyEx(dark, dark, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {9, 5}));
    Raster mask = black_raster(cells.cols, cells.rows, 1);
    cv::Mat filled = mat_of(mask);
    if (fill_panels(dark, filled)) mask_ = std::move(mask);
}

std::vector<Box> DarkPanels::turn(Raster& reading, const PlaneMap& reading_to_scan, const Raster& scan,
                                  double x_height) const {
    std::vector<Box> panels;
    if (!any() || x_height <= 0) return panels;
    cv::Mat within(reading.height() / grid, reading.width() / grid, CV_8UC1);
    for (int y = 0; y < within.rows; ++y) {
        for (int x = 0; x < within.cols; ++x) {
            const Point at = reading_to_scan.apply(Point{(x + 0.5) * grid, (y + 0.5) * grid});
            const int column = static_cast<int>(std::floor(at.x / cell_));
            const int row = static_cast<int>(std::floor(at.y / cell_));
            const bool on_scan = column >= 0 && row >= 0 && column < mask_.width() && row < mask_.height();
            within.at<std::uint8_t>(y, x) = on_scan ? mask_.row(row)[column] : 0;
        }
    }
    cv::Mat labels;
    cv::Mat figures;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(within, labels, figures, centres, 4);
    Raster grey;
    for (int k = 1; k < count; ++k) {
        const Box panel{grid * figures.at<int>(k, cv::CC_STAT_LEFT), grid * figures.at<int>(k, cv::CC_STAT_TOP),
                        grid * figures.at<int>(k, cv::CC_STAT_WIDTH), grid * figures.at<int>(k, cv::CC_STAT_HEIGHT)};
        const Box part = intersection({panel.x - grid, panel.y - grid, panel.width + 2 * grid, panel.height + 2 * grid},
                                      {0, 0, reading.width(), reading.height()});
        if (scan.channels() == 3) write_luma_around(scan, reading_to_scan.around(part), grey);
        const Raster& source = scan.channels() == 3 ? grey : scan;
        Raster turned = warped_part(source, reading_to_scan, reading.size(), Border::white, part);
        cv::Mat light;
        cv::threshold(mat_of(turned), light, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
        const cv::Rect ground = ground_of(light);
        if (ground.height < 1.5 * x_height || ground.width < panel_proportion * ground.height) continue;
        cv::Mat letters = mat_of(turned)(ground);
        if (!turn_letters(letters, light(ground), x_height)) continue;
        const Box found{part.x + ground.x, part.y + ground.y, ground.width, ground.height};
        whiten_around(reading, found);
        letters.copyTo(mat_of(reading)({found.x, found.y, found.width, found.height}));
        panels.push_back(found);
    }
    return panels;
}

}  // namespace sohoa::ocr
