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
        return existing_output({json_, pdf_, {}}, "abc");
    }
    std::string folder_ = testing::TempDir() + "sohoa-existing-" + std::to_string(::getpid());
    std::string json_ = folder_ + "/a.json";
    std::string pdf_ = folder_ + "/a.pdf";
};

TEST_F(Existing, CompleteOutputOfTheSameMakingIsRecognisedWithoutReadingThePages) {
    EXPECT_EQ(with(R"({"schema":"sohoa/1","made_by":{"identity":"abc","complete":true},"pages":[ cut off)"),
              ExistingOutput::same);
}

TEST_F(Existing, OutputOfOtherSettingsIsDifferent) {
    EXPECT_EQ(with(R"({"made_by":{"identity":"xyz","complete":true},"pages":[]})"), ExistingOutput::different);
}

TEST_F(Existing, OutputWithLostPagesIsMadeAgain) {
    EXPECT_EQ(with(R"({"made_by":{"identity":"abc","complete":false},"pages":[]})"), ExistingOutput::none);
}

TEST_F(Existing, ForeignFilesAreNeverTakenForOurs) {
    EXPECT_EQ(with("hello"), ExistingOutput::different);
    EXPECT_EQ(with(R"({"fields":[{"identity":"abc","complete":true}]})"), ExistingOutput::different);
    EXPECT_EQ(with(R"({"made_by":{"identity":"xyz","complete":true}})", false), ExistingOutput::different);
}

TEST_F(Existing, ADocumentWhosePdfWasTakenAwayIsMadeAgain) {
    EXPECT_EQ(with(R"({"made_by":{"identity":"abc","complete":true}})", false), ExistingOutput::none);
}

TEST_F(Existing, WhatDiffersIsNamedSoThatNobodyMustGuess) {
    const std::string before =
        R"({"source":{"file":"a.jpg","sha256":"11","pages":1},"made_by":{"version":"1","settings":)"
        R"("{\"model\":\"vie\",\"jpeg_quality\":80,\"alto\":false,\"signer\":\"\"}","identity":"xyz","complete":true}})";
    EXPECT_EQ(with(before), ExistingOutput::different);
    const std::string same = R"({"model":"vie","jpeg_quality":80,"alto":false,"signer":""})";
    EXPECT_TRUE(differences(json_, {"1", same, {"11"}}).empty());
    const auto signed_now =
        differences(json_, {"1", R"({"model":"vie","jpeg_quality":80,"alto":true,"signer":"ab"})", {"11"}});
    ASSERT_EQ(signed_now.size(), 2U);
    EXPECT_EQ(signed_now[0].en, "signature: unsigned before, signed now");
    EXPECT_EQ(signed_now[1].vi, "--alto: trước không, nay có");
    const auto with_hocr = R"({"model":"vie","jpeg_quality":80,"alto":false,"hocr":true,"signer":""})";
    const auto before_hocr = differences(json_, {"1", with_hocr, {"11"}});
    ASSERT_EQ(before_hocr.size(), 1U);
    EXPECT_EQ(before_hocr[0].en, "--hocr: without before, with now");
    const auto other = differences(json_, {"2", same, {"22"}});
    ASSERT_EQ(other.size(), 2U);
    EXPECT_EQ(other[0].en, "input: other content");
    EXPECT_EQ(other[1].en, "version of sohoa: 1 before, 2 now");
}

TEST_F(Existing, TheFilesOfAJoinedDocumentAreComparedInOrder) {
    with(R"({"source":{"file":"a","sha256":"11","joined":[{"sha256":"11"},{"sha256":"22"}]},)"
         R"("made_by":{"version":"1","settings":"{}","identity":"xyz","complete":false}})");
    const auto found = differences(json_, {"1", "{}", {"11", "22"}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].en, "pages were lost the last time");
}

TEST_F(Existing, NothingThere) {
    EXPECT_EQ(existing_output({folder_ + "/b.json", folder_ + "/b.pdf", {folder_ + "/b.txt"}}, "abc"),
              ExistingOutput::none);
}

TEST_F(Existing, ATextOfTheSameNameIsSomebodyElses) {
    ASSERT_TRUE(write_file_atomically(folder_ + "/c.txt", "ghi chú"));
    const OutputPlaces places{folder_ + "/c.json", folder_ + "/c.pdf", {folder_ + "/c.txt", folder_ + "/c.alto.xml"}};
    EXPECT_EQ(existing_output(places, "abc"), ExistingOutput::different);
    EXPECT_EQ(files_of_others(places), std::vector<std::string>{folder_ + "/c.txt"});
}

}  // namespace sohoa::run
