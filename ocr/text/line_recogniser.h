#pragma once
#include <memory>
#include <vector>

#include "base/raster.h"
#include "base/result.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

class TesseractReaders;

/// One line of text, or some words of one, by itself: dark on light, level, with a few pixels of paper around.
struct LineImage {
    Raster pixels;  ///< grey
    double dpi = 0;
};

/// Reads lines that are cut out already. What a page is made of is no concern of it: engines that know nothing of
/// pages can stand behind this.
class LineRecogniser {
public:
    virtual ~LineRecogniser() = default;

    /// For each image its words from left to right, boxes in pixels of the image, with symbols; no words where nothing
    /// could be read. An answer depends on its own image alone.
    virtual std::vector<std::vector<Word>> read(const std::vector<LineImage>& images) = 0;
};

/// Tesseract's network without its layout. `readers` must outlive it, and forget the plane they were shown.
std::unique_ptr<LineRecogniser> make_tesseract_line_recogniser(TesseractReaders& readers);

}  // namespace sohoa::ocr
