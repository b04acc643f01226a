// What imaging costs by step: imaging_speed REPETITIONS FILE... Decodes the first page of each file and prepares it as
// a worker does, on one core, and writes one JSON object: the least processor time of the repetitions for each step
// (milliseconds a file), and how far resident memory rises above the decoded page.
#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <malloc.h>
#include <map>
#include <opencv2/core.hpp>
#include <string>
#include <vector>

#include "ocr/image/preparation.h"
#include "scanners/input_file.h"

namespace {

using namespace sohoa;

/// A line of /proc/self/status in kilobytes: VmRSS, VmHWM.
long long kilobytes_of(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name + ":")) return std::strtoll(line.c_str() + name.size() + 1, nullptr, 10);
    }
    return 0;
}

void forget_peak() {
    ::malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << "5";
}

struct Cost {
    std::map<std::string, double> steps;
    std::vector<std::string> order;
    long long most_kilobytes = 0;

    void add_least_of(const std::vector<std::map<std::string, double>>& runs) {
        for (const auto& [step, first] : runs.front()) {
            double least = first;
            for (const auto& run : runs) {
                const auto found = run.find(step);
                if (found != run.end()) least = std::min(least, found->second);
            }
            steps[step] += least;
        }
    }
};

bool measure(const std::string& path, int repetitions, Cost& cost) {
    std::vector<std::map<std::string, double>> runs;
    for (int k = 0; k < repetitions; ++k) {
        ocr::PreparationRecord decoding(false);
        auto file = scanners::InputFile::open(path, {});
        if (!file) return false;
        auto page = (*file)->read_page(1);
        if (!page) return false;
        decoding.done("decode");
        std::map<std::string, double> run{{"decode", decoding.steps().front().milliseconds}};
        forget_peak();
        const long long before = kilobytes_of("VmRSS");
        ocr::PreparationRecord record(false);
        const ocr::Preparation preparation(*page, &record);
        for (std::size_t sheet = 0; sheet < preparation.sheets(); ++sheet) preparation.planes(sheet);
        cost.most_kilobytes = std::max(cost.most_kilobytes, kilobytes_of("VmHWM") - before);
        for (const ocr::PreparationStep& step : record.steps()) {
            run[std::string(step.name)] = step.milliseconds;
            const std::string name(step.name);
            if (std::find(cost.order.begin(), cost.order.end(), name) == cost.order.end()) cost.order.push_back(name);
        }
        runs.push_back(std::move(run));
    }
    cost.add_least_of(runs);
    return true;
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) {
        std::cerr << "imaging_speed REPETITIONS FILE...\n";
        return 2;
    }
    cv::setNumThreads(1);
    Cost cost;
    cost.order.emplace_back("decode");
    for (int k = 2; k < count; ++k) {
        if (!measure(words[k], std::max(1, std::atoi(words[1])), cost)) {
            std::cerr << words[k] << " cannot be read\n";
            return 1;
        }
    }
    std::cout << fmt::format("{{\"pages\": {}, \"megabytes_above_page\": {:.1f}, \"steps\": {{", count - 2,
                             static_cast<double>(cost.most_kilobytes) / 1024);
    for (std::size_t k = 0; k < cost.order.size(); ++k) {
        std::cout << fmt::format("{}\"{}\": {:.2f}", k > 0 ? ", " : "", cost.order[k],
                                 cost.steps[cost.order[k]] / (count - 2));
    }
    std::cout << "}}\n";
    return 0;
}
