#include "ocr/image/letters.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ocr/image/leader_dots.h"
#include "ocr/image/line_axis.h"
#include "ocr/image/pieces.h"

namespace sohoa::ocr {

namespace {

constexpr int smallest = 3;             // pixels: what is smaller both ways is dust
constexpr double largest_share = 0.07;  // of the page's long side: 20 mm on A4, more is a frame, seal or picture
constexpr std::size_t enough_for_height = 30;
constexpr int tallest_component = 120;  // pixels

bool may_be_letter(const Box& box, int largest) {
    return std::max(box.width, box.height) >= smallest && std::max(box.width, box.height) <= largest;
}

/// Of the height of small letters to the usual longer side of pieces. Measured: 0.65 for text, up to 1.25 where most
/// small pieces are no letters.
constexpr double largest_ratio = 1.4;

/// Letters with ascenders are 1.3 to 1.6 times as high as those without.
constexpr double lowest_ratio = 0.6;
constexpr double highest_ratio = 0.8;
constexpr double enough_small_letters = 0.4;

/// The peak of the histogram of heights of letter-shaped boxes. Where that is the peak of the letters with ascenders,
/// the small ones show as a lower peak at two thirds of it.
double shared_height(const std::vector<Box>& pieces) {
    const std::vector<Box> boxes = without_leader_dots(pieces);
    std::array<long long, tallest_component + 2> weight{};
    std::size_t letters = 0;
    for (const Box& box : boxes) {
        const bool letter_shaped = box.height >= 4 && box.height <= tallest_component && box.width <= 4 * box.height &&
                                   5 * box.width >= box.height;
        if (!letter_shaped) continue;
        // By area: a form has more dots to write on than letters.
        weight[static_cast<std::size_t>(box.height)] += box.area();
        ++letters;
    }
    if (letters < enough_for_height) return 0;
    const auto around = [&](std::size_t h) { return weight[h - 1] + 2 * weight[h] + weight[h + 1]; };
    const auto peak_of = [&](double from, double to) {
        std::size_t peak = static_cast<std::size_t>(from);
        for (std::size_t h = peak; static_cast<double>(h) <= to; ++h) {
            if (around(h) > around(peak)) peak = h;
        }
        return peak;
    };
    // Large pieces weigh much by area, but are few: none of a title or picture is taken for the usual letter.
    const double highest = std::clamp(largest_ratio * usual_letter(boxes), 4.0, 1.0 * tallest_component);
    std::size_t peak = peak_of(4, highest);
    const double small_from = std::ceil(lowest_ratio * static_cast<double>(peak));
    if (small_from >= 4) {
        const std::size_t small = peak_of(small_from, highest_ratio * static_cast<double>(peak));
        if (static_cast<double>(around(small)) > enough_small_letters * static_cast<double>(around(peak))) peak = small;
    }
    const auto mass = static_cast<double>(weight[peak - 1] + weight[peak] + weight[peak + 1]);
    return static_cast<double>(peak) + static_cast<double>(weight[peak + 1] - weight[peak - 1]) / std::max(1.0, mass);
}

/// How dark the kept runs and the pixels next to them are, 0 elsewhere.
Raster depth_of(const std::vector<Run>& runs, const std::vector<bool>& kept, const Raster& grey) {
    Raster depth(grey.width(), grey.height(), 1);
    std::fill_n(depth.data(), depth.bytes(), std::uint8_t{0});
    for (const Run& run : runs) {
        if (!kept[static_cast<std::size_t>(run.piece)]) continue;
        const int begin = std::max(0, run.begin - 1);
        const int end = std::min(grey.width(), run.end + 1);
        for (int y = std::max(0, run.y - 1); y <= std::min(grey.height() - 1, run.y + 1); ++y) {
            std::transform(grey.row(y) + begin, grey.row(y) + end, depth.row(y) + begin,
                           [](std::uint8_t light) { return static_cast<std::uint8_t>(255 - light); });
        }
    }
    return depth;
}

}  // namespace

Letters find_letters(const Raster& ink, const Raster& grey) {
    Letters letters;
    if (ink.empty()) return letters;
    const Pieces found = find_pieces(ink);
    const int largest = static_cast<int>(largest_share * std::max(ink.width(), ink.height()));
    std::vector<bool> kept(found.pieces.size());
    long long kept_area = 0;
    long long whole_area = 0;
    for (std::size_t k = 0; k < found.pieces.size(); ++k) {
        const Piece& piece = found.pieces[k];
        whole_area += piece.area;
        if (!may_be_letter(piece.box, largest)) continue;
        kept[k] = true;
        kept_area += piece.area;
        letters.boxes.push_back(piece.box);
    }
    letters.x_height = shared_height(letters.boxes);
    if (kept_area * 20 < whole_area) kept.assign(kept.size(), true);
    letters.ink = depth_of(found.runs, kept, grey);
    return letters;
}

double lying_x_height(const Letters& letters) {
    return shared_height(boxes_along_lines(letters, true));
}

std::vector<Box> boxes_along_lines(const Letters& letters, bool lying) {
    std::vector<Box> boxes = letters.boxes;
    if (lying) {
        for (Box& box : boxes) box = {box.y, box.x, box.height, box.width};
    }
    return boxes;
}

}  // namespace sohoa::ocr
