#include "ocr/text/tangled_lines.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace sohoa::ocr {

namespace {

constexpr std::size_t most_tangled = 80;

bool is_doubtful(const WordGroup& group, const std::vector<Line>& lines, double sure) {
    const auto& words = lines[group.line].words;
    return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(group.first),
                       words.begin() + static_cast<std::ptrdiff_t>(group.end),
                       [&](const Word& word) { return word.confidence < sure; });
}

/// For each group whether ink of another reaches into its box.
std::vector<bool> with_strangers(const LineInk& of) {
    const std::vector<WordGroup>& groups = of.groups();
    std::vector<std::size_t> by_top(groups.size());
    std::iota(by_top.begin(), by_top.end(), std::size_t{0});
    std::sort(by_top.begin(), by_top.end(),
              [&](std::size_t a, std::size_t b) { return groups[a].box.y < groups[b].box.y; });
    int highest = 0;
    for (const WordGroup& group : groups) highest = std::max(highest, group.box.height);
    std::vector<bool> tangled(groups.size());
    for (std::size_t k = 0; k < of.ink().pieces.size(); ++k) {
        if (of.owner(k) < 0) continue;
        const Box& box = of.ink().pieces[k].box;
        auto group = std::lower_bound(by_top.begin(), by_top.end(), box.y - highest,
                                      [&](std::size_t g, int y) { return groups[g].box.y < y; });
        for (; group != by_top.end() && groups[*group].box.y < box.bottom(); ++group) {
            if (static_cast<int>(*group) != of.owner(k) && !intersection(groups[*group].box, box).empty())
                tangled[*group] = true;
        }
    }
    return tangled;
}

}  // namespace

std::vector<WordRun> tangled_words(const LineInk& of, const std::vector<Line>& lines, double sure) {
    std::vector<WordRun> found;
    const std::vector<WordGroup>& groups = of.groups();
    const std::vector<bool> tangled = with_strangers(of);
    for (std::size_t g = 0; g < groups.size() && found.size() < most_tangled; ++g) {
        if (tangled[g] && is_doubtful(groups[g], lines, sure)) found.push_back({g, groups[g].first, groups[g].end});
    }
    return found;
}

}  // namespace sohoa::ocr
