#pragma once
#include <string>
#include <string_view>

namespace sohoa {

/// Identity numbers in a text hidden for logs, errors and reports: every run of 9 to 16 digits keeps its first three
/// and last four ("001*****0001"); longer and shorter runs stay. Single blanks or dots between digits do not save a
/// number from being masked.
std::string masked(std::string_view text);

}  // namespace sohoa
