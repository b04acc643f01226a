#include "ocr/text/word_runs.h"

#include <algorithm>
#include <numeric>

namespace sohoa::ocr {

namespace {

constexpr std::size_t most_runs = 200;
constexpr std::size_t most_tangled = 80;

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

bool is_cut_off(const Box& mark, const Box& word, double small) {
    const double middle = mark.centre().x;
    const bool like_a_mark =
        mark.height > 0.1 * small && mark.height < 0.8 * small && mark.width > 0.12 * small && mark.width < 1.4 * small;
    return like_a_mark && middle >= word.x && middle <= word.right() && 2 * (word.y - mark.y) > mark.height;
}

}  // namespace

std::vector<WordRun> runs_around(const LineInk& of, const std::function<bool(std::size_t, std::size_t)>& wanted,
                                 std::size_t most) {
    std::vector<WordRun> found;
    const std::vector<WordGroup>& groups = of.groups();
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const WordGroup& group = groups[g];
        const std::size_t begins = found.size();
        for (std::size_t w = group.first; w < group.end; ++w) {
            if (!wanted(g, w)) continue;
            const std::size_t first = w > group.first ? w - 1 : w;
            const std::size_t end = std::min(w + 2, group.end);
            if (found.size() > begins && found.back().end >= first) {
                found.back().end = end;
            } else if (found.size() < most) {
                found.push_back({g, first, end});
            }
        }
    }
    return found;
}

std::vector<WordRun> doubtful_words(const LineInk& of, const std::vector<Line>& lines, double sure) {
    const auto is_doubtful = [&](std::size_t group, std::size_t word) {
        return lines[of.groups()[group].line].words[word].confidence < sure;
    };
    return runs_around(of, is_doubtful, most_runs);
}

std::vector<WordRun> tangled_words(const LineInk& of, const std::vector<Line>& lines, double sure) {
    const std::vector<bool> tangled = with_strangers(of);
    const auto is_tangled = [&](std::size_t group, std::size_t word) {
        return tangled[group] && lines[of.groups()[group].line].words[word].confidence < sure;
    };
    return runs_around(of, is_tangled, most_tangled);
}

std::vector<WordRun> cut_words(const LineInk& of, const std::vector<Line>& lines) {
    std::vector<std::vector<Box>> marks(of.groups().size());
    for (std::size_t k = 0; k < of.ink().pieces.size(); ++k) {
        if (of.owner(k) >= 0) marks[static_cast<std::size_t>(of.owner(k))].push_back(of.ink().pieces[k].box);
    }
    const auto is_cut = [&](std::size_t group, std::size_t word) {
        const Box& box = lines[of.groups()[group].line].words[word].box;
        return std::any_of(marks[group].begin(), marks[group].end(),
                           [&](const Box& mark) { return is_cut_off(mark, box, of.groups()[group].small); });
    };
    return runs_around(of, is_cut, most_runs);
}

}  // namespace sohoa::ocr
