#include "made.h"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>
#include <stdexcept>

#include "base/files.h"
#include "pipeline/pdf/fragment.h"
#include "pipeline/pdf/join.h"

namespace sohoa::pdf::made {

void PdfTest::SetUp() {
    std::string pattern = (std::filesystem::temp_directory_path() / "sohoa-pdf-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
}

void PdfTest::TearDown() {
    std::filesystem::remove_all(folder_);
}

std::string PdfTest::file(const std::string& name, const std::string& bytes) const {
    const std::string path = at(name);
    if (!write_file_atomically(path, bytes)) throw std::runtime_error("cannot write " + path);
    return path;
}

scanners::Page page() {
    scanners::Page page;
    page.pixels = Raster(400, 200, 1);
    std::fill_n(page.pixels.data(), page.pixels.bytes(), std::uint8_t{240});
    page.dpi = 100;
    page.source = {"made.png", std::string(64, 'a'), 1};
    return page;
}

ocr::PageReading reading(const std::vector<std::string>& lines) {
    ocr::PageReading reading;
    reading.width = 400;
    reading.height = 200;
    reading.dpi = 100;
    ocr::Block block;
    int y = 20;
    for (const std::string& text : lines) {
        ocr::Line line;
        line.text = text;
        line.confidence = 0.9;
        int x = 20;
        std::istringstream words(text);
        for (std::string word; words >> word;) {
            const int width = 6 * static_cast<int>(word.size());
            line.words.push_back({.box = {x, y, width, 14}, .quad = {}, .text = word, .confidence = 0.9, .raw = ""});
            x += width + 5;
        }
        line.box = {20, y, x - 25, 14};
        line.baseline = {{20, y + 11.0}, {x - 5.0, y + 11.0}};
        block.lines.push_back(line);
        y += 24;
    }
    block.box = {20, 20, 360, y - 30};
    if (!lines.empty()) reading.blocks.push_back(block);
    return reading;
}

std::string paper(const std::vector<std::vector<std::string>>& pages) {
    std::string pattern = (std::filesystem::temp_directory_path() / "sohoa-paper-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder");
    const std::filesystem::path folder = pattern;
    std::vector<std::string> fragments;
    for (const auto& lines : pages) {
        const auto fragment = make_fragment(page(), reading(lines), {});
        if (!fragment) throw std::runtime_error(fragment.error().message.en);
        fragments.push_back((folder / fmt::format("{}.pdf", fragments.size())).string());
        if (!write_file_atomically(fragments.back(), *fragment)) throw std::runtime_error("cannot write");
    }
    const std::string path = (folder / "paper.pdf").string();
    const Metadata metadata{.title = "Quyết định 12/QĐ-UBND",
                            .subject = "",
                            .author = "",
                            .producer = "sohoa",
                            .source_sha256 = std::string(64, 'a')};
    if (const auto joined = join_fragments(fragments, metadata, path); !joined) {
        throw std::runtime_error(joined.error().message.en);
    }
    std::string bytes = read_file(path).value();
    std::filesystem::remove_all(folder);
    return bytes;
}

std::string raw_pdf(const std::vector<std::string>& objects, const std::string& trailer_entries) {
    std::string bytes = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (std::size_t k = 0; k < objects.size(); ++k) {
        table += fmt::format("{:010} 00000 n \n", bytes.size());
        bytes += fmt::format("{} 0 obj\n{}\nendobj\n", k + 1, objects[k]);
    }
    const std::size_t start = bytes.size();
    return bytes + table +
           fmt::format("trailer\n<< /Size {} /Root 1 0 R {} >>\nstartxref\n{}\n%%EOF\n", objects.size() + 1,
                       trailer_entries, start);
}

std::string stream(const std::string& bytes, const std::string& entries) {
    return fmt::format("<< /Length {} {} >>\nstream\n{}\nendstream", bytes.size(), entries, bytes);
}

std::vector<std::string> one_page(const std::string& content, const std::string& page_entries,
                                  const std::string& catalogue_entries) {
    return {"<< /Type /Catalog /Pages 2 0 R " + catalogue_entries + " >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " + page_entries + " >>",
            stream(content)};
}

std::string packet(const std::string& part, const std::string& conformance) {
    return "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
           "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
           "<rdf:Description rdf:about='' xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/'>"
           "<pdfaid:part>" +
           part + "</pdfaid:part><pdfaid:conformance>" + conformance +
           "</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    EXPECT_EQ(from.size(), to.size());
    bool found = false;
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + 1)) {
        text.replace(at, from.size(), to);
        found = true;
    }
    EXPECT_TRUE(found) << from;
    return text;
}

}  // namespace sohoa::pdf::made
