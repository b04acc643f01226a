#include "ocr/page_reading.h"

namespace sohoa::ocr {

std::string text_of(const PageReading& page) {
    std::string text;
    for (const Block& block : page.blocks) {
        if (!text.empty()) text += "\n";
        for (const Line& line : block.lines) text += line.text + "\n";
    }
    return text;
}

}  // namespace sohoa::ocr
