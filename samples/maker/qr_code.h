#pragma once
#include <string>

#include "samples/maker/sheet.h"

namespace sohoa::maker {

/// Prints a QR code (UTF-8) of `size` mm, quiet zone included. Throws std::invalid_argument for payloads too long.
/// `spare`: 3 bears ink over 15 % of it (level M), 1 over 7 % (L), with fewer modules.
void print_qr(Sheet& sheet, const std::string& payload, double x, double y, double size, int spare = 3);

/// Prints a Code 128, EAN-13 or PDF417 code of ASCII; `format` is ZXing's name.
void print_barcode(Sheet& sheet, const std::string& payload, const std::string& format, const Rect& place);

}  // namespace sohoa::maker
