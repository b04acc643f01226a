#include "ocr/text/sample_lines.h"

#include <algorithm>
#include <cmath>

#include "ocr/image/ink_mask.h"
#include "ocr/image/line_axis.h"
#include "ocr/image/pieces.h"
#include "ocr/text/unread.h"

namespace sohoa::ocr {

namespace {

constexpr std::size_t most_samples = 5;
constexpr double longest = 24;           // letters as high as they are wide
constexpr double small_to_usual = 0.75;  // heights: of "n" to the letter in the middle of all
// In small letters.
constexpr double room_for_marks = 0.6;
constexpr double room_beside = 0.5;

}  // namespace

std::vector<Box> sample_lines(const Raster& plane) {
    const Pieces ink = find_pieces(faint_ink_of(plane));
    std::vector<Box> boxes;
    boxes.reserve(ink.pieces.size());
    for (const Piece& piece : ink.pieces) boxes.push_back(piece.box);
    const double letter = usual_letter(boxes);
    const double small = small_to_usual * letter;
    std::vector<Box> lines = unread_strips(ink, plane.size(), small, {});
    std::stable_sort(lines.begin(), lines.end(), [](const Box& a, const Box& b) { return a.width > b.width; });
    if (lines.size() > most_samples) lines.resize(most_samples);
    const int above = static_cast<int>(std::lround(room_for_marks * small));
    const int beside = static_cast<int>(std::lround(room_beside * small));
    for (Box& line : lines) {
        const int width = std::min(line.width, static_cast<int>(longest * letter));
        const Box roomy{line.x - beside, line.y - above, width + 2 * beside, line.height + 2 * above};
        line = intersection(roomy, {0, 0, plane.width(), plane.height()});
    }
    return lines;
}

}  // namespace sohoa::ocr
