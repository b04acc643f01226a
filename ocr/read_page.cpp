#include "ocr/read_page.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <system_error>
#include <utility>

#include "ocr/codes/code_reader.h"
#include "ocr/image/preparation.h"
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

/// Reads the sheets of a page one after the other into its reading.
class SheetReader {
public:
    SheetReader(PageReading& reading, PageRecogniser& recogniser, PreparationRecord* record)
        : reading_(reading), recogniser_(recogniser), record_(record) {}

    /// Fails where the recogniser does.
    Result<void> read(const Preparation& preparation, std::size_t sheet) {
        const Planes planes = upright_planes(preparation, sheet, recogniser_, record_);
        take_regions(planes.regions);
        for (const Problem& problem : planes.problems) reading_.problems.push_back(problem);
        std::size_t letters = 0;
        if (!planes.blank && planes.legible) {
            auto text = recogniser_.read(planes);
            if (record_ != nullptr) record_->done("text");
            if (!text) return fail(text.error());
            letters = letters_of(text->blocks);
            std::move(text->blocks.begin(), text->blocks.end(), std::back_inserter(reading_.blocks));
            take_regions(text->regions);
        }
        if (!planes.blank && planes.orientation_confidence < sure_turn) (letters > 0 ? unsure_ : unsure_unread_) = true;
        take_quality(planes.quality);
        reading_.blank = planes.blank && (sheet == 0 || reading_.blank);
        if (sheet == 0 || letters > most_letters_) {
            reading_.orientation = planes.orientation;
            reading_.skew = planes.skew;
            most_letters_ = letters;
        }
        if (preparation.sheets() > 1) {
            reading_.parts.push_back({preparation.outline(sheet), planes.orientation, planes.skew, planes.blank});
        }
        return {};
    }

    bool turn_of_text_is_unsure() const { return unsure_; }
    bool turn_of_unread_is_unsure() const { return unsure_unread_; }

private:
    static std::size_t letters_of(const std::vector<Block>& blocks) {
        std::size_t letters = 0;
        for (const Block& block : blocks) {
            for (const Line& line : block.lines) letters += line.text.size();
        }
        return letters;
    }

    void take_regions(const std::vector<Region>& regions) {
        // Boxes of sheets on one scan may overlap: what stands in both is found twice.
        for (const Region& region : regions) {
            const bool known = std::any_of(reading_.regions.begin(), reading_.regions.end(), [&](const Region& other) {
                return other.kind == region.kind && other.box == region.box;
            });
            if (!known) reading_.regions.push_back(region);
        }
    }

    /// The worst verdict, and all issues once.
    void take_quality(const Quality& quality) {
        const auto rank = [](const std::string& verdict) {
            return verdict == "bad" ? 2 : verdict == "doubtful" ? 1 : 0;
        };
        if (rank(quality.verdict) > rank(reading_.quality.verdict)) reading_.quality.verdict = quality.verdict;
        for (const std::string& issue : quality.issues) {
            auto& issues = reading_.quality.issues;
            if (std::find(issues.begin(), issues.end(), issue) == issues.end()) issues.push_back(issue);
        }
    }

    PageReading& reading_;
    PageRecogniser& recogniser_;
    PreparationRecord* record_;
    std::size_t most_letters_ = 0;
    bool unsure_ = false;         ///< which way up a sheet is that has text
    bool unsure_unread_ = false;  ///< the same of one on which nothing was read
};

}  // namespace

Result<PageReading> read_page(const scanners::Page& page, PageRecogniser& recogniser, PreparationRecord* record) {
    auto codes = codes_beside(page);
    PageReading reading;
    reading.width = page.pixels.width();
    reading.height = page.pixels.height();
    reading.dpi = page.dpi;
    const Preparation preparation(page, record);
    SheetReader reader(reading, recogniser, record);
    for (std::size_t sheet = 0; sheet < preparation.sheets(); ++sheet) {
        if (auto read = reader.read(preparation, sheet); !read) return fail(read.error());
    }
    reading.codes = codes.get();
    const bool nothing_read = !reading.blank && reading.blocks.empty() && reading.codes.empty();
    if (nothing_read) {
        reading.quality.verdict = "bad";
        reading.quality.issues.emplace_back("no_text");
    }
    const bool unsure = reader.turn_of_text_is_unsure() || (nothing_read && reader.turn_of_unread_is_unsure());
    for (const std::string& issue : reading.quality.issues) reading.problems.push_back(problem_of_issue(issue));
    if (unsure) reading.problems.push_back(turn_unsure());
    return reading;
}

}  // namespace sohoa::ocr
