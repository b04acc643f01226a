#pragma once
#include <sstream>
#include <string>

#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// A line of these words, parted by blanks; without places.
inline Line line_of_text(const std::string& text) {
    Line line;
    std::istringstream words(text);
    for (std::string word; words >> word;) line.words.push_back({{}, {}, word, 0.9, ""});
    return line;
}

/// What the words of a line say now.
inline std::string text_of_words(const Line& line) {
    std::string text;
    for (const Word& word : line.words) text += (text.empty() ? "" : " ") + word.text;
    return text;
}

}  // namespace sohoa::ocr
