#pragma once
#include <cstddef>
#include <functional>
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/text/line_ink.h"
#include "ocr/text/line_recogniser.h"
#include "ocr/text/word_runs.h"

namespace sohoa::ocr {

/// Copy of some words with nothing but ink of their own line, to be read by itself.
struct WordImage {
    std::size_t line = 0;  ///< index into the lines
    std::size_t first = 0;
    std::size_t end = 0;
    Box place;  ///< on the plane: their ink and some paper around it
    LineImage image;
};

/// Copies of words. A box around a line set tight holds hooks and hats of its neighbours, too; here what belongs to
/// other lines, as `of` tells it, is paper. `plane` is grey and level, of `dpi`; runs without ink give none.
std::vector<WordImage> word_images(const Raster& plane, double dpi, const LineInk& of, const std::vector<Line>& lines,
                                   const std::vector<WordRun>& runs);

/// Whether a piece of ink belongs to the line that is cut out.
enum class InkOwner { own, other, unknown };

/// A part of the plane in which what belongs to others is paper; `owner_of` is asked for the pieces of `runs`.
Raster own_ink(const Raster& plane, const std::vector<Run>& runs, const std::function<InkOwner(std::size_t)>& owner_of,
               const Box& place);

/// The words of an answer to an image cut out at `place`, in pixels of the plane.
std::vector<Word> placed(std::vector<Word> words, const Box& place);

}  // namespace sohoa::ocr
