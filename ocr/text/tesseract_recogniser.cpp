#include <algorithm>
#include <cmath>
#include <exception>
#include <iterator>
#include <utility>

#include "base/vietnamese.h"
#include "ocr/image/ink_mask.h"
#include "ocr/text/dotted_y.h"
#include "ocr/text/doubtful_cells.h"
#include "ocr/text/ending_signs.h"
#include "ocr/text/faded_ornaments.h"
#include "ocr/text/joined_numbers.h"
#include "ocr/text/language/confusions.h"
#include "ocr/text/language/likelier_readings.h"
#include "ocr/text/language/likely_words.h"
#include "ocr/text/language/mended_codes.h"
#include "ocr/text/language/mended_titles.h"
#include "ocr/text/language/word_confidence.h"
#include "ocr/text/layout/arrange.h"
#include "ocr/text/line_recogniser.h"
#include "ocr/text/lines.h"
#include "ocr/text/lone_numbers.h"
#include "ocr/text/lost_spaces.h"
#include "ocr/text/mended_case.h"
#include "ocr/text/mended_dates.h"
#include "ocr/text/mended_signs.h"
#include "ocr/text/paper_noise.h"
#include "ocr/text/place_images.h"
#include "ocr/text/reading_steps.h"
#include "ocr/text/recogniser.h"
#include "ocr/text/sample_lines.h"
#include "ocr/text/scribble.h"
#include "ocr/text/second_reading.h"
#include "ocr/text/stamp_frames.h"
#include "ocr/text/stamp_text.h"
#include "ocr/text/tessdata.h"
#include "ocr/text/tesseract_readers.h"
#include "ocr/text/torn_lines.h"
#include "ocr/text/unread.h"
#include "ocr/text/unwritten_signs.h"
#include "ocr/text/word_images.h"
#include "ocr/text/word_merging.h"
#include "ocr/text/word_runs.h"

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
    TesseractRecogniser(std::unique_ptr<TesseractReaders> readers, std::unique_ptr<TesseractReaders> better)
        : readers_(std::move(readers)), better_(std::move(better)) {}

    using PageRecogniser::read;

    Result<PageText> read(const Planes& planes, PreparationRecord* record) override try {
        const auto done = [&](std::string_view step) {
            if (record != nullptr) record->done(step);
        };
        const Raster& grey = planes.reading;
        if (grey.empty() || grey.width() < 8 || grey.height() < 8) return PageText{};
        const Pieces ink = find_pieces(faint_ink_of(grey));
        constexpr std::size_t many_cells = 250;
        using LookForTables = TesseractReader::LookForTables;
        const bool is_grid = unread_strips(ink, grey.size(), planes.x_height, {}).size() > many_cells;
        const std::optional<Raster> quiet = without_paper_noise(grey);
        readers_->first().show(quiet ? *quiet : grey, planes.reading_dpi);
        auto lines = readers_->first().read_whole(is_grid ? LookForTables::no : LookForTables::yes);
        if (!lines) {
            readers_->first().forget();
            return fail(code::ocr_failed, {"Không đọc được chữ trên trang", "the text of the page could not be read"});
        }
        done(reading_step::first_reading);
        take_words_of_many_lines(ink, planes.x_height, *lines);
        const std::vector<Box> frames = stamp_frames(planes.rules, planes.x_height, planes.reading_dpi, *lines);
        const std::vector<Rule> rules = rules_outside(frames, planes.rules);
        read_torn(planes, ink, *lines);
        done(reading_step::torn_lines);
        read_tangled(planes, ink, *lines);
        done(reading_step::tight_lines);
        read_missed(planes, ink, rules, *lines);
        done(reading_step::missed_text);
        read_cut(planes, ink, *lines);
        done(reading_step::cut_marks);
        take_what_was_read_twice(*lines);
        take_scribble(planes, *lines);
        take_faded_ornaments(grey, *lines);
        const bool tells_lines = planes.x_height > 0 && ink.pieces.size() <= most_pieces;
        if (tells_lines) {
            read_doubtful(planes, LineInk(ink, *lines, planes.reading.height(), planes.x_height), *lines);
        }
        done(reading_step::second_reading);
        mend(planes, ink, *lines);
        std::vector<std::string> stamps = read_stamps(planes, *lines);
        done(reading_step::corrections);
        std::vector<Region> pressed;
        for (const Box& frame : frames) pressed.push_back(take_stamp(frame, planes.x_height, *lines));
        Arrangement found = arrange(*lines, rules, grey.size());
        std::move(pressed.begin(), pressed.end(), std::back_inserter(found.regions));
        done(reading_step::layout);
        take_likely_words(found.blocks, WordPairs::built_in());
        take_likelier_readings(found.blocks, WordPairs::built_in());
        for (Block& block : found.blocks) {
            for (Line& line : block.lines) mend_codes(line, Abbreviations::built_in());
        }
        mend_confusions(found.blocks, Confusions::built_in());
        mend_titles(found.blocks, SignerTitles::built_in());
        calibrate_confidence(found.blocks, WordPairs::built_in());
        done(reading_step::language);
        forget_symbols(found.blocks);
        readers_->first().forget();
        return PageText{mapped_to_scan(std::move(found.blocks), planes.reading_to_scan, grey.size()),
                        mapped_to_scan(std::move(found.regions), planes.reading_to_scan, grey.size()),
                        std::move(stamps)};
    } catch (const std::exception& error) {
        return fail(code::ocr_failed, {"Không đọc được chữ trên trang",
                                       std::string("the text of the page could not be read: ") + error.what()});
    }

    Result<std::vector<std::optional<GrammarReading>>> reread(const Planes& planes,
                                                              const std::vector<RereadPlace>& places) override try {
        std::vector<Quad> quads;
        for (const RereadPlace& place : places) quads.push_back(place.quad);
        std::vector<std::optional<PlaceImage>> images =
            place_images(planes, find_pieces(faint_ink_of(planes.reading)), quads);
        std::vector<LineImage> lines;
        std::vector<std::size_t> place_of;
        for (std::size_t k = 0; k < images.size(); ++k) {
            if (!images[k]) continue;
            for (LineImage* image : {&images[k]->own, &images[k]->as_seen}) {
                lines.push_back(std::move(*image));
                place_of.push_back(k);
            }
        }
        std::vector<std::vector<GrammarReading>> readings(places.size());
        for (TesseractReaders* readers : {readers_.get(), better_.get()}) {
            if (readers == nullptr || lines.empty()) continue;
            const auto answers = make_tesseract_line_recogniser(*readers)->read(lines);
            for (std::size_t k = 0; k < answers.size(); ++k) {
                if (auto read = reading_by(places[place_of[k]].grammar, answers[k]))
                    readings[place_of[k]].push_back(*std::move(read));
            }
        }
        std::vector<std::optional<GrammarReading>> result;
        for (const auto& each : readings) result.push_back(agreed(each));
        return result;
    } catch (const std::exception& error) {
        return fail(code::ocr_failed, {"Không đọc lại được chỗ cần xem trên trang",
                                       std::string("places of the page could not be read again: ") + error.what()});
    }

    double legibility(const Raster& plane, double dpi) override try {
        const std::vector<Box> samples = sample_lines(plane);
        if (samples.empty()) return 0;
        readers_->first().show(plane, dpi);
        std::vector<BoxToRead> parts;
        for (const Box& sample : samples) parts.push_back({sample});
        std::vector<Line> lines;
        for (auto& read : read_parts(plane, dpi, parts)) {
            std::move(read.begin(), read.end(), std::back_inserter(lines));
        }
        readers_->first().forget();
        return legibility_of(lines);
    } catch (const std::exception&) {
        return 0;
    }

private:
    static constexpr std::size_t most_pieces = 30000;  // more is no page of text

    /// Mends what the models cannot write and what can only be a number.
    static void mend(const Planes& planes, const Pieces& ink, std::vector<Line>& lines) {
        for (Line& line : lines) {
            mend_dates(line);
            join_numbers(line);
            mend_codes(line, Abbreviations::built_in());
        }
        if (planes.x_height <= 0 || ink.pieces.size() > most_pieces) return;
        for (Line& line : lines) {
            part_words(line, ink, planes.x_height, WordPairs::built_in());
            mend_signs(line, ink, planes.x_height);
        }
        const LineInk of(ink, lines, planes.reading.height(), planes.x_height);
        mend_endings(of, lines);
        mend_case(of, lines);
        write_unwritten_signs(of, lines);
        if (has_bare_y(lines)) write_dotted_y(of, lines);
    }

    /// Reads stamps by themselves; what the page's lines hold of them is no part of its text.
    std::vector<std::string> read_stamps(const Planes& planes, std::vector<Line>& lines) {
        std::vector<std::string> texts;
        for (const StampPrint& stamp : planes.stamps) {
            if (stamp.grey.empty()) {
                texts.emplace_back();
                continue;
            }
            readers_->first().show(stamp.grey, planes.reading_dpi);
            const Box whole{0, 0, stamp.grey.width(), stamp.grey.height()};
            texts.push_back(stamp_text_of(readers_->first().read({whole, true})));
            if (says_stamp(texts.back())) take_words(lines, stamp.box);
        }
        std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
        return texts;
    }

    static void forget_symbols(std::vector<Block>& blocks) {
        for (Block& block : blocks) {
            for (Line& line : block.lines) {
                for (Word& word : line.words) {
                    word.symbols = {};
                    word.second.reset();
                }
            }
        }
    }

    /// Reads stretches of lines that ink across them has torn; `wanted` as for torn_stretches.
    void read_torn(const Planes& planes, const Pieces& ink, std::vector<Line>& lines,
                   const std::vector<bool>& wanted = {}) {
        if (ink.pieces.size() > most_pieces) return;
        std::vector<TornStretch> stretches =
            torn_stretches(planes.reading, planes.reading_dpi, ink, planes.rules, planes.x_height, lines, wanted);
        if (stretches.empty()) return;
        for (TesseractReaders* readers : {readers_.get(), better_.get()}) {
            if (readers == nullptr) continue;
            std::vector<LineImage> images;
            for (TornStretch& stretch : stretches) images.push_back(std::move(stretch.image));
            std::vector<std::vector<Word>> answers = make_tesseract_line_recogniser(*readers)->read(images);
            std::vector<TornStretch> unsettled;
            for (std::size_t k = 0; k < stretches.size(); ++k) {
                if (mend_stretch(stretches[k], placed(std::move(answers[k]), stretches[k].place), lines)) continue;
                stretches[k].image = std::move(images[k]);
                unsettled.push_back(std::move(stretches[k]));
            }
            stretches = std::move(unsettled);
        }
        std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
        readers_->first().show(planes.reading, planes.reading_dpi);
    }

    /// Reads lines again that stand so tight that ink of their neighbours lies among theirs, each by its own ink.
    void read_tangled(const Planes& planes, const Pieces& ink, std::vector<Line>& lines) {
        constexpr double sure = 0.93;
        if (planes.x_height <= 0 || ink.pieces.size() > most_pieces) return;
        const LineInk of(ink, lines, planes.reading.height(), planes.x_height);
        std::vector<WordImage> images =
            word_images(planes.reading, planes.reading_dpi, of, lines, tangled_words(of, lines, sure));
        shrink_boxes(of, lines);
        if (images.empty()) return;
        std::vector<std::vector<Word>> answers = answers_of(*readers_, images);
        // From the last to the first: words of one line keep their places until their turn.
        for (std::size_t k = answers.size(); k-- > 0;) {
            take_surer_words(images[k], placed(std::move(answers[k]), images[k].place), lines);
        }
        readers_->first().show(planes.reading, planes.reading_dpi);
    }

    /// Reads words again whose marks were cut off.
    void read_cut(const Planes& planes, const Pieces& ink, std::vector<Line>& lines) {
        if (planes.x_height <= 0 || ink.pieces.size() > most_pieces) return;
        const LineInk of(ink, lines, planes.reading.height(), planes.x_height);
        std::vector<WordImage> images =
            word_images(planes.reading, planes.reading_dpi, of, lines, cut_words(of, lines));
        std::vector<std::vector<Word>> answers = answers_of(*readers_, images);
        std::vector<bool> surer(lines.size());
        for (std::size_t k = 0; k < answers.size(); ++k) {
            const std::ptrdiff_t before = sure_words(images[k], lines);
            take_marks(images[k], placed(std::move(answers[k]), images[k].place), lines);
            if (sure_words(images[k], lines) > before) surer[images[k].line] = true;
        }
        // With sure words beside it more of a torn line can be told.
        if (std::find(surer.begin(), surer.end(), true) != surer.end()) read_torn(planes, ink, lines, surer);
    }

    static std::ptrdiff_t sure_words(const WordImage& image, const std::vector<Line>& lines) {
        constexpr double sure = 0.8;
        const auto words = lines[image.line].words.begin();
        return std::count_if(words + static_cast<std::ptrdiff_t>(image.first),
                             words + static_cast<std::ptrdiff_t>(image.end),
                             [](const Word& word) { return word.confidence >= sure; });
    }

    /// Reads doubtful words again by the better network. Each keeps its place.
    void read_doubtful(const Planes& planes, const LineInk& of, std::vector<Line>& lines) {
        constexpr double sure = 0.92;
        if (better_ == nullptr) return;
        std::vector<WordImage> images =
            word_images(planes.reading, planes.reading_dpi, of, lines, doubtful_words(of, lines, sure));
        std::vector<std::vector<Word>> answers = answers_of(*better_, images);
        for (std::size_t k = 0; k < answers.size(); ++k) {
            note_second_reading(images[k], placed(std::move(answers[k]), images[k].place), lines);
        }
    }

    static std::vector<std::vector<Word>> answers_of(TesseractReaders& readers, std::vector<WordImage>& images) {
        std::vector<LineImage> lines;
        for (WordImage& image : images) lines.push_back(std::move(image.image));
        return make_tesseract_line_recogniser(readers)->read(lines);
    }

    /// Reads again what Tesseract's layout passed over.
    void read_missed(const Planes& planes, const Pieces& ink, const std::vector<Rule>& rules,
                     std::vector<Line>& lines) {
        std::vector<BoxToRead> parts;
        const std::vector<DoubtfulCell> cells = doubtful_cells(ink, rules, planes.x_height, lines);
        for (const DoubtfulCell& cell : cells) parts.push_back(part_of(cell, planes.x_height));
        std::vector<std::vector<Line>> answers = read_parts(planes.reading, planes.reading_dpi, parts);
        for (std::size_t k = 0; k < cells.size(); ++k) take_cell(cells[k], std::move(answers[k]), lines);

        read_strips(planes, ink, lines);
        read_lone_numbers(planes, ink, lines);
    }

    /// Reads strips as long as they are writing: hatching costs no more than a page of text.
    void read_strips(const Planes& planes, const Pieces& ink, std::vector<Line>& lines) {
        constexpr double mostly_writing = 0.5;
        const std::vector<Box> strips = unread_strips(ink, planes.reading.size(), planes.x_height, lines);
        std::vector<StripImage> images =
            strip_images(planes.reading, planes.reading_dpi, ink, planes.x_height, lines, strips);
        for (std::size_t begin = 0; begin < images.size(); begin += few_strips) {
            const std::size_t end = std::min(begin + few_strips, images.size());
            std::vector<LineImage> parts;
            for (std::size_t k = begin; k < end; ++k) parts.push_back(std::move(images[k].image));
            std::vector<std::vector<Word>> answers = make_tesseract_line_recogniser(*readers_)->read(parts);
            std::size_t believed = 0;
            for (std::size_t k = begin; k < end; ++k) {
                if (add_believable(lines_read(images[k], std::move(answers[k - begin])), lines)) ++believed;
            }
            if (static_cast<double>(believed) < mostly_writing * static_cast<double>(end - begin)) break;
        }
        if (!images.empty()) readers_->first().show(planes.reading, planes.reading_dpi);
    }

    void read_lone_numbers(const Planes& planes, const Pieces& ink, std::vector<Line>& lines) {
        std::vector<BoxToRead> parts;
        std::vector<Box> numbers = unread_numbers(ink, planes.x_height, lines);
        for (const Box& number : unread_page_numbers(ink, planes.reading.size(), planes.x_height, lines)) {
            numbers.push_back(number);
        }
        for (const Box& number : numbers) {
            const int room = static_cast<int>(std::lround(planes.x_height / 2));
            const Box roomy{number.x - room, number.y - room, number.width + 2 * room, number.height + 2 * room};
            parts.push_back({intersection(roomy, {0, 0, planes.reading.width(), planes.reading.height()})});
        }
        for (std::vector<Line>& answer : read_parts(planes.reading, planes.reading_dpi, parts)) {
            if (is_lone_number(answer)) lines.push_back(std::move(answer.front()));
        }
    }

    /// Reads parts of the plane, which the first reader was shown. The answers stand in the order of the parts.
    std::vector<std::vector<Line>> read_parts(const Raster& plane, double dpi, const std::vector<BoxToRead>& parts) {
        std::vector<std::vector<Line>> answers(parts.size());
        TesseractReader* second = readers_->second(parts.size());
        if (second != nullptr) second->show(plane, dpi);
        share_out(readers_->first(), second, parts.size(),
                  [&](TesseractReader& reader, std::size_t k) { answers[k] = reader.read(parts[k]); });
        return answers;
    }

    static BoxToRead part_of(const DoubtfulCell& cell, double x_height) {
        const int room = static_cast<int>(std::lround(x_height));
        const Box roomy{cell.ink.x - room, cell.ink.y - room, cell.ink.width + 2 * room, cell.ink.height + 2 * room};
        return {intersection(roomy, cell.area), cell.many_lines};
    }

    /// What a cell says by itself takes the place of what the page's lines say there, where it is surer.
    static void take_cell(const DoubtfulCell& cell, std::vector<Line> again, std::vector<Line>& lines) {
        const double confidence = confidence_of(again);
        constexpr double least = 0.4;
        if (confidence < least || (!cell.torn && confidence < cell.confidence)) return;
        take_words(lines, cell.area);
        std::move(again.begin(), again.end(), std::back_inserter(lines));
    }

    std::unique_ptr<TesseractReaders> readers_;
    std::unique_ptr<TesseractReaders> better_;  ///< nullptr without a better network
};

}  // namespace

Result<std::unique_ptr<PageRecogniser>> make_tesseract_recogniser(const std::string& model) {
    auto readers = TesseractReaders::make(model);
    if (!readers) return fail(readers.error());
    std::unique_ptr<TesseractReaders> better;
    if (const std::vector<std::string> models = models_behind(model); models.size() > 1) {
        // It reads a few words a page: another one would cost more memory than it saves time.
        if (auto made = TesseractReaders::make(models.back(), TesseractReaders::Most::one)) better = *std::move(made);
    }
    return std::make_unique<TesseractRecogniser>(*std::move(readers), std::move(better));
}

std::vector<std::string> models_behind(const std::string& model) {
    const std::string larger = "Vietnamese";
    if (model == "vie" && find_tessdata(larger)) return {model, larger};
    return {model};
}

}  // namespace sohoa::ocr
