#include "ocr/image/signatures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/pieces.h"

namespace sohoa::ocr {

namespace {

constexpr double seen_x_height = 8;        // pixels of a small letter, at the resolution where strokes are looked at
constexpr double least_x_height_seen = 6;  // pixels: papers are scanned at 75 dpi and more, pictures have no letters
// Of values seen on grey paper.
constexpr int bluer_than_red = 34;
constexpr int darkest_red_of_paper = 175;
constexpr int greener_than_blue = 6;  // more is green
// In small letters.
constexpr double least_long_side = 7;
constexpr double least_short_side = 3.5;
constexpr double large_short_side = 5;
constexpr double largest_side = 34;
constexpr double least_paper = 45;       // smaller scans are pictures and cards
constexpr double part_of_one = 1;        // gap between strokes of one signature
constexpr double whole_signature = 0.9;  // confidence: so large a stroke is no part of another
constexpr double least_writing = 0.5;
constexpr double highest_writing = 3.3;
constexpr double writing_beside = 10;
constexpr double letters_of_writing = 6;
constexpr double drawn_beside = 8;
constexpr double least_filled_area = 20;  // small letters squared
// Shares.
constexpr double most_blue = 0.06;       // of the scan: more is a picture or a chart
constexpr double least_of_scan = 0.085;  // of its shorter side: the height of small letters may be measured wrong
constexpr double least_stroke_fill = 0.02;
constexpr double most_stroke_fill = 0.34;
constexpr double along_the_sides = 0.55;  // of a frame's ink
constexpr double side_depth = 0.1;
constexpr double most_core = 0.25;  // of the ink, farther than a stroke's half from paper

/// 255 where there is blue ink in a box of the scan, one pixel for `step` × `step` of it.
cv::Mat blue_ink(const Raster& scan, const Box& within, const PaperTint& tint, int step) {
    std::array<int, 3> gains{};
    for (std::size_t c = 0; c < 3; ++c) gains[c] = static_cast<int>(std::lround(128 * tint.gains[c]));
    const int brightest = (darkest_red_of_paper << 7) / gains[0];
    const int stride = step >= 3 ? 2 : 1;  // a pen's stroke is wider
    cv::Mat mask(within.height / step, within.width / step, CV_8U, cv::Scalar(0));
    for (int y = 0; y < mask.rows * step; y += stride) {
        const std::uint8_t* rgb = scan.row(within.y + y) + std::ptrdiff_t{3} * within.x;
        std::uint8_t* out = mask.ptr<std::uint8_t>(y / step);
        const int end = mask.cols * step;
        for (int x = 0; x < end; x += stride) {
            const std::uint8_t* pixel = rgb + 3 * static_cast<std::ptrdiff_t>(x);
            if (pixel[0] >= brightest) continue;
            const int blue = pixel[2] * gains[2];
            const bool is_pen =
                blue - pixel[0] * gains[0] > bluer_than_red << 7 && pixel[1] * gains[1] - blue < greener_than_blue << 7;
            if (is_pen) out[x / step] = 255;
        }
    }
    return mask;
}

/// Shares of a piece's ink.
struct StrokeShares {
    double along_sides = 0;
    double core = 0;
};

StrokeShares shares_of(const Pieces& found, int wanted, const cv::Mat& cores) {
    const Box& box = found.pieces[static_cast<std::size_t>(wanted)].box;
    const int depth_x = std::max(2, static_cast<int>(side_depth * box.width));
    const int depth_y = std::max(2, static_cast<int>(side_depth * box.height));
    long long sides = 0;
    long long core = 0;
    for (const Run& run : found.runs) {
        if (run.piece != wanted) continue;
        const bool level_side = run.y < box.y + depth_y || run.y >= box.bottom() - depth_y;
        const std::uint8_t* row = cores.ptr<std::uint8_t>(run.y);
        for (int x = run.begin; x < run.end; ++x) {
            sides += level_side || x < box.x + depth_x || x >= box.right() - depth_x ? 1 : 0;
            core += row[x] != 0 ? 1 : 0;
        }
    }
    const double area = found.pieces[static_cast<std::size_t>(wanted)].area;
    return {static_cast<double>(sides) / area, static_cast<double>(core) / area};
}

bool is_large_stroke(const Piece& piece, const cv::Size& scan) {
    const int longer = std::max(piece.box.width, piece.box.height);
    const int shorter = std::min(piece.box.width, piece.box.height);
    const double fill = piece.area / static_cast<double>(piece.box.area());
    return longer >= std::max(least_long_side * seen_x_height, least_of_scan * std::min(scan.width, scan.height)) &&
           shorter >= least_short_side * seen_x_height && longer <= largest_side * seen_x_height &&
           fill >= least_stroke_fill && fill <= most_stroke_fill;
}

/// Letters of blue writing that stand on the left or the right of a stroke. What lies in the box of another large
/// stroke is part of another signature.
bool stands_in_writing(const Pieces& found, const std::vector<Box>& strokes, const Box& stroke) {
    const int reach = static_cast<int>(writing_beside * seen_x_height);
    double letters = 0;
    for (const Piece& piece : found.pieces) {
        const Box& box = piece.box;
        if (box.height < least_writing * seen_x_height || box.height > highest_writing * seen_x_height) continue;
        const Point centre = box.centre();
        const bool of_another = std::any_of(strokes.begin(), strokes.end(), [&](const Box& other) {
            return !(other == stroke) && std::min(other.width, other.height) >= large_short_side * seen_x_height &&
                   intersection(other, box) == box;
        });
        if (of_another) continue;
        const bool level = centre.y > stroke.y && centre.y < stroke.bottom();
        const bool beside = (centre.x < stroke.x && centre.x > stroke.x - reach) ||
                            (centre.x > stroke.right() && centre.x < stroke.right() + reach);
        // Letters hang together at this resolution: they count by their width.
        if (level && beside) letters += std::max(1.0, box.width / seen_x_height);
    }
    return letters >= letters_of_writing;
}

/// Blue that is no stroke: areas of a map or a chart, in which thin ones are no signatures.
std::vector<Box> filled_areas(const Pieces& found, const cv::Mat& cores) {
    std::vector<Box> areas;
    for (std::size_t k = 0; k < found.pieces.size(); ++k) {
        const double least = least_filled_area * seen_x_height * seen_x_height;
        if (found.pieces[k].area >= least && shares_of(found, static_cast<int>(k), cores).core > most_core)
            areas.push_back(found.pieces[k].box);
    }
    return areas;
}

bool is_near_any(const std::vector<Box>& areas, const Box& stroke) {
    const int reach = static_cast<int>(drawn_beside * seen_x_height);
    const Box around{stroke.x - reach, stroke.y - reach, stroke.width + 2 * reach, stroke.height + 2 * reach};
    return std::any_of(areas.begin(), areas.end(),
                       [&](const Box& area) { return !intersection(area, around).empty(); });
}

/// Strokes near one another are of one signature, and so are small ones that reach into its box.
void join_strokes(std::vector<Signature>& signatures, const Pieces& found) {
    const int gap = static_cast<int>(part_of_one * seen_x_height);
    const auto near = [gap](const Box& a, const Box& b) {
        return !intersection({a.x - gap, a.y - gap, a.width + 2 * gap, a.height + 2 * gap}, b).empty();
    };
    for (std::size_t k = 0; k < signatures.size(); ++k) {
        for (std::size_t j = k + 1; j < signatures.size();) {
            const bool two = std::min(signatures[k].confidence, signatures[j].confidence) >= whole_signature &&
                             intersection(signatures[k].box, signatures[j].box).empty();
            if (two || !near(signatures[k].box, signatures[j].box)) {
                ++j;
                continue;
            }
            signatures[k].box = bounding(signatures[k].box, signatures[j].box);
            signatures[k].confidence = std::max(signatures[k].confidence, signatures[j].confidence);
            signatures.erase(signatures.begin() + static_cast<std::ptrdiff_t>(j));
            j = k + 1;
        }
    }
    for (Signature& signature : signatures) {
        const Box strokes = signature.box;
        for (const Piece& piece : found.pieces) {
            const int larger = std::max(piece.box.width, piece.box.height);
            if (larger <= largest_side * seen_x_height / 2 && !intersection(strokes, piece.box).empty())
                signature.box = bounding(signature.box, piece.box);
        }
    }
}

}  // namespace

std::vector<Signature> find_signatures(const Raster& scan, const Box& within, const PaperTint& tint, double x_height) {
    if (scan.channels() != 3 || x_height < least_x_height_seen) return {};
    const int step = std::max(1, static_cast<int>(std::lround(x_height / seen_x_height)));
    if (within.width < 20 * step || within.height < 20 * step) return {};
    const cv::Mat blue = blue_ink(scan, within, tint, step);
    const double inked = cv::countNonZero(blue);
    const bool is_paper = std::min(blue.cols, blue.rows) >= least_paper * seen_x_height &&
                          inked <= most_blue * static_cast<double>(blue.total());
    if (!is_paper || inked < least_long_side * seen_x_height) return {};
    // Black print and a seal's ring across a blue stroke leave gaps; wider ones part it.
    cv::Mat closed;
    cv::morphologyEx(blue, closed, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
    const Pieces found = find_pieces(raster_of(closed));
    std::vector<Box> strokes;
    for (const Piece& piece : found.pieces) {
        if (is_large_stroke(piece, closed.size())) strokes.push_back(piece.box);
    }
    cv::Mat cores;
    std::vector<Box> areas;
    std::vector<Signature> signatures;
    for (std::size_t k = 0; k < found.pieces.size(); ++k) {
        const Piece& piece = found.pieces[k];
        if (!is_large_stroke(piece, closed.size()) || stands_in_writing(found, strokes, piece.box)) continue;
        if (cores.empty()) {
            cv::erode(closed, cores, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
            areas = filled_areas(found, cores);
        }
        const StrokeShares shares = shares_of(found, static_cast<int>(k), cores);
        if (shares.along_sides > along_the_sides || shares.core > most_core || is_near_any(areas, piece.box)) continue;
        const bool large = std::min(piece.box.width, piece.box.height) >= large_short_side * seen_x_height;
        signatures.push_back({piece.box, large ? whole_signature : 0.75});
    }
    join_strokes(signatures, found);
    for (Signature& signature : signatures) {
        Box& box = signature.box;
        box = {within.x + box.x * step, within.y + box.y * step, box.width * step, box.height * step};
    }
    return signatures;
}

}  // namespace sohoa::ocr
