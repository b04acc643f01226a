#include "ocr/image/sheet_format.h"

#include <algorithm>
#include <cmath>

namespace sohoa::ocr {

namespace {

constexpr double same_format = 0.04;
constexpr double like_a_sheet =
    0.085;  // sides of a sheet of the A series seen aslant are as far off; a card is farther
// Print of 10 to 14 pt has small letters of 1.6 to 2.3 mm. On A4 that is 0.0054 to 0.0078 of the longer side, on A5
// 0.0076 to 0.0110.
constexpr double a5_x_height_share = 0.0077;

double snapped(double aspect) {
    for (const double format :
         {a_series_proportions, id_1_proportions, 1 / a_series_proportions, 1 / id_1_proportions}) {
        if (std::abs(aspect / format - 1) < same_format) return format;
    }
    return aspect;
}

double ratio_of_sides(const std::array<cv::Point2d, 4>& c) {
    const double width = cv::norm(c[1] - c[0]) + cv::norm(c[2] - c[3]);
    const double height = cv::norm(c[3] - c[0]) + cv::norm(c[2] - c[1]);
    return height / std::max(1e-9, width);
}

}  // namespace

double aspect_of(const std::array<cv::Point2d, 4>& corners, cv::Point2d middle) {
    const double plain = ratio_of_sides(corners);
    // Most papers are of the A series and stand, cards lie; corners are not found so well that the lens could tell
    // sheets that are seen a little aslant from one another.
    if (std::abs(plain / a_series_proportions - 1) < like_a_sheet) return a_series_proportions;
    if (std::abs(plain * a_series_proportions - 1) < like_a_sheet &&
        std::abs(plain * a_series_proportions - 1) < std::abs(plain * id_1_proportions - 1))
        return 1 / a_series_proportions;
    const auto homogeneous = [&](std::size_t k) {
        return cv::Vec3d(corners[k].x - middle.x, corners[k].y - middle.y, 1);
    };
    // As in the paper: m1 top left, m2 top right, m3 bottom left, m4 bottom right.
    const cv::Vec3d m1 = homogeneous(0);
    const cv::Vec3d m2 = homogeneous(1);
    const cv::Vec3d m3 = homogeneous(3);
    const cv::Vec3d m4 = homogeneous(2);
    const double below2 = m2.cross(m4).dot(m3);
    const double below3 = m3.cross(m4).dot(m2);
    if (std::abs(below2) < 1e-9 || std::abs(below3) < 1e-9) return snapped(plain);
    const double k2 = m1.cross(m4).dot(m3) / below2;
    const double k3 = m1.cross(m4).dot(m2) / below3;
    const cv::Vec3d n2 = k2 * m2 - m1;
    const cv::Vec3d n3 = k3 * m3 - m1;
    const double seen_aslant = n2[2] * n3[2];
    const double size = std::max(cv::norm(corners[1] - corners[0]), cv::norm(corners[3] - corners[0]));
    if (std::abs(n2[2]) < 0.01 || std::abs(n3[2]) < 0.01) return snapped(plain);
    const double focal_squared = -(n2[0] * n3[0] + n2[1] * n3[1]) / seen_aslant;
    // Lenses of phones and scanners' cameras: from 0.5 to 5 times the side of the sheet.
    if (focal_squared < 0.25 * size * size || focal_squared > 25 * size * size) return snapped(plain);
    const auto length_squared = [&](const cv::Vec3d& n) {
        return (n[0] * n[0] + n[1] * n[1]) / focal_squared + n[2] * n[2];
    };
    const double aspect = std::sqrt(length_squared(n3) / std::max(1e-12, length_squared(n2)));
    // Too far from what the sides say: the middle of the picture is not where the lens looked (a cut-out picture).
    if (aspect < 0.75 * plain || aspect > 1.33 * plain) return snapped(plain);
    return snapped(aspect);
}

double longer_side_mm(double aspect, double x_height_share) {
    const double longer = std::max(aspect, 1 / std::max(1e-9, aspect));
    if (std::abs(longer / id_1_proportions - 1) < same_format) return 85.60;
    if (std::abs(longer / a_series_proportions - 1) < same_format)
        return x_height_share > a5_x_height_share ? 210 : 297;
    return 0;
}

}  // namespace sohoa::ocr
