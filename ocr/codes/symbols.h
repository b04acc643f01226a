#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "ocr/page_reading.h"

/// The only door to ZXing-cpp. Compiles with 1.4 (Debian 12) to 2.3 (Debian 13).
namespace sohoa::ocr {

/// Grey pixels that belong to somebody else.
struct GreyView {
    const std::uint8_t* pixels = nullptr;
    Size size;
    std::size_t stride = 0;  ///< bytes from row to row
};

enum class Effort {
    quick,    ///< level symbols of full contrast
    thorough  ///< turned, small, blurred or faint symbols too; several times slower
};

/// The symbols ZXing finds and believes, in its order; boxes in pixels of the view. Linear symbols that print can
/// counterfeit (short, without check digit, seen by few scan lines) are left out.
std::vector<Code> find_symbols(const GreyView& grey, Effort effort);

}  // namespace sohoa::ocr
