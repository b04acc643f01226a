#include "ocr/text/second_reading.h"

#include <algorithm>
#include <utility>

#include "ocr/text/word_merging.h"

namespace sohoa::ocr {

namespace {

constexpr std::size_t most_runs = 200;

}  // namespace

std::vector<WordRun> doubtful_words(const LineInk& of, const std::vector<Line>& lines, double sure) {
    std::vector<WordRun> found;
    const std::vector<WordGroup>& groups = of.groups();
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const WordGroup& group = groups[g];
        const std::vector<Word>& words = lines[group.line].words;
        const std::size_t begins = found.size();
        for (std::size_t w = group.first; w < group.end; ++w) {
            if (words[w].confidence >= sure) continue;
            const std::size_t first = w > group.first ? w - 1 : w;
            const std::size_t end = std::min(w + 2, group.end);
            if (found.size() > begins && found.back().end >= first) {
                found.back().end = end;
            } else if (found.size() < most_runs) {
                found.push_back({g, first, end});
            }
        }
    }
    return found;
}

void note_second_reading(const WordImage& image, std::vector<Word> again, std::vector<Line>& lines) {
    std::vector<Word>& words = lines[image.line].words;
    for (std::size_t w = image.first; w < image.end; ++w) {
        const auto other = std::find_if(again.begin(), again.end(),
                                        [&](const Word& each) { return stand_alike(each.box, words[w].box); });
        if (other != again.end()) words[w].second = SecondReading{std::move(other->text), other->confidence};
    }
}

}  // namespace sohoa::ocr
