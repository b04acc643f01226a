#pragma once
#include <string>
#include <vector>

#include "base/result.h"

namespace sohoa::evaluate {

struct Options {
    std::string truth_folder;
    std::string output_folder;
    std::string report_path;  ///< HTML page of the worst cases; empty = <output_folder>/evaluation.html
    Language language = Language::both;
    std::string json_path;            ///< figures for programs; empty = <output_folder>/evaluation.json
    std::vector<std::string> levels;  ///< only these, and all scans of them are demanded; empty = those with output
    bool text_only = false;           ///< scores .txt alone, as of programs that read no fields
    bool show_personal = false;       ///< personal numbers and pictures of cards stand in the page; see report_html
};

/// Scores what digitize wrote against truth by docs/contract.md; prints the table to standard output, writes the HTML
/// page and the JSON file. An output that is missing or cannot be read is counted as total loss and named. Fails when
/// nothing could be paired, a truth cannot be read, or a report cannot be written.
Result<void> evaluate(const Options& options);

}  // namespace sohoa::evaluate
