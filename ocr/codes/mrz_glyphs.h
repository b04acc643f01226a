#pragma once
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

/// Which glyph of a machine readable zone stands in a cell.
namespace sohoa::ocr {

/// The 37 characters of ICAO Doc 9303-3, in the order in which cells are judged.
inline constexpr std::string_view mrz_alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

inline constexpr int mrz_cell_width = 20;
inline constexpr int mrz_cell_height = 24;
inline constexpr double mrz_cell_pitches = 1.2;   ///< of the row that a cell shows across
inline constexpr double mrz_cell_capitals = 1.6;  ///< heights of capitals that it shows

/// The ink of one cell, row by row: 0 the ground, 1 the row's darkest.
using MrzCell = std::array<float, static_cast<std::size_t>(mrz_cell_width) * mrz_cell_height>;

/// Natural logarithms of how likely each character is, by mrz_alphabet; the last is that it is none: another sign,
/// nothing, or one that is cut through.
using MrzJudgement = std::array<float, mrz_alphabet.size() + 1>;

/// Judges cells by a small network trained on OCR B and other fonts of one pitch (models/machine_zone). ≈ 0.1 ms a
/// cell.
MrzJudgement judge_mrz_cell(const MrzCell& cell);

/// The place of a character in mrz_alphabet; std::string_view::npos for one that is not in it.
constexpr std::size_t mrz_index(char c) {
    return mrz_alphabet.find(c);
}

}  // namespace sohoa::ocr
