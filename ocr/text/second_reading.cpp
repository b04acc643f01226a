#include "ocr/text/second_reading.h"

#include <algorithm>
#include <utility>

#include "ocr/text/word_merging.h"

namespace sohoa::ocr {

void note_second_reading(const WordImage& image, std::vector<Word> again, std::vector<Line>& lines) {
    std::vector<Word>& words = lines[image.line].words;
    for (std::size_t w = image.first; w < image.end; ++w) {
        const auto other = std::find_if(again.begin(), again.end(),
                                        [&](const Word& each) { return stand_alike(each.box, words[w].box); });
        if (other != again.end()) words[w].second = SecondReading{std::move(other->text), other->confidence};
    }
}

}  // namespace sohoa::ocr
