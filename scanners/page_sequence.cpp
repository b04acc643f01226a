#include "scanners/page_sequence.h"

#include <map>
#include <optional>

#include "scanners/output_names.h"

namespace sohoa::scanners {

namespace {

/// What stands before the number that ends the name (before its extension); nullopt where none does.
std::optional<std::string> before_number(const std::string& name) {
    const std::size_t dot = name.rfind('.');
    std::string stem = dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
    const std::size_t digits = stem.find_last_not_of("0123456789");
    const std::size_t kept = digits == std::string::npos ? 0 : digits + 1;
    if (kept == stem.size()) return std::nullopt;
    stem.resize(kept);
    return stem;
}

std::string without_separators(std::string stem) {
    while (!stem.empty() && std::string("_-. ").find(stem.back()) != std::string::npos) stem.pop_back();
    return stem;
}

}  // namespace

std::vector<PageSequence> group_numbered(const std::vector<std::string>& names) {
    std::vector<PageSequence> groups;
    std::map<std::string, std::size_t> group_of;
    for (const auto& name : names) {
        const auto common = before_number(name);
        const auto known = common ? group_of.find(*common) : group_of.end();
        if (known != group_of.end()) {
            groups[known->second].names.push_back(name);
            continue;
        }
        if (common) group_of[*common] = groups.size();
        groups.push_back({{name}, common.value_or("")});
    }
    for (auto& group : groups) {
        group.stem = group.names.size() == 1 ? stem_of(group.names.front()) : without_separators(group.stem);
    }
    return groups;
}

}  // namespace sohoa::scanners
