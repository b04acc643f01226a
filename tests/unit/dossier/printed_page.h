#pragma once
#include <string>
#include <vector>

#include "base/vietnamese.h"
#include "ocr/page_reading.h"

namespace sohoa::dossier {

/// A page as a recogniser would give it: A4 at 200 dpi, words 0.55 em a letter, every line a block of its own. Lines on
/// the same height stay apart unless they are printed `across`.
class PrintedPage {
public:
    PrintedPage() {
        page_.width = 1654;
        page_.height = 2339;
        page_.dpi = 200;
    }

    PrintedPage& left(int y, const std::string& text, int size = 34) {
        return put(480 - width_of(text, size) / 2, y, text, size);
    }
    PrintedPage& right(int y, const std::string& text, int size = 34) {
        return put(1170 - width_of(text, size) / 2, y, text, size);
    }
    PrintedPage& centre(int y, const std::string& text, int size = 34) {
        return put(870 - width_of(text, size) / 2, y, text, size);
    }
    PrintedPage& body(int y, const std::string& text, int size = 34) { return put(236, y, text, size); }

    PrintedPage& put(int x, int y, const std::string& text, int size = 34) {
        page_.blocks.push_back({"", {}, {line_of(x, y, text, size)}});
        return *this;
    }

    /// Two columns that the recogniser took for one line.
    PrintedPage& across(int y, const std::string& left_text, const std::string& right_text, int size = 34) {
        ocr::Line line = line_of(480 - width_of(left_text, size) / 2, y, left_text, size);
        const ocr::Line rest = line_of(1170 - width_of(right_text, size) / 2, y, right_text, size);
        line.words.insert(line.words.end(), rest.words.begin(), rest.words.end());
        line.text += " " + rest.text;
        line.box = bounding(line.box, rest.box);
        page_.blocks.push_back({"", line.box, {line}});
        return *this;
    }

    PrintedPage& code(const std::string& text) {
        page_.codes.push_back({"QRCode", {1200, 100, 200, 200}, quad_of({1200, 100, 200, 200}), text});
        return *this;
    }

    PrintedPage& confidence(double value) {
        confidence_ = value;
        return *this;
    }

    const ocr::PageReading& reading() const { return page_; }
    ocr::PageReading& reading() { return page_; }

private:
    static int letter_width(int size) { return size * 11 / 20; }
    static int width_of(const std::string& text, int size) {
        return static_cast<int>(to_utf32(text).size()) * letter_width(size);
    }

    ocr::Line line_of(int x, int y, const std::string& text, int size) const {
        ocr::Line line;
        int at = x;
        for (const std::string& word : words_of(text)) {
            const Box box{at, y, width_of(word, size), size};
            line.words.push_back({box, std::nullopt, nfc(word), confidence_, ""});
            line.box = bounding(line.box, box);
            at = box.right() + letter_width(size);
        }
        line.text = single_spaced(text);
        line.confidence = confidence_;
        return line;
    }

    ocr::PageReading page_;
    double confidence_ = 0.96;
};

}  // namespace sohoa::dossier
