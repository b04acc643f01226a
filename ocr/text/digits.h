#pragma once
#include <string>
#include <string_view>

namespace sohoa::ocr {

/// A number in which a letter was read for a digit, mended: "ó,75" → "6,75", "2o24" → "2024". Any other word comes back
/// as it is: only words of digits and the signs of numbers, with one such letter beside a digit or a decimal sign,
/// count as numbers.
std::string with_mended_digits(std::string_view word);

}  // namespace sohoa::ocr
