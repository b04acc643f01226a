#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sohoa::evaluate {

/// A text as it is compared: NFC, runs of white space as one blank, “ ” as ", ‘ ’ as ', – as -, … as three dots.
struct ScoredText {
    std::u32string symbols;
    std::vector<bool> handwritten;  ///< for each symbol; such symbols are free: they may be lost or read as anything

    bool any_handwriting() const;
};

/// The plain form, without looking for handwriting.
std::u32string scored_form(std::string_view text);

/// A truth text, in which ⟦…⟧ encloses handwriting. The brackets are dropped. Of the two blanks around a span one is
/// free too, so that a recogniser that leaves the span out loses nothing. A bracket without its partner is dropped.
ScoredText truth_text(std::string_view text);

/// The lines of a truth text in scored form, without their handwriting; lines without print are left out.
std::vector<std::u32string> printed_lines(std::string_view text);

/// Without the marks of letters and with đ as d; one symbol stays one symbol.
std::u32string bare(std::u32string_view symbols);

}  // namespace sohoa::evaluate
