#include <gtest/gtest.h>
#include <sys/stat.h>

#include "scanners/input_file.h"
#include "test_folder.h"

namespace sohoa::scanners {

using namespace std::string_view_literals;

TEST(Format, ContentDecides) {
    EXPECT_EQ(format_of("\xFF\xD8\xFF\xE0"sv), Format::jpeg);
    EXPECT_EQ(format_of("\x89PNG\r\n\x1A\n"sv), Format::png);
    EXPECT_EQ(format_of("MM\0*\0\0\0\x08"sv), Format::tiff);
    EXPECT_EQ(format_of("II+\0\x08\0\0\0"sv), Format::tiff);
    EXPECT_EQ(format_of("RIFF\x10\0\0\0WEBPVP8 "sv), Format::webp);
    EXPECT_EQ(format_of("\0\0\0\x18"
                        "ftypheic\0\0\0\0"sv),
              Format::heic);
    EXPECT_EQ(format_of("%PDF-1.7\n"sv), Format::pdf);
    EXPECT_EQ(format_of("mail gateway was here\r\n%PDF-1.4"sv), Format::pdf);
}

TEST(Format, TextsAndOtherFilesAreNone) {
    EXPECT_FALSE(format_of(""));
    EXPECT_FALSE(format_of("BM"));
    EXPECT_FALSE(format_of("BMW là tên một hãng xe, không phải ảnh"));
    EXPECT_FALSE(format_of("<!DOCTYPE html><html>"));
    EXPECT_FALSE(format_of("PK\x03\x04 word/document.xml"));
    EXPECT_FALSE(
        format_of("\0\0\0\x18"
                  "ftypisom\0\0\0\0"sv));
}

class OpenInput : public FolderTest {};

TEST_F(OpenInput, FailuresHaveOneNameEachAndARemedy) {
    const Limits limits;
    const auto code_of = [&](const std::string& file) {
        const auto opened = InputFile::open(file, limits);
        EXPECT_FALSE(opened) << file;
        if (opened) return std::string();
        EXPECT_EQ(opened.error().file, file);
        EXPECT_FALSE(opened.error().message.vi.empty());
        return opened.error().code;
    };
    EXPECT_EQ(code_of(path("none.pdf")), code::file_missing);
    EXPECT_EQ(code_of(write("empty.jpg", "")), code::file_empty);
    EXPECT_EQ(code_of(write("two.jpg", "\xFF\xD8")), code::format_unknown);
    EXPECT_EQ(code_of(write("page.pdf", "<html><body>Không tìm thấy</body></html>")), code::format_unknown);
    EXPECT_EQ(code_of(folder_.string()), code::file_unreadable);
}

TEST_F(OpenInput, UnknownContentNamesWhatCanBeRead) {
    const auto opened = InputFile::open(write("don.docx", "PK\x03\x04"), Limits{});
    ASSERT_FALSE(opened);
    for (const char* format : {"JPEG", "PNG", "TIFF", "BMP", "WebP", "HEIC", "PDF"}) {
        EXPECT_NE(opened.error().remedy.vi.find(format), std::string::npos) << format;
    }
}

TEST_F(OpenInput, NamedPipeDoesNotBlock) {
    const std::string pipe = path("pipe");
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const auto opened = InputFile::open(pipe, Limits{});
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, code::file_unreadable);
}

TEST_F(OpenInput, LimitOnBytesIsNamed) {
    Limits limits;
    limits.bytes = std::size_t{1} << 20;
    const auto opened = InputFile::open(write("large.pdf", std::string(limits.bytes + 1, 'x')), limits);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, code::too_many_bytes);
    EXPECT_NE(opened.error().message.en.find("has 2 MB, the limit is 1 MB"), std::string::npos);
}

}  // namespace sohoa::scanners
