#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/evaluate/field_score.h"
#include "pipeline/evaluate/judged_words.h"
#include "pipeline/evaluate/pairing.h"
#include "pipeline/evaluate/reliability.h"
#include "pipeline/evaluate/text_score.h"

namespace sohoa::evaluate {

/// One scan of a paper, scored.
struct PaperScore {
    Pair pair;
    std::string kind;  ///< of the truth
    int pages = 1;
    TextScore text;
    std::vector<JudgedWord> words;
    std::vector<FieldVerdict> fields;
    Share kind_right;               ///< 1 of 1, or 0 of 1; empty where the truth names no kind or fields are not scored
    Share codes;                    ///< barcodes read, of those on the paper
    std::size_t codes_misread = 0;  ///< read, but on no paper
    Share zones;                    ///< machine readable zones read and valid, of those on the paper
    std::size_t zones_misread = 0;  ///< told as valid, but on no paper
    Share unattended;               ///< 1 of 1 where every field is accepted and none that the kind requires is missing
};

/// Sums over papers: micro-averages, in which a long page weighs more than a short one.
struct Tally {
    std::size_t papers = 0;
    std::size_t pages = 0;
    std::size_t missing = 0;  ///< papers without any output
    TextScore text;
    Reliability reliability;
    FieldScore fields;  ///< printed
    FieldScore handwritten_fields;
    Share kinds;
    Share codes;
    std::size_t codes_misread = 0;
    Share zones;
    std::size_t zones_misread = 0;
    Share unattended;

    void add(const PaperScore& paper);
};

/// What the table, the JSON file and the HTML page tell.
struct Evaluation {
    bool text_only = false;
    Tally all;
    std::map<std::string, Tally> by_level;
    std::map<std::string, Tally> by_kind;
    std::map<std::pair<std::string, std::string>, Tally> by_level_and_kind;
    std::map<std::string, FieldScore> by_field;                  ///< by list_name, printed and handwritten
    std::vector<Pair> missing;                                   ///< lacking the text, the JSON file or both
    std::vector<std::pair<std::string, std::size_t>> untouched;  ///< levels without any output, and their scans

    void add(const PaperScore& paper);
};

}  // namespace sohoa::evaluate
