#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sohoa::dossier {

/// `%41` → `A` (RFC 3986, 2.1); what is no such triplet stays.
std::string percent_decoded(std::string_view text);

/// name=value pairs joined by `&`, decoded, `+` as a blank; parts without `=` are left out. At most 64 pairs.
std::vector<std::pair<std::string, std::string>> query_pairs(std::string_view query);

}  // namespace sohoa::dossier
