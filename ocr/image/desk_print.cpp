#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "base/raster_opencv.h"
#include "ocr/image/desk.h"
#include "ocr/image/line_axis.h"
#include "ocr/image/pieces.h"

namespace sohoa::ocr {

namespace {

constexpr std::size_t enough_print = 30;    // pieces: fewer tell nothing of print's size
constexpr double smallest_of_usual = 0.5;   // of the usual letter
constexpr double largest_of_usual = 2;      // of the usual letter
constexpr double least_letter_fill = 0.12;  // of its box: scratches have less
constexpr double most_letter_fill = 0.8;    // squares of a cloth have more
constexpr double as_dark_as_print = 0.7;    // of the usual darkness
constexpr int rim_of_shading = 32;  // pixels: so near to paper a desk is divided by the paper's level, and looks dark
constexpr int enough_to_be_paper = 10;  // letters
constexpr double letters_of_ink = 0.3;  // of the area of all pieces, by boxes: grain and weave are larger things
constexpr double next_letter = 1.2;     // usual letters between two of a line, or two lines
constexpr int enough_of_a_line = 5;     // letters on the paper

int darkness_of(const Raster& grey, const Box& box) {
    int darkest = 255;
    for (int y = box.y; y < box.bottom(); ++y)
        darkest = std::min<int>(darkest, *std::min_element(grey.row(y) + box.x, grey.row(y) + box.right()));
    return 255 - darkest;
}

/// The pieces of a plane and the desk on it, in cells of desk_cell pixels.
class PrintOnDesk {
public:
    PrintOnDesk(Raster& desk, const Raster& ink, const Raster& grey)
        : mask_(mat_of(desk)), found_(find_pieces(ink)), grey_(grey) {}

    bool tell_letters() {
        std::vector<Box> on_paper;
        for (const Piece& piece : found_.pieces) {
            if (at(mask_, piece.box) == 0) on_paper.push_back(piece.box);
        }
        if (on_paper.size() < enough_print) return false;
        letter_ = usual_letter(on_paper);
        std::vector<Box> candidates;
        std::vector<int> dark;
        std::vector<int> usual;
        for (const Piece& piece : found_.pieces) {
            const int side = std::max(piece.box.width, piece.box.height);
            const double fill = piece.area / static_cast<double>(piece.box.area());
            if (side < smallest_of_usual * letter_ || side > largest_of_usual * letter_ || fill < least_letter_fill ||
                fill > most_letter_fill)
                continue;
            candidates.push_back(piece.box);
            dark.push_back(darkness_of(grey_, piece.box));
            if (at(mask_, piece.box) == 0) usual.push_back(dark.back());
        }
        if (usual.empty()) return false;
        const auto middle = usual.begin() + static_cast<std::ptrdiff_t>(usual.size() / 2);
        std::nth_element(usual.begin(), middle, usual.end());
        for (std::size_t k = 0; k < candidates.size(); ++k) {
            if (dark[k] >= as_dark_as_print * *middle) letters_.push_back(candidates[k]);
        }
        return true;
    }

    /// Paper in shadow: parts of the desk that bear print.
    void give_back_parts() {
        cv::Mat parts;
        const auto count = static_cast<std::size_t>(cv::connectedComponents(mask_, parts, 8, CV_32S));
        const int rim = 2 * rim_of_shading / desk_cell + 1;
        cv::Mat middle;
        cv::erode(mask_, middle, cv::getStructuringElement(cv::MORPH_RECT, {rim, rim}), {-1, -1}, 1,
                  cv::BORDER_REPLICATE);
        std::vector<double> all(count, 0);
        std::vector<double> of_letters(count, 0);
        std::vector<int> letters(count, 0);
        const auto part_of = [&](const Box& box) { return static_cast<std::size_t>(parts.at<int>(cell_of(box))); };
        for (const Piece& piece : found_.pieces) {
            if (at(middle, piece.box) != 0) all[part_of(piece.box)] += static_cast<double>(piece.box.area());
        }
        for (const Box& box : letters_) {
            if (at(middle, box) == 0) continue;
            ++letters[part_of(box)];
            of_letters[part_of(box)] += static_cast<double>(box.area());
        }
        for (std::size_t k = 1; k < count; ++k) {
            if (letters[k] >= enough_to_be_paper && of_letters[k] >= letters_of_ink * all[k])
                mask_.setTo(0, parts == static_cast<int>(k));
        }
    }

    /// Letters so near to one another belong together, and to those of them on the paper.
    void give_back_lines() {
        const int reach = static_cast<int>(next_letter * letter_ / 2) + 1;
        const auto around = [&](const Box& box) {
            return cv::Rect(cv::Point((box.x - reach) / desk_cell, (box.y - reach) / desk_cell),
                            cv::Point((box.right() + reach) / desk_cell + 1, (box.bottom() + reach) / desk_cell + 1)) &
                   cv::Rect(0, 0, mask_.cols, mask_.rows);
        };
        cv::Mat near(mask_.size(), CV_8U, cv::Scalar(0));
        for (const Box& box : letters_) near(around(box)).setTo(255);
        cv::Mat groups;
        std::vector<int> on_paper(static_cast<std::size_t>(cv::connectedComponents(near, groups, 8, CV_32S)), 0);
        const auto group_of = [&](const Box& box) { return static_cast<std::size_t>(groups.at<int>(cell_of(box))); };
        for (const Box& box : letters_) on_paper[group_of(box)] += at(mask_, box) == 0 ? 1 : 0;
        std::vector<Box> continued;
        for (const Box& box : letters_) {
            if (at(mask_, box) != 0 && on_paper[group_of(box)] >= enough_of_a_line) continued.push_back(box);
        }
        for (const Box& box : continued) mask_(around(box)).setTo(0);
    }

private:
    cv::Point cell_of(const Box& box) const {
        return {std::min(mask_.cols - 1, (box.x + box.width / 2) / desk_cell),
                std::min(mask_.rows - 1, (box.y + box.height / 2) / desk_cell)};
    }
    std::uint8_t at(const cv::Mat& mask, const Box& box) const { return mask.at<std::uint8_t>(cell_of(box)); }

    cv::Mat mask_;
    Pieces found_;
    const Raster& grey_;
    double letter_ = 0;
    std::vector<Box> letters_;
};

}  // namespace

void leave_print_out(Raster& desk, const Raster& ink, const Raster& grey) {
    PrintOnDesk print(desk, ink, grey);
    if (!print.tell_letters()) return;
    print.give_back_parts();
    print.give_back_lines();
}

}  // namespace sohoa::ocr
