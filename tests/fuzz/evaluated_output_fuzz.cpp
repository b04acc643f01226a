// The outputs that evaluate scores may be another program's, or half written: whatever they say, each word is judged
// once and every confidence that counts is a share.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "memory_file.h"
#include "pipeline/evaluate/report_html.h"
#include "pipeline/evaluate/table.h"

using namespace sohoa::evaluate;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > 50'000) return 0;
    const MemoryFile file(data, size);
    const auto reading = read_reading(file.path());
    if (!reading) return 0;
    PaperScore score;
    score.words = judge_words("Số: ⟦12⟧/QĐ-UBND\nHuế, ngày 05 tháng 3 năm 2024", reading->words);
    Evaluation evaluation;
    evaluation.add(score);
    const Reliability& told = evaluation.all.reliability;
    double sum = 0;
    for (const ConfidenceBin& bin : told.bins()) {
        if (bin.right.count > bin.right.of || !(bin.told() >= 0 && bin.told() <= 1)) std::abort();
        sum += bin.told_sum;
    }
    if (told.words() + told.untold() != score.words.size() || !(sum <= static_cast<double>(told.words()))) std::abort();
    if (!(told.calibration_error() >= 0 && told.calibration_error() <= 1)) std::abort();
    WorstCases worst(10, 10, 10);
    worst.add(score, {}, &*reading, "");
    const std::string told_page = report_html(evaluation, worst, true);
    const std::string told_table = table_of(evaluation, sohoa::Language::both);
    return told_page.empty() || told_table.empty() ? 0 : 1;
}
