#include "ocr/text/scribble.h"

#include <algorithm>
#include <cstddef>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

constexpr double unsure = 0.65;
constexpr std::size_t few_signs = 7;
constexpr double gap = 1.5;  // small letters between scribble and text beside it

bool is_handmade(const Region& region) {
    return region.kind == "seal" || region.kind == "signature" || region.kind == "stamp";
}

bool stands_in(const std::vector<Region>& regions, Point on_scan) {
    return std::any_of(regions.begin(), regions.end(), [&](const Region& region) {
        const Box& box = region.box;
        return is_handmade(region) && on_scan.x >= box.x && on_scan.x <= box.right() && on_scan.y >= box.y &&
               on_scan.y <= box.bottom();
    });
}

}  // namespace

void take_scribble(const Planes& planes, std::vector<Line>& lines) {
    if (std::none_of(planes.regions.begin(), planes.regions.end(), is_handmade)) return;
    const auto is_scribble = [&](const Word& word) {
        return word.confidence < unsure && stands_in(planes.regions, planes.reading_to_scan.apply(word.box.centre()));
    };
    for (Line& line : lines) {
        std::vector<Word> kept;
        for (std::size_t first = 0; first < line.words.size();) {
            std::size_t end = first + 1;
            while (end < line.words.size() &&
                   line.words[end].box.x - line.words[end - 1].box.right() < gap * planes.x_height) {
                ++end;
            }
            const auto begin = line.words.begin() + static_cast<std::ptrdiff_t>(first);
            const auto behind = line.words.begin() + static_cast<std::ptrdiff_t>(end);
            std::size_t signs = 0;
            for (auto word = begin; word != behind; ++word) signs += to_utf32(word->text).size();
            if (signs > few_signs || !std::all_of(begin, behind, is_scribble)) kept.insert(kept.end(), begin, behind);
            first = end;
        }
        line.words = std::move(kept);
    }
    std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
}

}  // namespace sohoa::ocr
