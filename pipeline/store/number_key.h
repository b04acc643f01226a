#pragma once
#include <string>
#include <string_view>

namespace sohoa::store {

/// The form in which numbers of papers are compared: without blanks and marks, lower case, every separator "/", no
/// zeros before the first number: "0293-TB/HU" → "293/tb/hu", "1403" → "1403". At most 200 bytes. Empty where there is
/// no letter or digit.
std::string number_key(std::string_view number);

/// The digits of an identity number as typed.
std::string digits_of(std::string_view text);

}  // namespace sohoa::store
