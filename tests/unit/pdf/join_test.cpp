#include "pipeline/pdf/join.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFSystemError.hh>
#include <unistd.h>

#include "base/files.h"
#include "made.h"
#include "pipeline/pdf/file_sink.h"

namespace sohoa::pdf {

class JoinFragments : public made::PdfTest {};

TEST_F(JoinFragments, SamePaperGivesTheSameBytes) {
    EXPECT_TRUE(made::paper({{"QUYẾT ĐỊNH"}, {}}) == made::paper({{"QUYẾT ĐỊNH"}, {}}));
}

TEST_F(JoinFragments, OneTextFontServesAllPages) {
    const std::string paper = made::paper({{"một"}, {"hai"}, {"ba"}});
    QPDF pdf;
    pdf.processMemoryFile("paper", paper.data(), paper.size());
    int programs = 0;
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        if (object.isDictionary() && object.hasKey("/FontFile2")) ++programs;
    }
    EXPECT_EQ(programs, 1);
}

TEST_F(JoinFragments, DamagedFragmentIsNamedAndNothingIsThrown) {
    const std::string bad = file("1.pdf", "%PDF-1.7 no more");
    const auto joined = join_fragments({bad}, {}, at("out.pdf"));
    ASSERT_FALSE(joined);
    EXPECT_EQ(joined.error().code, code::pdf_failed);
}

TEST_F(JoinFragments, FolderThatIsNotThereIsToldAsUnwritable) {
    const auto joined = join_fragments({file("1.pdf", made::paper({{}}))}, {}, at("nowhere/out.pdf"));
    ASSERT_FALSE(joined);
    EXPECT_FALSE(joined.error().message.vi.empty());
}

TEST_F(JoinFragments, ADiskThatFillsUpWithTheLastBytesIsTold) {
    if (::access("/dev/full", W_OK) != 0) GTEST_SKIP() << "no /dev/full";
    const auto joined = join_fragments({file("1.pdf", made::paper({{}}))}, {}, "/dev/full");
    ASSERT_FALSE(joined);
    EXPECT_EQ(joined.error().code, code::disk_full);
}

TEST_F(JoinFragments, AWriteThatFailsIsToldAtTheEndBecauseDestructorsWriteToo) {
    if (::access("/dev/full", W_OK) != 0) GTEST_SKIP() << "no /dev/full";
    FileSink sink("/dev/full");
    const std::vector<unsigned char> bytes(1 << 20);
    EXPECT_NO_THROW(sink.write(bytes.data(), bytes.size()));
    EXPECT_NO_THROW(sink.finish());
    EXPECT_THROW(sink.close(), QPDFSystemError);
}

}  // namespace sohoa::pdf
