#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/evaluate/paper.h"
#include "pipeline/evaluate/wilson.h"

namespace sohoa::evaluate {

enum class Outcome {
    right,    ///< on the paper, and read as it stands there
    wrong,    ///< on the paper, and read as something else
    missing,  ///< on the paper, and not read
    unasked   ///< read, but not on the paper
};

/// What became of one field.
struct FieldVerdict {
    std::string name;
    Outcome outcome = Outcome::missing;
    bool handwritten = false;
    std::string truth;   ///< normalised; empty for unasked
    std::string given;   ///< normalised; empty for missing
    std::string status;  ///< of the output: accepted, review, confirmed
    int page = 0;        ///< where the value was read, from 1; 0 when unknown
    Box box;
};

/// The same value: equal when normalised, whatever the case and wherever the tone mark of oa, oe, uy stands.
bool same_value(std::string_view a, std::string_view b);

/// One verdict for each field of the truth, in its order, then the unasked ones in the output's. Without a reading
/// (nullptr) every field is missing. Fields given without a value count as not given; of two with one name the first.
std::vector<FieldVerdict> compare_fields(const Truth& truth, const Reading* reading);

/// Outcomes counted.
struct FieldScore {
    std::size_t right = 0;
    std::size_t wrong = 0;
    std::size_t missing = 0;
    std::size_t unasked = 0;
    std::size_t accepted = 0;        ///< given with status accepted
    std::size_t accepted_right = 0;  ///< and right

    void add(const FieldVerdict& verdict);
    FieldScore& operator+=(const FieldScore& other);

    Share recall() const { return {right, right + wrong + missing}; }
    Share precision() const { return {right, given()}; }
    Share accepted_precision() const { return {accepted_right, accepted}; }
    /// Of the fields given, those that need no eyes.
    Share accepted_share() const { return {accepted, given()}; }
    std::size_t given() const { return right + wrong + unasked; }
};

/// "parcels[12].area" → "parcels[].area": one name for all members of a list.
std::string list_name(std::string_view field_name);

}  // namespace sohoa::evaluate
