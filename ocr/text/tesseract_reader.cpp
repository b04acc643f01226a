#include "ocr/text/tesseract_reader.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <future>
#include <iterator>
#include <system_error>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>
#include <utility>

#include "base/vietnamese.h"
#include "ocr/text/lines.h"
#include "ocr/text/mended_word.h"
#include "ocr/text/tessdata.h"

namespace sohoa::ocr {

namespace {

using tesseract::RIL_SYMBOL;
using tesseract::RIL_TEXTLINE;
using tesseract::RIL_WORD;

Box box_at(const tesseract::ResultIterator& at, tesseract::PageIteratorLevel level) {
    Box box;
    int right = 0;
    int bottom = 0;
    if (!at.BoundingBox(level, &box.x, &box.y, &right, &bottom)) return {};
    box.width = right - box.x;
    box.height = bottom - box.y;
    return box;
}

/// The symbols of the word; empty unless they make up `text`.
std::vector<ReadSymbol> symbols_at(const tesseract::ResultIterator& word, const std::string& text) {
    std::vector<ReadSymbol> symbols;
    std::string spelled;
    tesseract::ResultIterator at(word);
    do {
        ReadSymbol& symbol = symbols.emplace_back();
        symbol.box = box_at(at, RIL_SYMBOL);
        std::vector<SymbolChoice>& choices = symbol.choices;
        const std::unique_ptr<char[]> best(at.GetUTF8Text(RIL_SYMBOL));
        if (!best) return {};
        choices.push_back({best.get(), at.Confidence(RIL_SYMBOL) / 100.0});
        spelled += choices.front().text;
        tesseract::ChoiceIterator choice(at);
        do {
            const char* other = choice.GetUTF8Text();
            if (other != nullptr && choices.front().text != other) {
                choices.push_back({nfc(other), choice.Confidence() / 100.0});
            }
        } while (choice.Next());
    } while (!at.IsAtFinalElement(RIL_WORD, RIL_SYMBOL) && at.Next(RIL_SYMBOL));
    return spelled == text ? symbols : std::vector<ReadSymbol>();
}

std::optional<Word> word_at(const tesseract::ResultIterator& at) {
    const std::unique_ptr<char[]> text(at.GetUTF8Text(RIL_WORD));
    if (!text) return std::nullopt;
    Word word;
    word.text = single_spaced(text.get());
    std::erase(word.text, ' ');
    if (std::string mended = mended_word(word.text); mended != word.text) {
        word.raw = std::exchange(word.text, std::move(mended));
    }
    word.symbols = symbols_at(at, word.text);
    word.box = box_at(at, RIL_WORD);
    if (word.text.empty() || word.box.empty()) return std::nullopt;
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

}  // namespace

TesseractReader::TesseractReader(std::unique_ptr<tesseract::TessBaseAPI> api) : api_(std::move(api)) {}
TesseractReader::~TesseractReader() = default;

Result<std::unique_ptr<TesseractReader>> TesseractReader::make(const std::string& model) try {
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
    // Rivals of each letter. More iterations than three tell none that would ever be taken and cost more time.
    api->SetVariable("lstm_choice_mode", "2");
    api->SetVariable("lstm_choice_iterations", "3");
    api->SetVariable("debug_file", "/dev/null");
    return std::unique_ptr<TesseractReader>(new TesseractReader(std::move(api)));
} catch (const std::exception& error) {
    return fail(code::ocr_data_missing,
                {"Không khởi động được Tesseract", std::string("Tesseract could not be started: ") + error.what()},
                {"Cài lại gói dữ liệu Tesseract", "install the package of Tesseract's data again"});
}

void TesseractReader::show(const Raster& plane, double dpi) {
    api_->SetImage(plane.data(), plane.width(), plane.height(), plane.channels(), static_cast<int>(plane.stride()));
    api_->SetSourceResolution(std::max(70, static_cast<int>(std::lround(dpi))));
}

std::optional<std::vector<Line>> TesseractReader::read_whole(LookForTables tables) {
    api_->SetVariable("textord_tabfind_find_tables", tables == LookForTables::yes ? "1" : "0");
    api_->SetPageSegMode(tesseract::PSM_AUTO);
    if (api_->Recognize(nullptr) != 0) return std::nullopt;
    return lines_of(*api_);
}

std::vector<Line> TesseractReader::read(const BoxToRead& part) {
    api_->SetPageSegMode(part.many_lines ? tesseract::PSM_SINGLE_BLOCK : tesseract::PSM_SINGLE_LINE);
    api_->SetRectangle(part.box.x, part.box.y, part.box.width, part.box.height);
    if (api_->Recognize(nullptr) != 0) return {};
    std::vector<Line> lines = lines_of(*api_);
    for (Line& line : lines) gather(line);
    return lines;
}

std::vector<Word> TesseractReader::read_line(const Raster& image, double dpi) {
    show(image, dpi);
    api_->SetPageSegMode(tesseract::PSM_SINGLE_LINE);
    std::vector<Word> words;
    if (api_->Recognize(nullptr) == 0) {
        for (Line& line : lines_of(*api_)) {
            std::move(line.words.begin(), line.words.end(), std::back_inserter(words));
        }
    }
    api_->Clear();
    return words;
}

void TesseractReader::forget() {
    api_->Clear();
}

void share_out(TesseractReader& first, TesseractReader* second, std::size_t count,
               const std::function<void(TesseractReader&, std::size_t)>& work) {
    std::atomic<std::size_t> next{0};
    const auto work_with = [&](TesseractReader& mine) {
        for (std::size_t k = next++; k < count; k = next++) work(mine, k);
    };
    std::future<void> beside;
    if (second != nullptr && count > 1) {
        try {
            beside = std::async(std::launch::async, [&] { work_with(*second); });
        } catch (const std::system_error&) {
            // No thread to be had: one reader does it all.
        }
    }
    work_with(first);
    if (beside.valid()) beside.get();
}

}  // namespace sohoa::ocr
