#pragma once
#include <algorithm>
#include <array>
#include <string_view>

namespace sohoa::ocr {

/// The steps a PreparationRecord is told of when a page's text is read, in their order: docs/reading.md. Codes are
/// looked for beside them, and their time is counted to whichever step they meet.
namespace reading_step {
inline constexpr std::string_view machine_zones = "machine_zones";
inline constexpr std::string_view first_reading = "first_reading";
inline constexpr std::string_view torn_lines = "torn_lines";
inline constexpr std::string_view tight_lines = "tight_lines";
inline constexpr std::string_view missed_text = "missed_text";
inline constexpr std::string_view cut_marks = "cut_marks";
inline constexpr std::string_view second_reading = "second_reading";
inline constexpr std::string_view corrections = "corrections";
inline constexpr std::string_view layout = "layout";
inline constexpr std::string_view language = "language";
inline constexpr std::string_view text = "text";  ///< what is left to do
}  // namespace reading_step

inline bool is_reading_step(std::string_view step) {
    using namespace reading_step;
    constexpr std::array<std::string_view, 11> all{machine_zones, first_reading,  torn_lines,  tight_lines, missed_text,
                                                   cut_marks,     second_reading, corrections, layout,      language,
                                                   text};
    return std::find(all.begin(), all.end(), step) != all.end();
}

}  // namespace sohoa::ocr
