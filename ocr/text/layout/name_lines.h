#pragma once
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// Blocks [first, last) of `blocks` are cut wherever `role_of(line)` changes; each gets the role of its lines.
template <class RoleOf>
void name_lines(std::vector<Block>& blocks, std::size_t first, std::size_t last, RoleOf role_of) {
    const auto begin = blocks.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = blocks.begin() + static_cast<std::ptrdiff_t>(last);
    std::vector<Block> named;
    for (auto block = begin; block != end; ++block) {
        for (Line& line : block->lines) {
            std::string role = role_of(line);
            if (named.empty() || named.back().role != role) named.push_back({std::move(role), {}, {}});
            named.back().lines.push_back(std::move(line));
        }
    }
    const auto after = blocks.erase(begin, end);
    blocks.insert(after, std::make_move_iterator(named.begin()), std::make_move_iterator(named.end()));
}

}  // namespace sohoa::ocr
