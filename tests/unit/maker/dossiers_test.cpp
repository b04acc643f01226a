#include "samples/maker/dossiers.h"

#include <algorithm>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <unistd.h>

#include "base/files.h"
#include "samples/maker/scanned_files.h"

namespace sohoa::maker {

namespace {

namespace fs = std::filesystem;

class Dossiers : public testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "maker-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::map<std::string, std::string> made(const std::string& name, const std::string& place, std::uint64_t seed) {
        const std::string at = folder_ + "/" + place;
        EXPECT_TRUE(make_dossier(name, at, seed));
        std::map<std::string, std::string> files;
        for (const auto& entry : fs::directory_iterator(at + "/" + name))
            files[entry.path().filename().string()] = *read_file(entry.path().string());
        return files;
    }

    std::string folder_;
};

Scan grey_page(int shade) {
    Scan scan{Raster(64, 96, 1), 100, 80};
    std::fill(scan.pixels.data(), scan.pixels.data() + scan.pixels.bytes(), std::uint8_t{250});
    for (int y = 20; y < 40; ++y)
        for (int x = 10; x < 50; ++x) scan.pixels.row(y)[x] = static_cast<std::uint8_t>(shade);
    return scan;
}

}  // namespace

TEST_F(Dossiers, AreTheSameBytesWhenMadeAgain) {
    const auto one = made("can-cuoc-cong-dan", "one", 1);
    EXPECT_EQ(one, made("can-cuoc-cong-dan", "two", 1));
    EXPECT_NE(one, made("can-cuoc-cong-dan", "other", 2));
}

TEST_F(Dossiers, TruthStandsBesideEveryScan) {
    const auto files = made("can-cuoc-cong-dan", "one", 1);
    std::vector<std::string> names;
    for (const auto& [name, bytes] : files) names.push_back(name);
    EXPECT_THAT(names, testing::ElementsAre("mat-sau.office.jpg", "mat-sau.truth.json", "mat-sau.txt",
                                            "mat-truoc.office.jpg", "mat-truoc.truth.json", "mat-truoc.txt"));
}

TEST(DossierPlan, CoversTheDesk) {
    EXPECT_GE(dossier_names().size(), 8U);
    EXPECT_THROW((void)make_dossier("khong-co", "/nonexistent", 1), std::invalid_argument);
}

TEST(ScannedFiles, ManyPagesAreOnePdfAndOneTiff) {
    std::vector<Scan> pages;
    for (const int shade : {10, 90, 40}) pages.push_back(grey_page(shade));
    const std::string pdf = scanned_pdf(pages);
    EXPECT_TRUE(pdf.starts_with("%PDF-"));
    EXPECT_NE(pdf.find("/Count 3"), std::string::npos);
    EXPECT_EQ(pdf, scanned_pdf(pages));
    const std::string tiff = tiff_group4(pages);
    EXPECT_EQ(tiff.substr(0, 4), std::string("II*\0", 4));
    EXPECT_LT(tiff.size(), 2000U) << "one bit a pixel, compressed";
    EXPECT_EQ(tiff, tiff_group4(pages));
}

}  // namespace sohoa::maker
