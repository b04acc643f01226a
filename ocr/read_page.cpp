#include "ocr/read_page.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <system_error>
#include <utility>

#include "ocr/codes/code_reader.h"
#include "ocr/quality_words.h"
#include "ocr/upright_planes.h"

namespace sohoa::ocr {

namespace {

Problem turn_unsure() {
    return problem(
               code::orientation_unsure,
               {"Không chắc trang đã đúng chiều: trang có quá ít chữ hoặc chữ khó đọc",
                "it is not certain which way up the page is: it has little writing, or writing that is hard to read"},
               {"Xem trang trong bản PDF; nếu trang bị ngược, xoay ảnh rồi số hóa lại",
                "look at the page in the PDF; where it is turned, turn the scan and digitize it again"})
        .as(Severity::warning);
}

/// Codes are looked for while the text is read: on an idle machine nobody waits for both. Without a thread to be had
/// they are looked for when they are wanted.
std::future<std::vector<Code>> codes_beside(const scanners::Page& page) {
    const auto look = [&page] { return read_codes(page); };
    try {
        return std::async(std::launch::async, look);
    } catch (const std::system_error&) {
        return std::async(std::launch::deferred, look);
    }
}

}  // namespace

Result<PageReading> read_page(const scanners::Page& page, PageRecogniser& recogniser, PreparationRecord* record) {
    auto codes = codes_beside(page);
    Planes planes = upright_planes(page, recogniser, record);
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
    if (reading.blank) {
        reading.codes = codes.get();
        return reading;
    }
    auto text = recogniser.read(planes);
    if (record != nullptr) record->done("text");
    reading.codes = codes.get();
    if (!text) return fail(text.error());
    reading.blocks = std::move(text->blocks);
    if (reading.blocks.empty() && reading.codes.empty()) {
        reading.quality.verdict = "bad";
        reading.quality.issues.emplace_back("no_text");
    }
    for (const std::string& issue : reading.quality.issues) reading.problems.push_back(problem_of_issue(issue));
    if (planes.orientation_confidence < sure_turn && !reading.blocks.empty()) reading.problems.push_back(turn_unsure());
    reading.regions.insert(reading.regions.end(), std::make_move_iterator(text->regions.begin()),
                           std::make_move_iterator(text->regions.end()));
    return reading;
}

}  // namespace sohoa::ocr
