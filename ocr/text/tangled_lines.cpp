#include "ocr/text/tangled_lines.h"

#include <algorithm>
#include <numeric>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

constexpr std::size_t most_copies = 80;

bool is_doubtful(const WordGroup& group, const std::vector<Line>& lines, double sure) {
    const auto& words = lines[group.line].words;
    return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(group.first),
                       words.begin() + static_cast<std::ptrdiff_t>(group.end),
                       [&](const Word& word) { return word.confidence < sure; });
}

/// What of the plane belongs to the group; paper elsewhere.
cv::Mat own_ink(const Raster& plane, const LineInk& of, int group, const Box& place) {
    const std::vector<Run>& runs = of.ink().runs;
    cv::Mat copy = mat_of(plane)(cv::Rect(place.x, place.y, place.width, place.height)).clone();
    cv::Mat own(copy.size(), CV_8U, cv::Scalar(0));
    cv::Mat foreign(copy.size(), CV_8U, cv::Scalar(0));
    const auto first =
        std::lower_bound(runs.begin(), runs.end(), place.y, [](const Run& run, int y) { return run.y < y; });
    for (auto run = first; run != runs.end() && run->y < place.bottom(); ++run) {
        const int begin = std::max(run->begin, place.x) - place.x;
        const int end = std::min(run->end, place.right()) - place.x;
        if (begin >= end) continue;
        const int owner = of.owner(static_cast<std::size_t>(run->piece));
        if (owner < 0) continue;  // a bit of a broken stroke, as like as not
        cv::Mat& mask = owner == group ? own : foreign;
        mask.row(run->y - place.y).colRange(begin, end).setTo(255);
    }
    // Rims of ink are paler than what counts as ink.
    cv::dilate(foreign, foreign, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    cv::dilate(own, own, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
    copy.setTo(255, foreign & ~own);
    return copy;
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

UntangledSheet untangle(const Raster& plane, const LineInk& of, const std::vector<Line>& lines, double sure) {
    UntangledSheet found;
    if (plane.channels() != 1) return found;
    const std::vector<WordGroup>& groups = of.groups();
    const std::vector<Piece>& pieces = of.ink().pieces;
    std::vector<Box> own(groups.size());
    for (std::size_t k = 0; k < pieces.size(); ++k) {
        if (of.owner(k) < 0) continue;
        Box& box = own[static_cast<std::size_t>(of.owner(k))];
        box = bounding(box, pieces[k].box);
    }
    const std::vector<bool> tangled = with_strangers(of);
    constexpr int room = 8;  // pixels: Tesseract wants some paper around letters
    std::vector<cv::Mat> copies;
    Size sheet{1, room};
    for (std::size_t g = 0; g < groups.size() && copies.size() < most_copies; ++g) {
        if (!tangled[g] || own[g].empty() || !is_doubtful(groups[g], lines, sure)) continue;
        const Box roomy{own[g].x - room, own[g].y - room, own[g].width + 2 * room, own[g].height + 2 * room};
        const Box place = intersection(roomy, {0, 0, plane.width(), plane.height()});
        copies.push_back(own_ink(plane, of, static_cast<int>(g), place));
        found.words.push_back(
            {groups[g].line, groups[g].first, groups[g].end, place, {room, sheet.height, place.width, place.height}});
        sheet.width = std::max(sheet.width, place.width + 2 * room);
        sheet.height += place.height + room;
    }
    if (copies.empty()) return found;
    found.sheet = Raster(sheet.width, sheet.height, 1);
    cv::Mat whole = mat_of(found.sheet);
    whole.setTo(255);
    for (std::size_t k = 0; k < copies.size(); ++k) {
        const Box& at = found.words[k].copy;
        copies[k].copyTo(whole(cv::Rect(at.x, at.y, at.width, at.height)));
    }
    return found;
}

}  // namespace sohoa::ocr
