// What stands on a page is whatever somebody printed there. Each line of the input is a printed line: its first byte
// says how far from the left it begins, its second how far below the line before. A first line with bars in it is the
// text of a QR code, too.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "base/vietnamese.h"
#include "pipeline/dossier/document_json.h"

namespace {

using sohoa::ocr::PageReading;

constexpr int letter_width = 18;
constexpr int letter_height = 34;

sohoa::ocr::Line printed(const std::string& text, int x, int y) {
    sohoa::ocr::Line line;
    for (const std::string& word : sohoa::words_of(sohoa::nfc(text))) {
        const int width = letter_width * static_cast<int>(std::min<std::size_t>(word.size(), 80));
        line.words.push_back({{x, y, width, letter_height}, std::nullopt, word, 0.95, ""});
        line.box = bounding(line.box, line.words.back().box);
        line.text += (line.text.empty() ? "" : " ") + word;
        x += width + letter_width;
    }
    return line;
}

PageReading page_of(const std::string& bytes) {
    PageReading page;
    page.width = 1654;
    page.height = 2339;
    page.dpi = 200;
    std::istringstream lines(bytes);
    int y = 0;
    for (std::string line; std::getline(lines, line) && page.blocks.size() < 200;) {
        if (line.size() < 3) continue;
        const int x = 5 * static_cast<unsigned char>(line[0]);
        y += 2 * (static_cast<unsigned char>(line[1]) % 64);
        const std::string text = line.substr(2, 400);
        if (page.blocks.empty() && text.find('|') != std::string::npos)
            page.codes.push_back({"QRCode", {1200, 100, 200, 200}, {}, sohoa::nfc(text)});
        page.blocks.push_back({"", {}, {printed(text, x, y)}});
    }
    return page;
}

void check(const sohoa::dossier::Understanding& understood) {
    for (const auto& field : understood.fields) {
        const bool status = field.status == "accepted" || field.status == "review";
        if (field.name.empty() || field.normalized.empty() || !status || !(field.confidence >= 0) ||
            field.confidence > 1)
            std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > 20000) return 0;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    sohoa::dossier::DocumentHead head;
    head.source.file = bytes.substr(0, 300);
    head.understanding = sohoa::dossier::understand(2, [&](int number) -> sohoa::Result<PageReading> {
        return page_of(number == 1 ? bytes : bytes.substr(size / 2));
    });
    check(head.understanding);
    std::ostringstream out;
    sohoa::dossier::DocumentJsonWriter writer(out);
    writer.begin(head);
    writer.end({});
    if (!nlohmann::json::accept(out.str())) std::abort();
    return 0;
}
