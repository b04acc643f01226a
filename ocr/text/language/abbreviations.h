#pragma once
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/vietnamese.h"

namespace sohoa::ocr {

/// Abbreviations that Vietnamese official papers use, as capitals without blanks ("BGDĐT", "UBND").
class Abbreviations {
public:
    /// Abbreviations between white space; lines that begin with # are remarks.
    explicit Abbreviations(std::string_view text);

    /// models/language/abbreviations.txt, as it was built into the program.
    static const Abbreviations& built_in();

    bool contains(std::u32string_view run) const { return known_.contains(to_utf8(run)); }

    /// How many runs of two and more capitals in a word ("12/QĐ-BGDĐT" has two) are known, less those that are not.
    int balance(std::u32string_view word) const;

private:
    std::unordered_set<std::string> known_;
};

}  // namespace sohoa::ocr
