#include "ocr/read_page.h"

#include <iterator>
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
    auto text = recogniser.read(planes);
    if (!text) return fail(text.error());
    reading.blocks = std::move(text->blocks);
    reading.regions.insert(reading.regions.end(), std::make_move_iterator(text->regions.begin()),
                           std::make_move_iterator(text->regions.end()));
    return reading;
}

}  // namespace sohoa::ocr
