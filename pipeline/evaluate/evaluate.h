#pragma once
#include <string>

#include "base/result.h"

namespace sohoa::evaluate {

struct Options {
    std::string truth_folder;
    std::string output_folder;
    std::string report_path;  ///< HTML page of the worst cases; empty = <output_folder>/evaluation.html
    Language language = Language::both;
};

/// Scores what digitize wrote against truth by docs/contract.md; prints the table to standard output, writes the HTML
/// page. Fails when nothing could be paired.
Result<void> evaluate(const Options& options);

}  // namespace sohoa::evaluate
