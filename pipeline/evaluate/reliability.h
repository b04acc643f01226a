#pragma once
#include <array>
#include <cstddef>
#include <optional>

#include "pipeline/evaluate/wilson.h"

namespace sohoa::evaluate {

/// Words whose told confidence lies in one range.
struct ConfidenceBin {
    double told_sum = 0;
    Share right;  ///< words that are right, of those in the bin

    /// Mean of the told confidences; 0 in an empty bin.
    double told() const { return right.of == 0 ? 0 : told_sum / static_cast<double>(right.of); }
};

/// Whether words are right as often as their confidence says (DeGroot and Fienberg, "The comparison and evaluation of
/// forecasters", 1983): words are put into bins by what is told of them, and the share of right ones is set against it.
class Reliability {
public:
    /// A bin holds [edges[k], edges[k + 1]), the last one 1 too. Narrow towards 1, where nearly all words are and where
    /// one per cent more of wrong ones is many times as many.
    static constexpr std::array<double, 10> edges = {0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 1};
    static constexpr std::size_t bin_count = edges.size() - 1;
    static constexpr double sure = 0.99;  ///< from here on a word is promised to be right in 99 cases of 100

    /// `told` in [0, 1]; nothing where the output says nothing of the word, which is then only counted as untold.
    void add(std::optional<double> told, bool right);
    Reliability& operator+=(const Reliability& other);

    const std::array<ConfidenceBin, bin_count>& bins() const { return bins_; }
    /// Words with a told confidence.
    std::size_t words() const;
    std::size_t untold() const { return untold_; }
    /// Of the words, those that are told sure.
    Share sure_share() const { return {sure_right().of, words()}; }
    /// Of the words told sure, those that are right.
    Share sure_right() const;
    /// Expected calibration error: the distance between mean told confidence and share of right words, averaged over
    /// the bins by their words (Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian
    /// binning", 2015). 0 without words.
    double calibration_error() const;

private:
    std::array<ConfidenceBin, bin_count> bins_;
    std::size_t untold_ = 0;
};

}  // namespace sohoa::evaluate
