#include "ocr/text/sample_lines.h"

#include <algorithm>

#include "ocr/image/ink_mask.h"
#include "ocr/image/line_axis.h"
#include "ocr/image/pieces.h"
#include "ocr/text/unread.h"

namespace sohoa::ocr {

namespace {

constexpr std::size_t most_samples = 5;
constexpr double longest = 24;           // letters as high as they are wide
constexpr double small_to_usual = 0.75;  // heights: of "n" to the letter in the middle of all

}  // namespace

std::vector<Box> sample_lines(const Raster& plane) {
    const Pieces ink = find_pieces(faint_ink_of(plane));
    std::vector<Box> boxes;
    boxes.reserve(ink.pieces.size());
    for (const Piece& piece : ink.pieces) boxes.push_back(piece.box);
    const double letter = usual_letter(boxes);
    std::vector<Box> lines = unread_strips(ink, plane.size(), small_to_usual * letter, {});
    std::stable_sort(lines.begin(), lines.end(), [](const Box& a, const Box& b) { return a.width > b.width; });
    if (lines.size() > most_samples) lines.resize(most_samples);
    for (Box& line : lines) line.width = std::min(line.width, static_cast<int>(longest * letter));
    return lines;
}

}  // namespace sohoa::ocr
