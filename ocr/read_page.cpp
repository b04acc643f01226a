#include "ocr/read_page.h"

#include <utility>

#include "ocr/codes/code_reader.h"

namespace sohoa::ocr {

Result<PageReading> read_page(const scanners::Page& page, PageRecogniser& recogniser) {
    Planes planes = prepare(page);
    PageReading reading;
    reading.width = page.pixels.width();
    reading.height = page.pixels.height();
    reading.dpi = page.dpi;
    reading.orientation = planes.orientation;
    reading.skew = planes.skew;
    reading.blank = planes.blank;
    reading.quality = std::move(planes.quality);
    reading.regions = std::move(planes.regions);
    reading.problems = std::move(planes.problems);
    reading.codes = read_codes(page);
    if (reading.blank) return reading;
    auto blocks = recogniser.read(planes);
    if (!blocks) return fail(blocks.error());
    reading.blocks = *std::move(blocks);
    return reading;
}

}  // namespace sohoa::ocr
