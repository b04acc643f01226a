#include "ocr/text/stamp_text.h"

#include <algorithm>
#include <array>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

constexpr double least_sure = 0.2;

bool has_letters(const Word& word) {
    const std::u32string text = to_utf32(word.text);
    return std::any_of(text.begin(), text.end(), is_letter_or_digit);
}

}  // namespace

std::string stamp_text_of(const std::vector<Line>& read) {
    std::string text;
    for (const Line& line : read) {
        std::string said;
        for (const Word& word : line.words) {
            if (word.confidence < least_sure || !has_letters(word)) continue;
            said += (said.empty() ? "" : " ") + word.text;
        }
        if (!said.empty()) text += (text.empty() ? "" : "\n") + said;
    }
    return text;
}

bool says_stamp(std::string_view text) {
    constexpr std::array<std::string_view, 13> words{
        "cong van den", "van ban den", "den so",    "ngay den", "ban sao", "sao y",      "sao luc",
        "hoa toc",      "khan",        "tuyet mat", "toi mat",  "do mat",  "da thu tien"};
    const std::string said = single_spaced(folded(text));
    return said == "mat" || said == "den" || std::any_of(words.begin(), words.end(), [&](std::string_view each) {
               return said.find(each) != std::string::npos;
           });
}

}  // namespace sohoa::ocr
