// What looking for codes costs: codes_speed REPETITIONS FILE... Looks at each page of each file as a worker does, on
// one core, and writes one JSON list: file, page, width, height, codes found, and the least processor time of the
// repetitions in milliseconds, decoding not counted.
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fmt/format.h>
#include <iostream>
#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>
#include <string>

#include "ocr/codes/code_reader.h"
#include "scanners/input_file.h"

namespace {

using namespace sohoa;
using Json = nlohmann::ordered_json;

double processor_milliseconds() {
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

Json measured(const scanners::Page& page, int repetitions) {
    double least = 0;
    std::size_t found = 0;
    for (int run = 0; run < repetitions; ++run) {
        const double began = processor_milliseconds();
        found = ocr::read_codes(page).size();
        const double spent = processor_milliseconds() - began;
        least = run == 0 ? spent : std::min(least, spent);
    }
    return {
        {"width", page.pixels.width()}, {"height", page.pixels.height()}, {"codes", found}, {"milliseconds", least}};
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) {
        std::cerr << "codes_speed REPETITIONS FILE...\n";
        return 2;
    }
    cv::setNumThreads(1);
    Json all = Json::array();
    for (int k = 2; k < count; ++k) {
        auto file = scanners::InputFile::open(words[k], {});
        if (!file) {
            std::cerr << words[k] << ": " << describe(file.error(), Language::english) << "\n";
            return 1;
        }
        for (int number = 1; number <= (*file)->page_count(); ++number) {
            auto page = (*file)->read_page(number);
            if (!page) {
                std::cerr << words[k] << ": " << describe(page.error(), Language::english) << "\n";
                return 1;
            }
            Json entry{{"file", words[k]}, {"page", number}};
            entry.update(measured(*page, std::max(1, std::atoi(words[1]))));
            all.push_back(std::move(entry));
        }
    }
    std::cout << all.dump(1) << "\n";
    return 0;
}
