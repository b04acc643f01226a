#include "scanners/pdf/bounded_source.h"

#include <cstdio>
#include <stdexcept>
#include <string>

#include "test_folder.h"

namespace sohoa::scanners {

class BoundedSourceTest : public FolderTest {};

TEST_F(BoundedSourceTest, LinesEndAtEitherKindOfLineEndAndAtTheEndOfTheFile) {
    const auto file = OpenFile::open(write("a.pdf", "one\r\n\ntwo"), 100);
    ASSERT_TRUE(file);
    BoundedSource source(*file);
    EXPECT_EQ(source.findAndSkipNextEOL(), 3);
    EXPECT_EQ(source.tell(), 6);
    EXPECT_EQ(source.findAndSkipNextEOL(), 9);
    char byte = 0;
    EXPECT_EQ(source.read(&byte, 1), 0U);
}

TEST_F(BoundedSourceTest, ReadsAcrossItsWindowAsTheFileStands) {
    std::string bytes;
    for (int k = 0; k < 20000; ++k) bytes += std::to_string(k);
    const auto file = OpenFile::open(write("a.pdf", bytes), bytes.size());
    ASSERT_TRUE(file);
    BoundedSource source(*file);
    std::string read(bytes.size(), '\0');
    source.seek(-static_cast<qpdf_offset_t>(bytes.size()) + 7, SEEK_END);
    EXPECT_EQ(source.read(read.data(), read.size()), bytes.size() - 7);
    EXPECT_EQ(read.substr(0, bytes.size() - 7), bytes.substr(7));
}

TEST_F(BoundedSourceTest, GoingOverTheSameBytesAgainAndAgainIsStopped) {
    const auto file = OpenFile::open(write("a.pdf", std::string(100'000, 'x')), 1'000'000);
    ASSERT_TRUE(file);
    BoundedSource source(*file);
    const auto read_a_thousand_times = [&] {
        for (int k = 0; k < 1000; ++k) {
            source.rewind();
            source.findAndSkipNextEOL();
        }
    };
    EXPECT_THROW(for (int k = 0; k < 100; ++k) read_a_thousand_times(), std::runtime_error);
    source.renew_budget();
    EXPECT_NO_THROW(source.findAndSkipNextEOL());
}

}  // namespace sohoa::scanners
