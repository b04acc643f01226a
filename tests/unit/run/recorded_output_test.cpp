#include "pipeline/run/recorded_output.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/files.h"

namespace sohoa::run {

class Recorded : public testing::Test {
protected:
    void SetUp() override {
        std::filesystem::create_directories(folder_);
        EXPECT_TRUE(write_file_atomically(folder_ + "/đơn.office.json", R"({"source":{"file":"x","sha256":"99"},
            "pages":[{"outputs":[{"file":"đơn.office.pdf","sha256":"88"}]}],
            "outputs":[{"file":"đơn.office.signed.pdf","sha256":"11","bytes":1},
                       {"sha256":"22","file":"đơn.office.pdf","bytes":2}]})"));
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    std::string folder_ = testing::TempDir() + "sohoa-recorded-" + std::to_string(::getpid());
};

TEST_F(Recorded, TheDigestOfAnOutputIsFoundUnderItsName) {
    EXPECT_EQ(recorded_sha256(folder_ + "/đơn.office.pdf"), "22");
    EXPECT_EQ(recorded_sha256(folder_ + "/đơn.office.signed.pdf"), "11");
}

TEST_F(Recorded, NothingIsSaidOfFilesNobodyWroteDown) {
    EXPECT_EQ(recorded_sha256(folder_ + "/đơn.pdf"), std::nullopt);
    EXPECT_EQ(recorded_sha256(folder_ + "/khác.pdf"), std::nullopt);
    EXPECT_TRUE(write_file_atomically(folder_ + "/khác.json", R"({"outputs":[{"file":"khác.pdf"},[[)"));
    EXPECT_EQ(recorded_sha256(folder_ + "/khác.pdf"), std::nullopt);
}

}  // namespace sohoa::run
