#pragma once
#include <string>

#include "samples/maker/people.h"

namespace sohoa::maker {

/// Seven fields as the card of 2021 has them: number|old number|name|birth|sex|residence|issue.
std::string card_payload(const Person& holder, const std::string& old_number);

/// The same as other makers of cards write it: decomposed letters, further fields at the end.
std::string varied_payload_2021(const Person& holder, const std::string& old_number, Random random);

/// The number first, then an order that is nowhere published: the name before or after the old number, parents' and a
/// spouse's names at the end.
std::string varied_payload_2024(const Person& holder, const std::string& old_number, Random random);

/// Vietnamese letters as letters and combining marks (NFD).
std::string decomposed(const std::string& text);

/// UTF-8 bytes in hexadecimal, as codes of health cards carry names.
std::string hex_of(const std::string& text);

}  // namespace sohoa::maker
