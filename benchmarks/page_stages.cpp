// What a page costs by stage: page_stages REPETITIONS FILE... Reads the first page of each file as a worker does, on
// one core, and writes one JSON object: the least processor time of the repetitions for each stage (milliseconds a
// page).
#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <iostream>
#include <iterator>
#include <map>
#include <opencv2/core.hpp>
#include <string>
#include <utility>
#include <vector>

#include "ocr/codes/code_reader.h"
#include "ocr/text/reading_steps.h"
#include "ocr/upright_sheet.h"
#include "pipeline/pdf/fragment.h"
#include "scanners/input_file.h"

namespace {

using namespace sohoa;

struct Stages {
    std::vector<std::string> order;
    std::map<std::string, double> milliseconds;

    void add(const std::string& stage, double more) {
        if (milliseconds.count(stage) == 0) order.push_back(stage);
        milliseconds[stage] += more;
    }
};

/// False where the file cannot be read.
bool read(const std::string& path, ocr::PageRecogniser& recogniser, Stages& stages) {
    ocr::PreparationRecord record(false);
    auto file = scanners::InputFile::open(path, {});
    if (!file) return false;
    auto page = (*file)->read_page(1);
    if (!page) return false;
    record.done("decode");
    ocr::read_codes(*page);
    record.done("codes");
    ocr::PageReading reading;
    reading.width = page->pixels.width();
    reading.height = page->pixels.height();
    reading.dpi = page->dpi;
    const ocr::Preparation preparation(*page, &record);
    for (std::size_t sheet = 0; sheet < preparation.sheets(); ++sheet) {
        const ocr::Planes planes = ocr::upright_sheet(preparation, sheet, recogniser, &record).planes;
        if (planes.blank || !planes.legible) continue;
        auto text = recogniser.read(planes, &record);
        if (!text) return false;
        record.done(ocr::reading_step::text);
        reading.orientation = planes.orientation;
        reading.skew = planes.skew;
        std::move(text->blocks.begin(), text->blocks.end(), std::back_inserter(reading.blocks));
    }
    if (!pdf::make_fragment(*page, reading, {})) return false;
    record.done("pdf");
    for (const ocr::PreparationStep& step : record.steps()) {
        const std::string name(step.name);
        const bool imaging = name != "decode" && name != "codes" && name != "pdf" && !ocr::is_reading_step(name);
        stages.add(imaging ? "imaging" : name, step.milliseconds);
    }
    return true;
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) {
        std::cerr << "page_stages REPETITIONS FILE...\n";
        return 2;
    }
    cv::setNumThreads(1);
    auto recogniser = ocr::make_tesseract_recogniser("vie");
    if (!recogniser) {
        std::cerr << describe(recogniser.error(), Language::english) << '\n';
        return 1;
    }
    Stages all;
    for (int k = 2; k < count; ++k) {
        Stages least;
        for (int run = 0; run < std::max(1, std::atoi(words[1])); ++run) {
            Stages stages;
            if (!read(words[k], **recogniser, stages)) {
                std::cerr << words[k] << " cannot be read\n";
                return 1;
            }
            if (run == 0) least = stages;
            for (auto& [stage, milliseconds] : least.milliseconds) {
                milliseconds = std::min(milliseconds, stages.milliseconds[stage]);
            }
        }
        for (const std::string& stage : least.order) all.add(stage, least.milliseconds[stage]);
    }
    std::cout << "{";
    for (std::size_t k = 0; k < all.order.size(); ++k) {
        std::cout << fmt::format("{}\"{}\": {:.2f}", k > 0 ? ", " : "", all.order[k],
                                 all.milliseconds[all.order[k]] / (count - 2));
    }
    std::cout << "}\n";
    return 0;
}
