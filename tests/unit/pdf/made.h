#pragma once
#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "ocr/page_reading.h"
#include "scanners/page.h"

/// Papers and PDF files made for the tests.
namespace sohoa::pdf::made {

/// A folder of its own for each test.
class PdfTest : public testing::Test {
protected:
    void SetUp() override;
    void TearDown() override;

    std::string at(const std::string& name) const { return (folder_ / name).string(); }
    /// Writes `bytes` there and gives the whole path.
    std::string file(const std::string& name, const std::string& bytes) const;

    std::filesystem::path folder_;
};

/// A grey page of 400 × 200 pixels at 100 dpi.
scanners::Page page();

/// What such a page says: each text a line of its own, words beside each other.
ocr::PageReading reading(const std::vector<std::string>& lines);

/// A paper as sohoa writes it: a page for each list of lines. The bytes of the file.
std::string paper(const std::vector<std::vector<std::string>>& pages);

/// A PDF 1.7 file of these objects, numbered from 1; object 1 is the catalogue.
std::string raw_pdf(const std::vector<std::string>& objects, const std::string& trailer_entries = "");

/// The body of a stream object; `entries` beside /Length.
std::string stream(const std::string& bytes, const std::string& entries = "");

/// Objects of a PDF of one page whose content is `content`: 1 catalogue, 2 pages, 3 page, 4 content.
std::vector<std::string> one_page(const std::string& content, const std::string& page_entries = "",
                                  const std::string& catalogue_entries = "");

/// An XMP packet that claims PDF/A-2u.
std::string packet(const std::string& part = "2", const std::string& conformance = "U");

/// The text with every `from` replaced by `to`; both of the same length, so that offsets stay.
std::string replaced(std::string text, const std::string& from, const std::string& to);

}  // namespace sohoa::pdf::made
