#pragma once
#include <string_view>
#include <vector>

#include "base/result.h"

/// The only door to ZXing-cpp's writer in what users run.
namespace sohoa::pdf {

/// A QR code (ISO/IEC 18004) as a square of modules, to be drawn by whoever prints it.
struct QrMatrix {
    static constexpr int quiet_modules = 4;  ///< of white that the standard asks for on every side

    int side = 0;             ///< modules, without the quiet zone: 21, 25, … 177
    std::vector<bool> black;  ///< rows from the top, side × side

    bool is_black(int x, int y) const {
        return black[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) + static_cast<std::size_t>(x)];
    }
    /// Modules a side with the quiet zone: a code printed `width` mm wide has modules of width / whole_side() mm.
    int whole_side() const { return side + 2 * quiet_modules; }
};

/// The code of a text: UTF-8, error correction M (15 % of the code words), as small as that allows. Below 0.33 mm a
/// module (four pixels at 300 dpi) desk scanners begin to fail.
///
/// Fails with usage for an empty text and for one that no QR code holds (beyond 2331 bytes).
Result<QrMatrix> qr_matrix(std::string_view text);

}  // namespace sohoa::pdf
