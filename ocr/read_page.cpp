#include "ocr/read_page.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <system_error>
#include <utility>

#include "ocr/codes/code_reader.h"
#include "ocr/image/preparation.h"
#include "ocr/mrz_lines.h"
#include "ocr/quality_words.h"
#include "ocr/text/reading_steps.h"
#include "ocr/upright_sheet.h"

namespace sohoa::ocr {

namespace {

/// Says of which sheets of a scan with several something is told.
Problem of_parts(Problem problem, const std::vector<std::size_t>& sheets) {
    std::string numbers;
    for (const std::size_t sheet : sheets) numbers += (numbers.empty() ? "" : ", ") + std::to_string(sheet + 1);
    problem.message = {"Phần " + numbers + ": " + problem.message.vi,
                       (sheets.size() > 1 ? "parts " : "part ") + numbers + ": " + problem.message.en};
    return problem;
}

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
        if (record_ != nullptr && preparation.sheets() > 1) record_->begin_part(static_cast<int>(sheet) + 1);
        auto [planes, zones] = upright_sheet(preparation, sheet, recogniser_, record_);
        for (const MrzReading& zone : zones) reading_.mrz.push_back(mrz_of(zone, planes.reading_to_scan));
        for (const Problem& problem : planes.problems) reading_.problems.push_back(problem);
        std::size_t letters = 0;
        if (!planes.blank && planes.legible) {
            auto text = recogniser_.read(planes, record_);
            if (record_ != nullptr) record_->done(reading_step::text);
            if (!text) return fail(text.error());
            letters = letters_of(text->blocks);
            for (const MrzReading& zone : zones) write_mrz_lines(zone, planes.reading_to_scan, text->blocks);
            std::move(text->blocks.begin(), text->blocks.end(), std::back_inserter(reading_.blocks));
            for (std::size_t k = 0; k < text->stamps.size(); ++k) {
                planes.regions[planes.stamps[k].region].text = std::move(text->stamps[k]);
            }
            std::erase_if(planes.regions, [&](const Region& region) {
                return region.kind == "table" && has_stamp_at(text->regions, region.box);
            });
            take_regions(planes.regions);
            take_regions(text->regions);
            if (planes.orientation_confidence < sure_turn && letters > 0) unsure_.push_back(sheet);
        }
        if (planes.blank || !planes.legible) take_regions(planes.regions);
        if (!planes.blank && letters == 0 && planes.orientation_confidence < sure_turn) unsure_unread_.push_back(sheet);
        take_quality(planes.quality, sheet);
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

    /// What is wrong with the sheets, to be called when all are read. Of several the problems say which they are about.
    /// Of a page on which nothing was read at all it is told too that nobody knows which way up it is.
    std::vector<Problem> problems(bool nothing_read) const {
        const bool several = !reading_.parts.empty();
        const auto told = [several](Problem problem, const std::vector<std::size_t>& sheets) {
            return several ? of_parts(std::move(problem), sheets) : problem;
        };
        std::vector<Problem> all;
        for (const auto& [issue, sheets] : issues_) all.push_back(told(problem_of_issue(issue), sheets));
        const std::vector<std::size_t>& unsure = nothing_read ? unsure_unread_ : unsure_;
        if (!unsure.empty()) all.push_back(told(turn_unsure(), unsure));
        return all;
    }

private:
    static bool has_stamp_at(const std::vector<Region>& regions, const Box& box) {
        return std::any_of(regions.begin(), regions.end(),
                           [&](const Region& each) { return each.kind == "stamp" && each.box == box; });
    }

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
    void take_quality(const Quality& quality, std::size_t sheet) {
        const auto rank = [](const std::string& verdict) {
            return verdict == "bad" ? 2 : verdict == "doubtful" ? 1 : 0;
        };
        if (rank(quality.verdict) > rank(reading_.quality.verdict)) reading_.quality.verdict = quality.verdict;
        for (const std::string& issue : quality.issues) {
            auto known =
                std::find_if(issues_.begin(), issues_.end(), [&](const auto& each) { return each.first == issue; });
            if (known == issues_.end()) {
                reading_.quality.issues.push_back(issue);
                known = issues_.insert(issues_.end(), {issue, {}});
            }
            known->second.push_back(sheet);
        }
    }

    PageReading& reading_;
    PageRecogniser& recogniser_;
    PreparationRecord* record_;
    std::size_t most_letters_ = 0;
    std::vector<std::pair<std::string, std::vector<std::size_t>>> issues_;  ///< and the sheets that have them
    std::vector<std::size_t> unsure_;         ///< sheets with text of which it is not certain which way up they are
    std::vector<std::size_t> unsure_unread_;  ///< the same of sheets on which nothing was read
};

/// A page that came damaged is judged by what is left of it, which may be perfect: the loss counts by itself.
void take_problems_of_scan(const scanners::Page& page, PageReading& reading) {
    const bool lost = std::any_of(page.problems.begin(), page.problems.end(),
                                  [](const Problem& problem) { return problem.code == code::content_lost; });
    if (lost) {
        if (reading.quality.verdict == "good") reading.quality.verdict = "doubtful";
        reading.quality.issues.emplace_back(code::content_lost);
    }
    reading.problems.insert(reading.problems.end(), page.problems.begin(), page.problems.end());
}

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
    for (Problem& problem : reader.problems(nothing_read)) reading.problems.push_back(std::move(problem));
    if (nothing_read) {
        reading.quality.verdict = "bad";
        reading.quality.issues.emplace_back("no_text");
        reading.problems.push_back(problem_of_issue("no_text"));
    }
    take_problems_of_scan(page, reading);
    return reading;
}

Result<std::vector<std::optional<GrammarReading>>> reread_page(const scanners::Page& page, PageRecogniser& recogniser,
                                                               const std::vector<RereadPlace>& places) {
    const Preparation preparation(page);
    std::vector<std::optional<GrammarReading>> readings(places.size());
    for (std::size_t sheet = 0; sheet < preparation.sheets(); ++sheet) {
        const Planes planes = upright_sheet(preparation, sheet, recogniser).planes;
        if (planes.blank || !planes.legible) continue;
        auto read = recogniser.reread(planes, places);
        if (!read) return fail(read.error());
        // Sheets of one scan may overlap: what is surer stands.
        for (std::size_t k = 0; k < places.size(); ++k) {
            std::optional<GrammarReading>& found = (*read)[k];
            if (found && (!readings[k] || found->confidence > readings[k]->confidence)) readings[k] = std::move(found);
        }
    }
    return readings;
}

}  // namespace sohoa::ocr
