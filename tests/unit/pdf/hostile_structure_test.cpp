#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <sys/resource.h>

#include "made.h"
#include "pipeline/pdf/structure.h"

/// Files made to crash, stall or fill whoever opens them.
namespace sohoa::pdf {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds patience{60};  // of a busy machine under a sanitizer; a second is usual

}  // namespace

class HostilePdf : public made::PdfTest {
protected:
    void check(const std::string& bytes) const {
        const auto start = Clock::now();
        const auto structure = check_structure(file("hostile.pdf", bytes));
        EXPECT_LT(Clock::now() - start, patience);
        EXPECT_TRUE(structure || !structure.error().message.vi.empty());
    }
};

TEST_F(HostilePdf, PageTreeAsDeepAsTheFileIsLong) {
    constexpr int depth = 60'000;
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>"};
    for (int k = 0; k < depth; ++k) {
        objects.push_back(fmt::format("<< /Type /Pages /Kids [{} 0 R] /Count 1 /Parent {} 0 R >>", k + 3, k + 1));
    }
    objects.push_back(fmt::format("<< /Type /Page /Parent {} 0 R /MediaBox [0 0 9 9] >>", depth + 1));
    check(made::raw_pdf(objects));
}

TEST_F(HostilePdf, PageTreeThatBitesItsTail) {
    check(made::raw_pdf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"}));
}

TEST_F(HostilePdf, OnePageNamedAHundredThousandTimes) {
    std::string kids;
    for (int k = 0; k < 100'000; ++k) kids += "3 0 R ";
    auto objects = made::one_page("BT (a) Tj ET");
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count 100000 >>";
    check(made::raw_pdf(objects));
}

TEST_F(HostilePdf, FormsThatDrawEachOtherTwice) {
    constexpr int depth = 40;
    auto objects = made::one_page("/X Do /X Do", "/Resources << /XObject << /X 5 0 R >> >>");
    for (int k = 0; k < depth; ++k) {
        objects.push_back(
            made::stream("/X Do /X Do",
                         fmt::format("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {} 0 "
                                     "R >> >>",
                                     k + 1 < depth ? k + 6 : 5)));
    }
    check(made::raw_pdf(objects));
}

TEST_F(HostilePdf, StatesAndArraysWithoutEnd) {
    std::string states;
    for (int k = 0; k < 500'000; ++k) states += "q ";
    check(made::raw_pdf(made::one_page(states + std::string(500'000, '['))));
    check(made::raw_pdf(made::one_page("", "/Odd " + std::string(200'000, '['))));
    check(made::raw_pdf(made::one_page("", "/Odd " + std::string(200'000, '<'))));
}

TEST_F(HostilePdf, ContentUnfoldingToGigabytes) {
    // ASCIIHex and RunLength twice over: each pair of bytes stands for 128, twice.
    std::string inner;
    for (int k = 0; k < 40'000; ++k) inner += std::string("\x81\x81", 2);
    std::string outer;
    for (int k = 0; k < 40'000; ++k) outer += std::string("\x81\x81", 2);
    auto objects = made::one_page("");
    objects[3] = made::stream(outer, "/Filter [/RunLengthDecode /RunLengthDecode /RunLengthDecode]");
    check(made::raw_pdf(objects));
}

TEST_F(HostilePdf, InlineImagesThatNeverEnd) {
    std::string content;
    for (int k = 0; k < 100'000; ++k) content += "BI ID x ";
    check(made::raw_pdf(made::one_page(content)));
}

TEST_F(HostilePdf, RepairThatReadsTheRestForEachLine) {
    std::string bytes = "%PDF-1.7\n";
    for (int k = 0; k < 30'000; ++k) bytes += "trailer[\n";
    check(bytes);
}

TEST_F(HostilePdf, EveryTruncationOfAnOwnPaperIsAnswered) {
    const std::string paper = made::paper({{"QUYẾT ĐỊNH"}});
    const std::size_t step = paper.size() / 60 + 1;
    for (std::size_t length = 0; length < paper.size(); length += step) check(paper.substr(0, length));
}

TEST(RealPdf, OddAndBrokenFilesAreAnsweredQuickly) {
    const char* named = std::getenv("SOHOA_REALDATA");
    const fs::path folder = named != nullptr ? named : fs::path(SOHOA_SOURCE_DIR) / ".." / "shared" / "realdata";
    if (!fs::exists(folder)) GTEST_SKIP() << "no real inputs: set SOHOA_REALDATA to their folder";
    for (const char* part : {"fuzz-seeds/qpdf", "pdf-inputs", "pdf-signed", "scans"}) {
        for (const auto& entry : fs::recursive_directory_iterator(folder / part)) {
            if (!entry.is_regular_file()) continue;
            const auto start = Clock::now();
            const auto structure = check_structure(entry.path().string());
            EXPECT_LT(Clock::now() - start, patience) << entry.path();
            EXPECT_TRUE(!structure || structure->pages > 0 || !structure->findings.empty()) << entry.path();
        }
    }
}

}  // namespace sohoa::pdf
