#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sohoa::store {

/// Ids of the kinds of papers that somebody means: by id ("giay_khai_sinh"), by label with or without marks ("giấy khai
/// sinh"), else all whose label has every word given ("khai sinh"). Empty where there is none.
std::vector<std::string> kinds_named(std::string_view name);

}  // namespace sohoa::store
