#include "base/files.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/sha256.h"

namespace sohoa {

namespace fs = std::filesystem;

class Files : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) / ("sohoa-files-" + std::to_string(::getpid()));
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }
    fs::path folder_;
};

TEST_F(Files, WrittenFileIsReadBackWithItsHash) {
    const std::string path = (folder_ / "tờ khai.txt").string();
    ASSERT_TRUE(write_file_atomically(path, "abc"));
    EXPECT_EQ(read_file(path).value(), "abc");
    EXPECT_EQ(sha256_of_file(path).value(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(Files, NothingIsLeftWithoutCommit) {
    {
        AtomicFile file((folder_ / "a.pdf").string());
        ASSERT_TRUE(write_file_atomically(file.temporary_path(), "half"));
    }
    EXPECT_TRUE(fs::is_empty(folder_));
}

TEST_F(Files, FailuresNameTheFile) {
    const std::string missing = (folder_ / "none.pdf").string();
    const auto read = read_file(missing);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, code::file_missing);
    EXPECT_EQ(read.error().file, missing);
    const auto written = write_file_atomically((folder_ / "no" / "such.pdf").string(), "x");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, code::output_unwritable);
}

TEST_F(Files, LimitIsNamedInTheMessage) {
    const std::string path = (folder_ / "large").string();
    ASSERT_TRUE(write_file_atomically(path, std::string(100, 'x')));
    const auto read = read_file(path, 99);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, code::too_many_bytes);
    EXPECT_NE(read.error().message.en.find("99"), std::string::npos);
}

}  // namespace sohoa
