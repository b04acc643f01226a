#include "pipeline/evaluate/evaluate.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <optional>

#include "base/files.h"
#include "pipeline/evaluate/evaluation_json.h"
#include "pipeline/evaluate/pairing.h"
#include "pipeline/evaluate/report_html.h"
#include "pipeline/evaluate/table.h"
#include "pipeline/evaluate/worst.h"

namespace sohoa::evaluate {

namespace {

constexpr std::size_t lines_shown = 80;
constexpr std::size_t fields_shown = 120;
constexpr std::size_t words_shown = 120;

/// What was written for a pair, as far as it can be read.
struct Output {
    std::optional<std::string> text;
    std::optional<Reading> reading;
    std::vector<ReadWord> words;  ///< also where texts alone are scored
};

/// Says what cannot be read and takes it for missing.
template <class Value>
std::optional<Value> or_missing(Result<Value> value, std::string& path) {
    if (value) return std::move(*value);
    fmt::print(stderr, "{}\n", describe(std::move(value.error()).in_file(path).as(Severity::warning)));
    path.clear();
    return std::nullopt;
}

Output read_output(Pair& pair, bool text_only) {
    Output output;
    if (!pair.text_path.empty()) output.text = or_missing(read_file(pair.text_path), pair.text_path);
    if (text_only) {
        // The file may be another program's, or none at all: nothing is missing then.
        if (auto beside = read_reading(pair.json_path)) output.words = std::move(beside->words);
        pair.json_path.clear();
    }
    if (!pair.json_path.empty()) output.reading = or_missing(read_reading(pair.json_path), pair.json_path);
    if (output.reading) output.words = output.reading->words;
    return output;
}

/// How many of what is on the paper were read; `read` keeps what is not on it.
Share found_among(const std::vector<std::string>& wanted, std::vector<std::string>& read) {
    Share share;
    for (const std::string& each : wanted) {
        const auto found = std::find(read.begin(), read.end(), each);
        share += {found == read.end() ? 0U : 1U, 1};
        if (found != read.end()) read.erase(found);
    }
    return share;
}

void compare_codes(const Truth& truth, const Reading* reading, PaperScore& score) {
    std::vector<std::string> codes = reading == nullptr ? std::vector<std::string>() : reading->codes;
    std::vector<std::string> zones = reading == nullptr ? std::vector<std::string>() : reading->zones;
    score.codes = found_among(truth.codes, codes);
    score.codes_misread = codes.size();
    score.zones = found_among(truth.zones, zones);
    score.zones_misread = zones.size();
}

/// Whether nobody need look at a paper: the program's own word, right or wrong.
bool is_unattended(const Reading* reading) {
    return reading != nullptr && !reading->fields.empty() && reading->not_found.empty() &&
           std::all_of(reading->fields.begin(), reading->fields.end(),
                       [](const ReadField& field) { return field.status != "review"; });
}

PaperScore score_paper(const Pair& pair, const Truth& truth, const Output& output, bool text_only) {
    PaperScore score;
    score.pair = pair;
    score.kind = truth.kind;
    score.text = output.text ? score_text(truth.text, *output.text) : total_loss(truth.text);
    score.words = judge_words(truth.text, output.words);
    if (text_only) return score;
    const Reading* reading = output.reading ? &*output.reading : nullptr;
    if (reading != nullptr) score.pages = std::max(1, static_cast<int>(reading->turns.size()));
    score.fields = compare_fields(truth, reading);
    if (!truth.kind.empty()) score.kind_right = {reading != nullptr && reading->kind == truth.kind ? 1U : 0U, 1};
    compare_codes(truth, reading, score);
    score.unattended = {is_unattended(reading) ? 1U : 0U, 1};
    return score;
}

std::string or_beside(const std::string& path, const std::string& folder, const char* name) {
    return path.empty() ? (std::filesystem::path(folder) / name).string() : path;
}

}  // namespace

Result<void> evaluate(const Options& options) {
    auto pairing = pair_up(options.truth_folder, options.output_folder, options.levels);
    if (!pairing) return fail(pairing.error());
    Evaluation evaluation;
    evaluation.text_only = options.text_only;
    evaluation.untouched = pairing->untouched;
    WorstCases worst(lines_shown, fields_shown, words_shown);
    for (Pair& pair : pairing->pairs) {
        const auto truth = read_truth(pair.truth_path);
        if (!truth) return fail(truth.error());
        const Output output = read_output(pair, options.text_only);
        const PaperScore score = score_paper(pair, *truth, output, options.text_only);
        evaluation.add(score);
        worst.add(score, *truth, output.reading ? &*output.reading : nullptr, output.text.value_or(""));
    }
    fmt::print("{}", table_of(evaluation, options.language));
    const std::string page = or_beside(options.report_path, options.output_folder, "evaluation.html");
    const std::string figures = or_beside(options.json_path, options.output_folder, "evaluation.json");
    if (auto written = write_file_atomically(page, report_html(evaluation, worst, options.show_personal)); !written) {
        return written;
    }
    if (auto written = write_file_atomically(figures, json_of(evaluation)); !written) return written;
    fmt::print("\n{}: {}\n{}: {}\n", in(options.language, {"Trường hợp xấu nhất", "worst cases"}), page,
               in(options.language, {"Số liệu cho máy đọc", "figures for programs"}), figures);
    return {};
}

}  // namespace sohoa::evaluate
