#include "ocr/text/word_images.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

constexpr int room = 8;  // pixels: recognisers want some paper around letters

/// Where the columns of a run begin and end: half way to the words beside it, if these are near.
std::pair<int, int> columns_of(const WordRun& run, const WordGroup& group, const std::vector<Word>& words) {
    int begin = words[run.first].box.x;
    int end = words[run.end - 1].box.right();
    for (std::size_t w = run.first; w < run.end; ++w) {
        begin = std::min(begin, words[w].box.x);
        end = std::max(end, words[w].box.right());
    }
    const int before = run.first > group.first ? (begin - words[run.first - 1].box.right()) / 2 : room;
    const int behind = run.end < group.end ? (words[run.end].box.x - end) / 2 : room;
    return {begin - std::clamp(before, 0, room), end + std::clamp(behind, 0, room)};
}

}  // namespace

Raster own_ink(const Raster& plane, const std::vector<Run>& runs, const std::function<InkOwner(std::size_t)>& owner_of,
               const Box& place) {
    Raster result(place.width, place.height, 1);
    cv::Mat copy = mat_of(result);
    mat_of(plane)(cv::Rect(place.x, place.y, place.width, place.height)).copyTo(copy);
    cv::Mat own(copy.size(), CV_8U, cv::Scalar(0));
    cv::Mat foreign(copy.size(), CV_8U, cv::Scalar(0));
    const auto first =
        std::lower_bound(runs.begin(), runs.end(), place.y, [](const Run& run, int y) { return run.y < y; });
    for (auto run = first; run != runs.end() && run->y < place.bottom(); ++run) {
        const int begin = std::max(run->begin, place.x) - place.x;
        const int end = std::min(run->end, place.right()) - place.x;
        if (begin >= end) continue;
        const InkOwner owner = owner_of(static_cast<std::size_t>(run->piece));
        if (owner == InkOwner::unknown) continue;  // a bit of a broken stroke, as like as not
        cv::Mat& mask = owner == InkOwner::own ? own : foreign;
        mask.row(run->y - place.y).colRange(begin, end).setTo(255);
    }
    // Rims of ink are paler than what counts as ink.
    cv::dilate(foreign, foreign, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    cv::dilate(own, own, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
    copy.setTo(255, foreign & ~own);
    return result;
}

std::vector<WordImage> word_images(const Raster& plane, double dpi, const LineInk& of, const std::vector<Line>& lines,
                                   const std::vector<WordRun>& runs) {
    std::vector<WordImage> images;
    if (plane.channels() != 1) return images;
    const std::vector<WordGroup>& groups = of.groups();
    std::vector<Box> own(groups.size());
    for (std::size_t k = 0; k < of.ink().pieces.size(); ++k) {
        if (of.owner(k) < 0) continue;
        Box& box = own[static_cast<std::size_t>(of.owner(k))];
        box = bounding(box, of.ink().pieces[k].box);
    }
    for (const WordRun& run : runs) {
        const WordGroup& group = groups[run.group];
        const Box& ink = own[run.group];
        if (ink.empty()) continue;
        Box roomy{ink.x - room, ink.y - room, ink.width + 2 * room, ink.height + 2 * room};
        if (run.first != group.first || run.end != group.end) {
            const auto [begin, end] = columns_of(run, group, lines[group.line].words);
            roomy.x = begin;
            roomy.width = end - begin;
        }
        const Box place = intersection(roomy, {0, 0, plane.width(), plane.height()});
        if (place.empty()) continue;
        const auto owner_of = [&](std::size_t piece) {
            const int owner = of.owner(piece);
            if (owner < 0) return InkOwner::unknown;
            return owner == static_cast<int>(run.group) ? InkOwner::own : InkOwner::other;
        };
        images.push_back(
            {group.line, run.first, run.end, place, {own_ink(plane, of.ink().runs, owner_of, place), dpi}});
    }
    return images;
}

std::vector<Word> placed(std::vector<Word> words, const Box& place) {
    const auto move = [&](Box& box) {
        box.x += place.x;
        box.y += place.y;
    };
    for (Word& word : words) {
        move(word.box);
        for (ReadSymbol& symbol : word.symbols) move(symbol.box);
    }
    return words;
}

}  // namespace sohoa::ocr
