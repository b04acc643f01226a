#include <algorithm>
#include <cmath>
#include <exception>
#include <iterator>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>
#include <utility>

#include "base/vietnamese.h"
#include "ocr/image/ink_mask.h"
#include "ocr/text/doubtful_cells.h"
#include "ocr/text/layout/arrange.h"
#include "ocr/text/lines.h"
#include "ocr/text/mended_word.h"
#include "ocr/text/recogniser.h"
#include "ocr/text/sample_lines.h"
#include "ocr/text/tessdata.h"
#include "ocr/text/unread.h"

namespace sohoa::ocr {

namespace {

using tesseract::RIL_TEXTLINE;
using tesseract::RIL_WORD;

std::optional<Word> word_at(const tesseract::ResultIterator& at) {
    const std::unique_ptr<char[]> text(at.GetUTF8Text(RIL_WORD));
    if (!text) return std::nullopt;
    Word word;
    word.text = single_spaced(text.get());
    std::erase(word.text, ' ');
    if (std::string mended = mended_word(word.text); mended != word.text) {
        word.raw = std::exchange(word.text, std::move(mended));
    }
    int right = 0;
    int bottom = 0;
    if (word.text.empty() || !at.BoundingBox(RIL_WORD, &word.box.x, &word.box.y, &right, &bottom)) return std::nullopt;
    word.box.width = right - word.box.x;
    word.box.height = bottom - word.box.y;
    word.confidence = std::clamp(at.Confidence(RIL_WORD) / 100.0, 0.0, 1.0);
    return word;
}

Baseline baseline_at(const tesseract::ResultIterator& at) {
    int x1 = 0;
    int y1 = 0;
    int x2 = 0;
    int y2 = 0;
    at.Baseline(RIL_TEXTLINE, &x1, &y1, &x2, &y2);
    return {{1.0 * x1, 1.0 * y1}, {1.0 * x2, 1.0 * y2}};
}

std::vector<Line> lines_of(tesseract::TessBaseAPI& tesseract) {
    std::vector<Line> lines;
    const std::unique_ptr<tesseract::ResultIterator> at(tesseract.GetIterator());
    if (!at) return lines;
    bool begins = true;
    do {
        begins = begins || at->IsAtBeginningOf(RIL_TEXTLINE);
        auto word = word_at(*at);
        if (!word) continue;
        if (std::exchange(begins, false)) {
            lines.emplace_back();
            lines.back().baseline = baseline_at(*at);
        }
        lines.back().words.push_back(*std::move(word));
    } while (at->Next(RIL_WORD));
    return lines;
}

/// Mean confidence over the letters of words; those missing to a line's worth count as unread. Lone letters say little,
/// and digits too: some read the same upside down.
double legibility_of(const std::vector<Line>& lines) {
    constexpr double digit_weight = 0.3;
    constexpr double enough = 15;  // letters
    double sum = 0;
    double weights = 0;
    for (const Line& line : lines) {
        for (const Word& word : line.words) {
            double weight = 0;
            for (const char32_t c : to_utf32(word.text)) weight += is_vietnamese_letter(c) ? 1 : digit_weight;
            if (weight < 2) weight *= 0.5;
            sum += weight * word.confidence;
            weights += weight;
        }
    }
    return sum / std::max(weights, enough);
}

class TesseractRecogniser : public PageRecogniser {
public:
    explicit TesseractRecogniser(std::unique_ptr<tesseract::TessBaseAPI> api) : api_(std::move(api)) {}

    Result<PageText> read(const Planes& planes) override try {
        const Raster& grey = planes.reading;
        if (grey.empty() || grey.width() < 8 || grey.height() < 8) return PageText{};
        api_->ClearAdaptiveClassifier();
        api_->SetPageSegMode(tesseract::PSM_AUTO);
        api_->SetImage(grey.data(), grey.width(), grey.height(), grey.channels(), static_cast<int>(grey.stride()));
        api_->SetSourceResolution(std::max(70, static_cast<int>(std::lround(planes.reading_dpi))));
        if (api_->Recognize(nullptr) != 0) {
            api_->Clear();
            return fail(code::ocr_failed, {"Không đọc được chữ trên trang", "the text of the page could not be read"});
        }
        std::vector<Line> lines = lines_of(*api_);
        read_missed(planes, lines);
        Arrangement found = arrange(lines, planes.rules, grey.size());
        api_->Clear();
        for (Region& region : found.regions) {
            region.box = bounding_box(planes.reading_to_scan.apply(quad_of(region.box)));
        }
        return PageText{mapped_to_scan(std::move(found.blocks), planes.reading_to_scan, grey.size()),
                        std::move(found.regions)};
    } catch (const std::exception& error) {
        return fail(code::ocr_failed, {"Không đọc được chữ trên trang",
                                       std::string("the text of the page could not be read: ") + error.what()});
    }

    double legibility(const Raster& plane, double dpi) override try {
        const std::vector<Box> samples = sample_lines(plane);
        if (samples.empty()) return 0;
        api_->ClearAdaptiveClassifier();
        api_->SetPageSegMode(tesseract::PSM_SINGLE_LINE);
        api_->SetImage(plane.data(), plane.width(), plane.height(), plane.channels(), static_cast<int>(plane.stride()));
        api_->SetSourceResolution(std::max(70, static_cast<int>(std::lround(dpi))));
        std::vector<Line> lines;
        for (const Box& sample : samples) {
            for (Line& line : read_box(sample)) lines.push_back(std::move(line));
        }
        api_->Clear();
        return legibility_of(lines);
    } catch (const std::exception&) {
        return 0;
    }

private:
    /// Reads again what Tesseract's layout passed over or cut.
    void read_missed(const Planes& planes, std::vector<Line>& lines) {
        const Pieces ink = find_pieces(faint_ink_of(planes.reading));
        for (const DoubtfulCell& cell : doubtful_cells(ink, planes.rules, planes.x_height, lines)) {
            read_cell(cell, planes.x_height, lines);
        }
        const std::vector<CutLine> cut = cut_lines(ink, planes.x_height, lines);
        const std::vector<Box> strips = unread_strips(ink, planes.reading.size(), planes.x_height, lines);
        if (cut.empty() && strips.empty()) return;
        api_->SetPageSegMode(tesseract::PSM_SINGLE_LINE);
        for (const CutLine& line : cut) read_whole(planes.reading.size(), line, lines);
        for (const Box& strip : strips) {
            // A strip may hold no writing at all: only sure words are believed.
            for (Line& line : read_box(strip)) {
                if (is_believable(line)) lines.push_back(std::move(line));
            }
        }
    }

    /// What a cell says by itself takes the place of what the page's lines say there, where it is surer.
    void read_cell(const DoubtfulCell& cell, double x_height, std::vector<Line>& lines) {
        const int room = static_cast<int>(std::lround(x_height));
        const Box roomy{cell.ink.x - room, cell.ink.y - room, cell.ink.width + 2 * room, cell.ink.height + 2 * room};
        api_->SetPageSegMode(cell.many_lines ? tesseract::PSM_SINGLE_BLOCK : tesseract::PSM_SINGLE_LINE);
        std::vector<Line> again = read_box(intersection(roomy, cell.area));
        const double confidence = confidence_of(again);
        constexpr double least = 0.4;
        if (confidence < least || (!cell.torn && confidence < cell.confidence)) return;
        take_words(lines, cell.area);
        std::move(again.begin(), again.end(), std::back_inserter(lines));
    }

    std::vector<Line> read_box(const Box& box) {
        api_->SetRectangle(box.x, box.y, box.width, box.height);
        if (api_->Recognize(nullptr) != 0) return {};
        std::vector<Line> lines = lines_of(*api_);
        for (Line& line : lines) gather(line);
        return lines;
    }

    /// Words that say the same but for their marks take the place of those of the cut line: what was cut off can only
    /// have been marks.
    void read_whole(Size size, const CutLine& cut, std::vector<Line>& lines) {
        constexpr int room = 4;  // pixels: Tesseract wants some paper around letters
        const Box roomy{cut.whole.x - 2 * room, cut.whole.y - room, cut.whole.width + 4 * room,
                        cut.whole.height + 2 * room};
        const std::vector<Line> again = read_box(intersection(roomy, {0, 0, size.width, size.height}));
        for (const Line& line : again) {
            for (const Word& word : line.words) {
                for (Word& old : lines[cut.line].words) {
                    if (stand_alike(word.box, old.box) && word.confidence > 0.6 * old.confidence &&
                        folded(word.text) == folded(old.text)) {
                        old.text = word.text;
                        old.box = bounding(old.box, word.box);
                        old.confidence = word.confidence;
                    }
                }
            }
        }
    }

    static bool stand_alike(const Box& a, const Box& b) {
        const int shared = std::min(a.right(), b.right()) - std::max(a.x, b.x);
        return 10 * shared > 7 * std::max(a.width, b.width);
    }

    static bool is_believable(const Line& line) {
        constexpr double sure = 0.6;
        const bool has_word = std::any_of(line.words.begin(), line.words.end(), [](const Word& word) {
            const std::u32string text = to_utf32(word.text);
            const auto letters = std::count_if(text.begin(), text.end(), [](char32_t c) {
                return is_vietnamese_letter(c) || (c >= U'0' && c <= U'9');
            });
            return word.confidence >= sure && letters >= 2;
        });
        return has_word && line.confidence >= sure;
    }

    std::unique_ptr<tesseract::TessBaseAPI> api_;
};

}  // namespace

Result<std::unique_ptr<PageRecogniser>> make_tesseract_recogniser(const std::string& model) try {
    auto found = find_tessdata(model);
    if (!found) return fail(found.error());
    auto api = std::make_unique<tesseract::TessBaseAPI>();
    if (api->Init(found->folder.c_str(), found->name.c_str(), tesseract::OEM_LSTM_ONLY) != 0) {
        return fail(code::ocr_data_missing,
                    {"Dữ liệu nhận dạng chữ bị hỏng: " + found->folder + "/" + found->name + ".traineddata",
                     "the recognition data cannot be loaded: " + found->folder + "/" + found->name + ".traineddata"},
                    {"Cài lại gói dữ liệu Tesseract", "install the package of Tesseract's data again"});
    }
    api->SetVariable("tessedit_do_invert", "0");
    api->SetVariable("debug_file", "/dev/null");
    return std::make_unique<TesseractRecogniser>(std::move(api));
} catch (const std::exception& error) {
    return fail(code::ocr_data_missing,
                {"Không khởi động được Tesseract", std::string("Tesseract could not be started: ") + error.what()},
                {"Cài lại gói dữ liệu Tesseract", "install the package of Tesseract's data again"});
}

}  // namespace sohoa::ocr
