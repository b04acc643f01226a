#include <algorithm>
#include <cmath>
#include <exception>
#include <iterator>
#include <thread>
#include <utility>

#include "base/vietnamese.h"
#include "ocr/image/ink_mask.h"
#include "ocr/text/dotted_y.h"
#include "ocr/text/doubtful_cells.h"
#include "ocr/text/faded_ornaments.h"
#include "ocr/text/joined_numbers.h"
#include "ocr/text/language/likely_words.h"
#include "ocr/text/layout/arrange.h"
#include "ocr/text/lines.h"
#include "ocr/text/lone_numbers.h"
#include "ocr/text/lost_spaces.h"
#include "ocr/text/mended_case.h"
#include "ocr/text/mended_dates.h"
#include "ocr/text/mended_signs.h"
#include "ocr/text/recogniser.h"
#include "ocr/text/sample_lines.h"
#include "ocr/text/scribble.h"
#include "ocr/text/tangled_lines.h"
#include "ocr/text/tesseract_reader.h"
#include "ocr/text/unread.h"

namespace sohoa::ocr {

namespace {

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
    TesseractRecogniser(std::string model, std::unique_ptr<TesseractReader> reader)
        : model_(std::move(model)), reader_(std::move(reader)) {}

    Result<PageText> read(const Planes& planes) override try {
        const Raster& grey = planes.reading;
        if (grey.empty() || grey.width() < 8 || grey.height() < 8) return PageText{};
        reader_->show(grey, planes.reading_dpi);
        auto lines = reader_->read_whole();
        if (!lines) {
            reader_->forget();
            return fail(code::ocr_failed, {"Không đọc được chữ trên trang", "the text of the page could not be read"});
        }
        const Pieces ink = find_pieces(faint_ink_of(grey));
        take_words_of_many_lines(ink, planes.x_height, *lines);
        read_tangled(planes, ink, *lines);
        read_missed(planes, ink, *lines);
        take_scribble(planes, *lines);
        take_faded_ornaments(grey, *lines);
        mend(planes, ink, *lines);
        Arrangement found = arrange(*lines, planes.rules, grey.size());
        take_likely_words(found.blocks, WordPairs::built_in());
        forget_symbols(found.blocks);
        reader_->forget();
        for (Region& region : found.regions) {
            region.box = planes.reading_to_scan.around(region.box);
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
        reader_->show(plane, dpi);
        std::vector<BoxToRead> parts;
        for (const Box& sample : samples) parts.push_back({sample});
        std::vector<Line> lines;
        for (auto& read : read_parts(*reader_, helper(parts.size(), plane, dpi), parts)) {
            std::move(read.begin(), read.end(), std::back_inserter(lines));
        }
        reader_->forget();
        return legibility_of(lines);
    } catch (const std::exception&) {
        return 0;
    }

private:
    static constexpr std::size_t most_pieces = 30000;  // more is no page of text

    /// What the model cannot write, and what can only be a number.
    static void mend(const Planes& planes, const Pieces& ink, std::vector<Line>& lines) {
        for (Line& line : lines) {
            mend_dates(line);
            join_numbers(line);
        }
        if (planes.x_height <= 0 || ink.pieces.size() > most_pieces) return;
        for (Line& line : lines) {
            part_words(line, ink, planes.x_height, WordPairs::built_in());
            mend_signs(line, ink, planes.x_height);
        }
        const LineInk of(ink, lines, planes.reading.height(), planes.x_height);
        mend_case(of, lines);
        if (has_bare_y(lines)) write_dotted_y(of, lines);
    }

    static void forget_symbols(std::vector<Block>& blocks) {
        for (Block& block : blocks) {
            for (Line& line : block.lines) {
                for (Word& word : line.words) word.symbols = {};
            }
        }
    }

    /// Reads lines again that stand so tight that ink of their neighbours lies among theirs, each by its own ink.
    void read_tangled(const Planes& planes, const Pieces& ink, std::vector<Line>& lines) {
        constexpr double sure = 0.93;
        if (planes.x_height <= 0 || ink.pieces.size() > most_pieces) return;
        const LineInk of(ink, lines, planes.reading.height(), planes.x_height);
        const UntangledSheet untangled = untangle(planes.reading, of, lines, sure);
        shrink_boxes(of, lines);
        if (untangled.words.empty()) return;
        std::vector<BoxToRead> parts;
        for (const TangledWords& words : untangled.words) parts.push_back({words.copy});
        reader_->show(untangled.sheet, planes.reading_dpi);
        std::vector<std::vector<Line>> answers =
            read_parts(*reader_, helper(parts.size(), untangled.sheet, planes.reading_dpi), parts);
        reader_->show(planes.reading, planes.reading_dpi);
        // From the last to the first: words of one line keep their places until their turn.
        for (std::size_t k = answers.size(); k-- > 0;) take_untangled(untangled.words[k], answers[k], lines);
    }

    /// Reads again what Tesseract's layout passed over or cut.
    void read_missed(const Planes& planes, const Pieces& ink, std::vector<Line>& lines) {
        const auto answers_to = [&](const std::vector<BoxToRead>& parts) {
            return read_parts(*reader_, helper(parts.size(), planes.reading, planes.reading_dpi), parts);
        };
        std::vector<BoxToRead> parts;
        const std::vector<DoubtfulCell> cells = doubtful_cells(ink, planes.rules, planes.x_height, lines);
        for (const DoubtfulCell& cell : cells) parts.push_back(part_of(cell, planes.x_height));
        std::vector<std::vector<Line>> answers = answers_to(parts);
        for (std::size_t k = 0; k < cells.size(); ++k) take_cell(cells[k], std::move(answers[k]), lines);

        const std::vector<CutLine> cut = cut_lines(ink, planes.x_height, lines);
        const std::vector<Box> strips = unread_strips(ink, planes.reading.size(), planes.x_height, lines);
        parts.clear();
        for (const CutLine& line : cut) parts.push_back(part_of(line, planes.reading.size()));
        for (const Box& strip : strips) parts.push_back({strip});
        answers = answers_to(parts);
        for (std::size_t k = 0; k < cut.size(); ++k) take_marks(answers[k], lines[cut[k].line]);
        for (std::size_t k = cut.size(); k < answers.size(); ++k) {
            // A strip may hold no writing at all: only sure words are believed.
            for (Line& line : answers[k]) {
                if (!is_believable(line)) continue;
                take_scraps(lines, line);
                lines.push_back(std::move(line));
            }
        }
        read_lone_numbers(planes, ink, lines);
    }

    void read_lone_numbers(const Planes& planes, const Pieces& ink, std::vector<Line>& lines) {
        std::vector<BoxToRead> parts;
        for (const Box& number : unread_numbers(ink, planes.x_height, lines)) {
            const int room = static_cast<int>(std::lround(planes.x_height / 2));
            const Box roomy{number.x - room, number.y - room, number.width + 2 * room, number.height + 2 * room};
            parts.push_back({intersection(roomy, {0, 0, planes.reading.width(), planes.reading.height()})});
        }
        for (std::vector<Line>& answer :
             read_parts(*reader_, helper(parts.size(), planes.reading, planes.reading_dpi), parts)) {
            if (is_lone_number(answer)) lines.push_back(std::move(answer.front()));
        }
    }

    /// A second reader for another core, shown the plane; nullptr where one reader does as well.
    TesseractReader* helper(std::size_t parts, const Raster& plane, double dpi) {
        constexpr std::size_t worth_while = 3;  // parts: showing the plane costs about as much as reading one
        if (parts < worth_while || std::thread::hardware_concurrency() < 2) return nullptr;
        if (!helper_tried_) {
            helper_tried_ = true;
            if (auto made = TesseractReader::make(model_)) helper_ = *std::move(made);
        }
        if (helper_) helper_->show(plane, dpi);
        return helper_.get();
    }

    static BoxToRead part_of(const DoubtfulCell& cell, double x_height) {
        const int room = static_cast<int>(std::lround(x_height));
        const Box roomy{cell.ink.x - room, cell.ink.y - room, cell.ink.width + 2 * room, cell.ink.height + 2 * room};
        return {intersection(roomy, cell.area), cell.many_lines};
    }

    static BoxToRead part_of(const CutLine& cut, Size size) {
        constexpr int room = 4;  // pixels: Tesseract wants some paper around letters
        const Box roomy{cut.whole.x - 2 * room, cut.whole.y - room, cut.whole.width + 4 * room,
                        cut.whole.height + 2 * room};
        return {intersection(roomy, {0, 0, size.width, size.height})};
    }

    /// What a cell says by itself takes the place of what the page's lines say there, where it is surer.
    static void take_cell(const DoubtfulCell& cell, std::vector<Line> again, std::vector<Line>& lines) {
        const double confidence = confidence_of(again);
        constexpr double least = 0.4;
        if (confidence < least || (!cell.torn && confidence < cell.confidence)) return;
        take_words(lines, cell.area);
        std::move(again.begin(), again.end(), std::back_inserter(lines));
    }

    /// Where the same words stand, the surer one of each two is kept; else the reading that is surer as a whole, if it
    /// says about as much.
    static void take_untangled(const TangledWords& tangled, const std::vector<Line>& again, std::vector<Line>& lines) {
        constexpr double surer = 0.01;
        std::vector<Word>& words = lines[tangled.line].words;
        const auto first = words.begin() + static_cast<std::ptrdiff_t>(tangled.first);
        const auto end = words.begin() + static_cast<std::ptrdiff_t>(tangled.end);
        std::vector<Word> read;
        for (const Line& line : again) read.insert(read.end(), line.words.begin(), line.words.end());
        for (Word& word : read) {
            word.box.x += tangled.place.x - tangled.copy.x;
            word.box.y += tangled.place.y - tangled.copy.y;
        }
        const bool alike = std::equal(first, end, read.begin(), read.end(), [](const Word& old, const Word& other) {
            return stand_alike(old.box, other.box);
        });
        if (alike) {
            for (std::size_t k = 0; k < read.size(); ++k) {
                Word& old = words[tangled.first + k];
                if (read[k].confidence > old.confidence + surer) old = std::move(read[k]);
            }
            return;
        }
        Line before;
        before.words.assign(first, end);
        Line after;
        after.words = read;
        gather(before);
        gather(after);
        const bool whole = 10 * after.text.size() >= 8 * before.text.size();
        if (!whole || after.confidence <= before.confidence + surer) return;
        words.insert(words.erase(first, end), std::make_move_iterator(read.begin()),
                     std::make_move_iterator(read.end()));
    }

    /// Words that say the same but for their marks take the place of those of the cut line: what was cut off can only
    /// have been marks.
    static void take_marks(const std::vector<Line>& again, Line& cut) {
        for (const Line& line : again) {
            for (const Word& word : line.words) {
                for (Word& old : cut.words) {
                    if (stand_alike(word.box, old.box) && word.confidence > 0.6 * old.confidence &&
                        folded(word.text) == folded(old.text)) {
                        old.text = word.text;
                        old.raw = word.raw;
                        old.symbols = word.symbols;
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

    /// Takes away what was read of some letters of words before the whole of them was.
    static void take_scraps(std::vector<Line>& lines, const Line& whole) {
        const auto is_scrap = [&](const Word& scrap) {
            return std::any_of(whole.words.begin(), whole.words.end(), [&](const Word& word) {
                return word.text.size() > scrap.text.size() &&
                       10 * intersection(scrap.box, word.box).area() > 7 * scrap.box.area();
            });
        };
        for (Line& line : lines) std::erase_if(line.words, is_scrap);
        std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
    }

    std::string model_;
    std::unique_ptr<TesseractReader> reader_;
    std::unique_ptr<TesseractReader> helper_;
    bool helper_tried_ = false;
};

}  // namespace

Result<std::unique_ptr<PageRecogniser>> make_tesseract_recogniser(const std::string& model) {
    auto reader = TesseractReader::make(model);
    if (!reader) return fail(reader.error());
    return std::make_unique<TesseractRecogniser>(model, *std::move(reader));
}

}  // namespace sohoa::ocr
