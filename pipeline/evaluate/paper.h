#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"

/// The two sides that are compared: what a paper says, and what was read from it.
namespace sohoa::evaluate {

struct NamedValue {
    std::string name;
    std::string value;
};

/// `<stem>.truth.json` and, where it carries no text, the `<stem>.txt` beside it.
struct Truth {
    std::string kind;
    std::vector<NamedValue> fields;  ///< values in normal form; fields that are not on the paper are left out
    std::string text;
    std::vector<std::string> codes;        ///< texts of barcodes
    std::vector<std::string> zones;        ///< machine readable zones, lines parted by line ends
    std::vector<std::string> handwritten;  ///< names of fields
};

Result<Truth> read_truth(const std::string& path);

/// A field of `<stem>.json` with the place it was read from.
struct ReadField {
    std::string name;
    std::string normalized;
    std::string status;
    int page = 0;  ///< from 1; 0 without evidence
    Box box;
};

struct ReadLine {
    std::string text;
    int page = 0;  ///< from 1
    Box box;
};

struct ReadWord {
    std::string text;
    std::optional<double> confidence;  ///< in [0, 1]; nothing where the file says none, or what is none
    int page = 0;                      ///< from 1
    Box box;
};

/// What the report needs of a `<stem>.json` of schema sohoa/1.
struct Reading {
    std::string kind;
    std::vector<int> turns;  ///< for each page the clockwise degrees that make it upright
    std::vector<ReadField> fields;
    std::vector<ReadLine> lines;
    std::vector<ReadWord> words;  ///< in reading order
    std::vector<std::string> codes;
    std::vector<std::string> zones;      ///< those that are valid
    std::vector<std::string> not_found;  ///< fields the kind requires
};

/// Takes what is there of the schema; fails with file_damaged only where it is no JSON object at all.
Result<Reading> read_reading(const std::string& path);

}  // namespace sohoa::evaluate
