#pragma once
#include <string_view>

namespace sohoa::scanners {

/// Names in the order people expect: runs of digits by value ("a_2" before "a_10"), everything else byte by byte. A
/// strict total order: names that differ only in leading zeros are ordered by bytes.
bool natural_less(std::string_view a, std::string_view b);

}  // namespace sohoa::scanners
