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

/// What is looked for, and how.
struct SymbolSearch {
    enum class Family {
        all,
        linear_and_stacked,  ///< bars: linear ones and PDF417
        matrix               ///< QR, Data Matrix, Aztec, MaxiCode
    };
    Family family = Family::all;
    /// False: pixels below 128 are dark. True: ZXing compares each with its neighbourhood.
    bool local_threshold = true;
};

/// The symbols ZXing finds and believes, in its order; boxes in pixels of the view. ZXing looks as hard as it can:
/// turned symbols and such as are only seen on a smaller picture too. Linear symbols that print can counterfeit (short,
/// without check digit, of low bars) are left out. Cost: 15 to 20 ms a megapixel, about half of it for each family.
///
/// What ends the process by an assertion of ZXing 1.4, which Debian's build checks, is kept from it: Micro QR codes and
/// DataBars are not looked for, and linear symbols one by one.
std::vector<Code> find_symbols(const GreyView& grey, const SymbolSearch& search = {});

}  // namespace sohoa::ocr
