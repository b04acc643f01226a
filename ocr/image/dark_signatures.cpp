#include "ocr/image/dark_signatures.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "base/raster_opencv.h"
#include "ocr/image/pieces.h"
#include "ocr/image/warp.h"

namespace sohoa::ocr {

namespace {

constexpr double letter_seen = 8;     // pixels of a small letter, at the resolution where strokes are looked at
constexpr int lightest_pen = 165;     // of 255: coloured ink has faded beyond
constexpr double beyond_seal = 1.06;  // of its radius
// In small letters.
constexpr double dark_least_length = 9;
constexpr double least_height = 3;
constexpr double largest_length = 34;
constexpr double least_page = 45;  // smaller scans are pictures and cards
constexpr double beside = 8;       // where a line of print would go on
constexpr double part_of_line = 0.4;
constexpr double tallest_letter = 3.3;
constexpr double letters_of_line = 2.5;
constexpr double long_line = 3;
constexpr double title_above = 12;
constexpr double name_below = 10;
constexpr double letters_of_title = 4;
// Shares.
constexpr double least_wider = 1.3;  // of its height
constexpr double least_fill = 0.02;
constexpr double most_fill = 0.3;
constexpr double most_thick = 0.2;     // of the ink, farther than a stroke's half from paper
constexpr double most_straight = 0.5;  // of the longer side, in one row or column
constexpr double least_clear = 0.25;   // of a stroke across a faded seal
constexpr double most_drawn = 0.9;     // of the outline
constexpr double drawn_within = 1.5;   // pixels
constexpr double upper_part = 0.33;    // of the page

struct Stroke {
    Box box;
    double area = 0;
    double thick = 0;     ///< share of the ink
    double straight = 0;  ///< the longest level or upright run of ink, as share of the longer side
    double drawn = 0;     ///< the share of the outline that is long straight lines
};

class StrokeSearch {
public:
    StrokeSearch(const cv::Mat& ink, std::vector<Seal> seals)
        : ink_(ink), found_(find_pieces(raster_of(ink))), seals_(std::move(seals)) {}

    std::vector<Signature> signatures() const {
        std::vector<Signature> signatures;
        for (std::size_t k = 0; k < found_.pieces.size(); ++k) {
            if (!may_be_large(found_.pieces[k].box)) continue;
            // Where a seal has not faded the part clear of it tells.
            const Stroke whole = measured(static_cast<int>(k), true);
            const Stroke clear = measured(static_cast<int>(k), false);
            const bool faded = is_pen_stroke(whole) && clear.area >= least_clear * whole.area;
            const Stroke& stroke = faded ? whole : clear;
            if (!is_pen_stroke(stroke) || stroke.box.centre().y < upper_part * ink_.rows) continue;
            const Box& box = stroke.box;
            // Title and name may reach beside its top and its foot.
            const int middle = box.y + box.height / 4;
            if (print_within({box.x - px(beside), middle, px(beside), box.height / 2}) > letters_of_line ||
                print_within({box.right(), middle, px(beside), box.height / 2}) > letters_of_line)
                continue;
            if (print_within({box.x, box.y - px(title_above), box.width, px(title_above)}) < letters_of_title) continue;
            const bool named = print_within({box.x, box.bottom(), box.width, px(name_below)}) >= letters_of_title;
            const bool right = box.centre().x > ink_.cols / 2.0;
            signatures.push_back({box, 0.5 + (named ? 0.1 : 0) + (right ? 0.1 : 0)});
        }
        return signatures;
    }

private:
    static int px(double letters) { return static_cast<int>(letters * letter_seen); }

    static bool may_be_large(const Box& box) {
        return box.width >= px(dark_least_length) && box.height >= px(least_height) &&
               box.width <= 2 * px(largest_length);
    }

    bool is_in_seal(int x, int y) const {
        return std::any_of(seals_.begin(), seals_.end(), [&](const Seal& seal) {
            return std::hypot(x + 0.5 - seal.centre.x, y + 0.5 - seal.centre.y) <= beyond_seal * seal.radius;
        });
    }

    /// The piece, whole or as far as it lies clear of the seals.
    Stroke measured(int wanted, bool with_seals) const {
        const Box whole = found_.pieces[static_cast<std::size_t>(wanted)].box;
        cv::Mat own(whole.height, whole.width, CV_8U, cv::Scalar(0));
        for (const Run& run : found_.runs) {
            if (run.piece != wanted) continue;
            for (int x = run.begin; x < run.end; ++x) {
                if (with_seals || !is_in_seal(x, run.y)) own.at<std::uint8_t>(run.y - whole.y, x - whole.x) = 255;
            }
        }
        Stroke stroke;
        const cv::Rect clear = cv::boundingRect(own);
        if (clear.empty()) return stroke;
        own = own(clear);
        stroke.box = {whole.x + clear.x, whole.y + clear.y, clear.width, clear.height};
        stroke.area = cv::countNonZero(own);
        cv::Mat core;
        cv::erode(own, core, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}), {-1, -1}, 1, cv::BORDER_CONSTANT,
                  cv::Scalar(0));
        stroke.thick = cv::countNonZero(core) / stroke.area;
        stroke.straight = std::max(longest_run(own), longest_run(own.t())) / std::max(own.cols, own.rows);
        stroke.drawn = drawn_share(own);
        return stroke;
    }

    static double drawn_share(const cv::Mat& own) {
        std::vector<std::vector<cv::Point>> contours;
        cv::findContours(own, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
        double all = 0;
        double straight = 0;
        for (const auto& contour : contours) {
            std::vector<cv::Point> corners;
            cv::approxPolyDP(contour, corners, drawn_within, true);
            for (std::size_t k = 0; k < corners.size(); ++k) {
                const double length = cv::norm(corners[k] - corners[(k + 1) % corners.size()]);
                all += length;
                straight += length >= long_line * letter_seen ? length : 0;
            }
        }
        return all > 0 ? straight / all : 1;
    }

    static double longest_run(const cv::Mat& mask) {
        int longest = 0;
        for (int y = 0; y < mask.rows; ++y) {
            int run = 0;
            for (int x = 0; x < mask.cols; ++x) {
                run = mask.at<std::uint8_t>(y, x) != 0 ? run + 1 : 0;
                longest = std::max(longest, run);
            }
        }
        return longest;
    }

    static bool is_pen_stroke(const Stroke& stroke) {
        const Box& box = stroke.box;
        if (!may_be_large(box) || box.width > px(largest_length) || box.width < least_wider * box.height) return false;
        const double fill = stroke.area / static_cast<double>(box.area());
        return fill >= least_fill && fill <= most_fill && stroke.thick <= most_thick &&
               stroke.straight <= most_straight && stroke.drawn <= most_drawn;
    }

    /// Letters whose middle lies in a box, by their widths.
    double print_within(const Box& box) const {
        double letters = 0;
        for (const Piece& piece : found_.pieces) {
            const Point at = piece.box.centre();
            if (at.x < box.x || at.x >= box.right() || at.y < box.y || at.y >= box.bottom()) continue;
            if (piece.box.height < px(part_of_line) || piece.box.height > px(tallest_letter)) continue;
            if (is_in_seal(static_cast<int>(at.x), static_cast<int>(at.y))) continue;
            letters += std::clamp(piece.box.width / letter_seen, 0.5, 20.0);
        }
        return letters;
    }

    cv::Mat ink_;
    Pieces found_;
    std::vector<Seal> seals_;
};

}  // namespace

std::vector<Signature> find_dark_signatures(const Raster& reading, const std::vector<Seal>& seals, double x_height) {
    if (x_height < letter_seen / 2) return {};
    const double scale = letter_seen / x_height;
    const Size size{static_cast<int>(reading.width() * scale), static_cast<int>(reading.height() * scale)};
    if (std::min(size.width, size.height) < least_page * letter_seen) return {};
    const Transform to_reading =
        Transform::scaling(1.0 * reading.width() / size.width, 1.0 * reading.height() / size.height);
    const Raster small = warped(reading, to_reading, size, Border::white);
    const cv::Mat ink = mat_of(small) < lightest_pen;
    std::vector<Seal> on_small = seals;
    for (Seal& seal : on_small) {
        seal.centre = {seal.centre.x * scale, seal.centre.y * scale};
        seal.radius *= scale;
    }
    std::vector<Signature> signatures = StrokeSearch(ink, std::move(on_small)).signatures();
    for (Signature& signature : signatures) {
        const Box& box = signature.box;
        const int x = static_cast<int>(box.x / scale);
        const int y = static_cast<int>(box.y / scale);
        signature.box = {x, y, static_cast<int>(box.right() / scale) - x, static_cast<int>(box.bottom() / scale) - y};
    }
    return signatures;
}

}  // namespace sohoa::ocr
