#include "scanners/arrivals.h"

#include <gmock/gmock.h>

#include "test_folder.h"

namespace sohoa::scanners {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class PlanArrivals : public FolderTest {
protected:
    std::string paper(const std::string& name) const { return write(name, "\xFF\xD8\xFF\xE0"); }

    static std::vector<std::string> places(const Arrivals& arrivals) {
        std::vector<std::string> all;
        for (const auto& each : arrivals.documents)
            all.push_back(each.folder.empty() ? each.stem : each.folder + "/" + each.stem);
        return all;
    }
    static std::vector<std::string> names(const Arrival& arrival) {
        std::vector<std::string> all;
        for (const auto& each : arrival.files) all.push_back(fs::path(each).filename().string());
        return all;
    }
    static std::vector<std::string> dossiers(const Arrivals& arrivals) {
        std::vector<std::string> all;
        for (const auto& each : arrivals.dossiers) all.push_back(each.folder);
        return all;
    }
};

TEST_F(PlanArrivals, NamedFilesAreDocumentsAndSameStemsGetNumbers) {
    const auto plan = plan_arrivals({paper("x/don.jpg"), paper("y/don.png"), paper("don-2.tif")}, path("out"), false);
    EXPECT_THAT(places(plan), ElementsAre("don", "don-3", "don-2"));
    EXPECT_THAT(plan.dossiers, IsEmpty());
    EXPECT_THAT(plan.problems, IsEmpty());
}

TEST_F(PlanArrivals, FolderIsADossierInNaturalOrder) {
    for (const char* name : {"hs/a_10.jpg", "hs/a_2.jpg", "hs/a_1.jpg", "hs/dossier.jpg"}) paper(name);
    const auto plan = plan_arrivals({path("hs") + "/"}, path("out"), false);
    EXPECT_THAT(places(plan), ElementsAre("hs/a_1", "hs/a_2", "hs/a_10", "hs/dossier-2"));
    ASSERT_EQ(plan.dossiers.size(), 1U);
    EXPECT_EQ(plan.dossiers[0].name, "hs");
}

TEST_F(PlanArrivals, TreeIsKept) {
    for (const char* name : {"kho/2023/hs 1/a.jpg", "kho/2023/hs 2/a.jpg", "kho/2024/hs 1/a.jpg"}) paper(name);
    const auto plan = plan_arrivals({path("kho")}, path("out"), false);
    EXPECT_THAT(places(plan), ElementsAre("kho/2023/hs 1/a", "kho/2023/hs 2/a", "kho/2024/hs 1/a"));
    EXPECT_THAT(dossiers(plan), ElementsAre("kho/2023/hs 1", "kho/2023/hs 2", "kho/2024/hs 1"));
}

TEST_F(PlanArrivals, WhatIsNoPaperIsPassedOverInFoldersOnly) {
    paper("hs/a.clean.png");
    paper("hs/.hidden.jpg");
    write("hs/a.txt", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    write("hs/a.truth.json", "{}");
    write("hs/Thumbs.db", "\xD0\xCF\x11\xE0");
    write("hs/a.clean.txt", "");
    write("hs/note.txt", "");
    const auto plan = plan_arrivals({path("hs"), path("hs/a.txt")}, path("out"), false);
    EXPECT_THAT(places(plan), ElementsAre("a", "hs/a.clean"));
    EXPECT_THAT(plan.problems, IsEmpty());
    EXPECT_THAT(plan.passed_over, UnorderedElementsAre(path("hs/note.txt"), path("hs/Thumbs.db")));
    // Named after a paper: nobody takes them for scans that were lost.
    EXPECT_THAT(plan.beside_papers,
                UnorderedElementsAre(path("hs/a.txt"), path("hs/a.truth.json"), path("hs/a.clean.txt")));
}

TEST_F(PlanArrivals, ResultsBesideTheirPapersAreNotReadAgain) {
    paper("hs/a.jpg");
    paper("hs/a.pdf");
    paper("hs/b.pdf");
    for (const char* name : {"hs/a.json", "hs/other.json", "hs/b.txt"}) write(name, "{}");
    const auto is_result = [](const std::string& file) {
        return file.ends_with("/a.pdf") || file.ends_with("/a.json");
    };
    const auto plan = plan_arrivals({path("hs")}, path("."), false, is_result);
    EXPECT_THAT(places(plan), ElementsAre("hs/a", "hs/b"));
    EXPECT_THAT(plan.passed_over, ElementsAre(path("hs/other.json")));
    EXPECT_THAT(plan.beside_papers, ElementsAre(path("hs/b.txt")));
}

TEST_F(PlanArrivals, BrokenPapersInFoldersAreNotLostInSilence) {
    write("hs/empty.jpg", "");
    write("hs/page.pdf", "<html>");
    const auto plan = plan_arrivals({path("hs")}, path("out"), false);
    EXPECT_THAT(places(plan), ElementsAre("hs/empty"));  // reading it says that it is empty
    ASSERT_EQ(plan.problems.size(), 1U);
    EXPECT_EQ(plan.problems[0].code, code::format_unknown);
    EXPECT_EQ(plan.problems[0].severity, Severity::error);
    EXPECT_THAT(plan.passed_over, IsEmpty());
    EXPECT_EQ(plan.problems[0].file, path("hs") + "/page.pdf");
}

TEST_F(PlanArrivals, ContentDecidesNotTheName) {
    paper("hs/scan.txt");
    EXPECT_THAT(places(plan_arrivals({path("hs")}, path("out"), false)), ElementsAre("hs/scan"));
}

TEST_F(PlanArrivals, ResultsInsideTheInputAreNotReadAgain) {
    paper("hs/a.jpg");
    paper("hs/out/a.pdf");
    EXPECT_THAT(places(plan_arrivals({path("hs")}, path("hs/out"), false)), ElementsAre("hs/a"));
    // Results beside the papers: OUT/hs is where a run before this one wrote.
    paper("hs/hs/a.pdf");
    EXPECT_THAT(places(plan_arrivals({path("hs")}, path("hs"), false)), ElementsAre("hs/a", "hs/out/a"));
}

TEST_F(PlanArrivals, LinksAreFollowedAndLoopsEnd) {
    paper("kho/hs 1/a.jpg");
    paper("elsewhere/b.jpg");
    fs::create_directory_symlink(path("kho"), path("kho/hs 1/loop"));
    fs::create_directory_symlink(path("kho/hs 1"), path("kho/again"));
    fs::create_directory_symlink(path("elsewhere"), path("kho/linked"));
    fs::create_symlink(path("elsewhere/b.jpg"), path("kho/hs 1/b.jpg"));
    fs::create_symlink(path("nowhere"), path("kho/hs 1/c.jpg"));
    const auto plan = plan_arrivals({path("kho")}, path("out"), false);
    EXPECT_THAT(places(plan), ElementsAre("kho/hs 1/a", "kho/hs 1/b", "kho/linked/b"));
    ASSERT_EQ(plan.problems.size(), 1U);
    EXPECT_EQ(plan.problems[0].severity, Severity::error);
}

TEST_F(PlanArrivals, MissingInputsAndEmptyFoldersAreNamed) {
    fs::create_directories(path("empty"));
    const auto plan = plan_arrivals({path("none.jpg"), path("empty"), paper("a.jpg")}, path("out"), false);
    EXPECT_THAT(places(plan), ElementsAre("a"));
    ASSERT_EQ(plan.problems.size(), 2U);
    EXPECT_EQ(plan.problems[0].code, code::file_missing);
    EXPECT_EQ(plan.problems[1].code, code::no_pages);
    EXPECT_EQ(plan.problems[1].file, path("empty"));
}

TEST_F(PlanArrivals, JoinTakesFilesAsPagesOfOneDocument) {
    const std::vector<std::string> by_shell{paper("to_1.jpg"), paper("to_10.jpg"), paper("to_2.jpg")};
    auto plan = plan_arrivals(by_shell, path("out"), true);
    ASSERT_EQ(plan.documents.size(), 1U);
    EXPECT_EQ(plan.documents[0].stem, "to");
    EXPECT_THAT(names(plan.documents[0]), ElementsAre("to_1.jpg", "to_2.jpg", "to_10.jpg"));

    plan = plan_arrivals({paper("mat truoc.jpg"), paper("mat sau.jpg")}, path("out"), true);
    ASSERT_EQ(plan.documents.size(), 1U);
    EXPECT_EQ(plan.documents[0].stem, "mat truoc");
    EXPECT_THAT(names(plan.documents[0]), ElementsAre("mat truoc.jpg", "mat sau.jpg"));
}

TEST_F(PlanArrivals, JoinTakesNumberedFilesOfAFolderTogether) {
    for (const char* name : {"hs/a_001.tif", "hs/a_002.tif", "hs/b-1.jpg", "hs/b-2.jpg", "hs/bia.jpg", "hs/c 7.jpg"})
        paper(name);
    for (const char* name : {"so/001.jpg", "so/002.jpg"}) paper(name);
    const auto plan = plan_arrivals({path("hs"), path("so")}, path("out"), true);
    EXPECT_THAT(places(plan), ElementsAre("hs/a", "hs/b", "hs/bia", "hs/c 7", "so/so"));
    EXPECT_THAT(names(plan.documents[4]), ElementsAre("001.jpg", "002.jpg"));
}

TEST_F(PlanArrivals, FoldersOfTheSameNameAreKeptApart) {
    paper("x/hs/a.jpg");
    paper("y/hs/a.jpg");
    const auto plan = plan_arrivals({path("x/hs"), path("y/hs")}, path("out"), false);
    EXPECT_THAT(places(plan), ElementsAre("hs/a", "hs-2/a"));
}

TEST_F(PlanArrivals, NamesThatAreNoUtf8Survive) {
    const std::string file = paper("hs/\xE1\xBB don.jpg");
    const auto plan = plan_arrivals({path("hs")}, path("out"), false);
    ASSERT_EQ(plan.documents.size(), 1U);
    EXPECT_EQ(plan.documents[0].files[0], file);
    EXPECT_EQ(plan.documents[0].stem, "\xE1\xBB don");
}

}  // namespace sohoa::scanners
