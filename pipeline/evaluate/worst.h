#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/evaluate/tally.h"

namespace sohoa::evaluate {

/// A part of a scan that a reader wants to see.
struct Place {
    std::string scan_path;  ///< empty where there is no scan
    int page = 0;           ///< from 1; 0 when unknown
    Box box;
    int turn = 0;  ///< clockwise degrees that make it upright

    bool known() const { return !scan_path.empty() && page > 0 && !box.empty(); }
};

struct WorstLine {
    std::string paper;  ///< stem.level
    std::string truth;
    std::string given;  ///< what stands in the output where the line is nearest; empty when it is nowhere
    std::size_t edits = 0;
    Place place;
};

struct WorstField {
    std::string paper;
    FieldVerdict verdict;
    Place place;
};

/// Keeps the worst lines (by edits, at most six of a paper) and the failed fields (accepted ones first) of all papers
/// added. Of equals the first stays.
class WorstCases {
public:
    WorstCases(std::size_t lines, std::size_t fields) : most_lines_(lines), most_fields_(fields) {}

    /// `reading` may be nullptr: then lines are looked for in `output` and have no place.
    void add(const PaperScore& score, const Truth& truth, const Reading* reading, std::string_view output);

    const std::vector<WorstLine>& lines() const { return lines_; }
    const std::vector<WorstField>& fields() const { return fields_; }

private:
    void add_lines(const PaperScore& score, const Truth& truth, const Reading* reading, std::string_view output);
    void add_fields(const PaperScore& score, const Reading* reading);

    std::size_t most_lines_;
    std::size_t most_fields_;
    std::vector<WorstLine> lines_;
    std::vector<WorstField> fields_;
};

}  // namespace sohoa::evaluate
