#include "pipeline/run/existing_output.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/files.h"

namespace sohoa::run {

class Existing : public testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directories(folder_); }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    ExistingOutput with(const std::string& json, bool pdf = true) {
        EXPECT_TRUE(write_file_atomically(json_, json));
        std::filesystem::remove(pdf_);
        if (pdf) {
            EXPECT_TRUE(write_file_atomically(pdf_, "%PDF"));
        }
        return existing_output(json_, pdf_, "abc");
    }
    std::string folder_ = testing::TempDir() + "sohoa-existing-" + std::to_string(::getpid());
    std::string json_ = folder_ + "/a.json";
    std::string pdf_ = folder_ + "/a.pdf";
};

TEST_F(Existing, CompleteOutputOfTheSameMakingIsRecognisedWithoutReadingThePages) {
    EXPECT_EQ(with(R"({"schema":"sohoa/1","made_by":{"identity":"abc","complete":true},"pages":[ cut off)"),
              ExistingOutput::same);
}

TEST_F(Existing, OutputOfOtherSettingsOrWithLostPagesIsDifferent) {
    EXPECT_EQ(with(R"({"made_by":{"identity":"xyz","complete":true},"pages":[]})"), ExistingOutput::different);
    EXPECT_EQ(with(R"({"made_by":{"identity":"abc","complete":false},"pages":[]})"), ExistingOutput::different);
}

TEST_F(Existing, ForeignFilesAreNeverTakenForOurs) {
    EXPECT_EQ(with("hello"), ExistingOutput::different);
    EXPECT_EQ(with(R"({"fields":[{"identity":"abc","complete":true}]})"), ExistingOutput::different);
    EXPECT_EQ(with(R"({"made_by":{"identity":"xyz","complete":true}})", false), ExistingOutput::different);
}

TEST_F(Existing, ADocumentWhosePdfWasTakenAwayIsMadeAgain) {
    EXPECT_EQ(with(R"({"made_by":{"identity":"abc","complete":true}})", false), ExistingOutput::none);
}

TEST_F(Existing, NothingThere) {
    EXPECT_EQ(existing_output(folder_ + "/b.json", folder_ + "/b.pdf", "abc"), ExistingOutput::none);
}

}  // namespace sohoa::run
