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
    int turn = 0;          ///< clockwise degrees that make it upright
    bool of_card = false;  ///< of a paper whose whole picture is sensitive

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

/// A wrong word that the output tells to be sure (Reliability::sure).
struct WorstWord {
    std::string paper;
    std::string truth;  ///< empty where nothing stands there
    std::string given;
    double told = 0;
    Place place;
};

/// Keeps the worst lines (by edits, at most six of a paper), the failed fields (accepted ones first) and the wrong
/// words told sure (the surest first) of all papers added. Of equals the first stays.
class WorstCases {
public:
    WorstCases(std::size_t lines, std::size_t fields, std::size_t words)
        : most_lines_(lines), most_fields_(fields), most_words_(words) {}

    /// `reading` may be nullptr: then lines are looked for in `output` and have no place.
    void add(const PaperScore& score, const Truth& truth, const Reading* reading, std::string_view output);

    const std::vector<WorstLine>& lines() const { return lines_; }
    const std::vector<WorstField>& fields() const { return fields_; }
    const std::vector<WorstWord>& words() const { return words_; }

private:
    void add_lines(const PaperScore& score, const Truth& truth, const Reading* reading, std::string_view output);
    void add_fields(const PaperScore& score, const Reading* reading, bool of_card);
    void add_words(const PaperScore& score, const Reading* reading, bool of_card);

    std::size_t most_lines_;
    std::size_t most_fields_;
    std::size_t most_words_;
    std::vector<WorstLine> lines_;
    std::vector<WorstField> fields_;
    std::vector<WorstWord> words_;
};

}  // namespace sohoa::evaluate
