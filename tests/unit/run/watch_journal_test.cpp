#include "pipeline/run/watch_journal.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <set>

#include "base/files.h"
#include "tests/unit/scanners/test_folder.h"

namespace sohoa::run {

namespace fs = std::filesystem;
using testing::IsEmpty;
using testing::SizeIs;
using What = WatchJournal::Taking::What;

class Journal : public FolderTest {
protected:
    void SetUp() override {
        FolderTest::SetUp();
        fs::create_directories(journal().path());
    }
    WatchJournal journal() const { return WatchJournal(folder_.string()); }

    TakenPaper paper(const std::string& name) const {
        TakenPaper taken;
        taken.name = name;
        taken.place = "place";
        taken.mark = 0xFEDCBA9876543210ULL;
        return taken;
    }

    /// Every file below the folder that is a paper or a reason, by its path.
    std::set<std::string> files() const {
        std::set<std::string> found;
        for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
            if (entry.is_regular_file()) found.insert(entry.path().lexically_relative(folder_).string());
        }
        return found;
    }
};

TEST_F(Journal, ATakenPaperIsFoundAgainAfterTheProgramWasKilled) {
    for (const std::string& name :
         {std::string("đơn xin 1.jpg"), std::string("x\n%41\xff.jpg"), std::string(251, 'a') + ".jpg"}) {
        write(name, "paper");
        auto taken = paper(name);
        taken.place_was_free = false;
        ASSERT_EQ(journal().take(taken).what, What::taken);
        EXPECT_FALSE(fs::exists(folder_ / name));
        auto again = journal();
        const auto left = again.recover({});
        ASSERT_TRUE(left);
        ASSERT_THAT(*left, SizeIs(1));
        EXPECT_EQ(left->front().name, name);
        EXPECT_EQ(left->front().place, "place");
        EXPECT_EQ(left->front().mark, 0xFEDCBA9876543210ULL);
        EXPECT_FALSE(left->front().place_was_free);
        EXPECT_TRUE(fs::exists(again.path_of(left->front())));
        EXPECT_THAT(*again.recover({left->front().key}), IsEmpty()) << "known papers are not told again";
        auto same = left->front();
        ASSERT_TRUE(again.put_away(same, ""));
    }
}

TEST_F(Journal, KilledBeforeThePaperWasMovedNothingHappened) {
    write("a.jpg", "paper");
    auto taken = paper("a.jpg");
    auto first = journal();
    ASSERT_EQ(first.take(taken).what, What::taken);
    fs::rename(first.path_of(taken), path("a.jpg"));  // as it stood in that instant
    auto again = journal();
    EXPECT_THAT(*again.recover({}), IsEmpty());
    EXPECT_EQ(files(), std::set<std::string>{"a.jpg"});
}

TEST_F(Journal, KilledAfterThePaperWasPutAwayItIsNotDoneTwice) {
    write("a.jpg", "paper");
    auto taken = paper("a.jpg");
    auto first = journal();
    ASSERT_EQ(first.take(taken).what, What::taken);
    fs::create_directories(path("done/2026-01-01"));
    fs::rename(first.path_of(taken), path("done/2026-01-01/a.jpg"));
    EXPECT_THAT(*journal().recover({}), IsEmpty());
    EXPECT_EQ(files(), std::set<std::string>{"done/2026-01-01/a.jpg"});
}

TEST_F(Journal, AFailedPaperGetsItsReasonBesideIt) {
    write("a.jpg", "paper");
    auto taken = paper("a.jpg");
    auto own = journal();
    ASSERT_EQ(own.take(taken).what, What::taken);
    ASSERT_TRUE(own.put_away(taken, "hỏng"));
    EXPECT_EQ(files(), (std::set<std::string>{"failed/a.jpg", "failed/a.jpg.reason.txt"}));
    EXPECT_EQ(*read_file(path("failed/a.jpg.reason.txt")), "hỏng");
}

TEST_F(Journal, ADecisionOutlivesTheProgram) {
    write("a.jpg", "paper");
    auto taken = paper("a.jpg");
    auto first = journal();
    ASSERT_EQ(first.take(taken).what, What::taken);
    taken.destination = "failed/a.jpg";
    taken.reason = "hỏng\n100 %";
    ASSERT_TRUE(first.note(taken));
    auto again = journal();
    const auto left = again.recover({});
    ASSERT_THAT(*left, SizeIs(1));
    EXPECT_EQ(left->front().reason, taken.reason);
    auto same = left->front();
    ASSERT_TRUE(again.put_away(same, same.reason));
    EXPECT_EQ(files(), (std::set<std::string>{"failed/a.jpg", "failed/a.jpg.reason.txt"}));
}

TEST_F(Journal, NothingIsEverWrittenOver) {
    auto own = journal();
    std::vector<std::string> went;
    for (int k = 0; k < 3; ++k) {
        write("scan0001.jpg", std::to_string(k));
        auto taken = paper("scan0001.jpg");
        ASSERT_EQ(own.take(taken).what, What::taken);
        ASSERT_TRUE(own.put_away(taken, k == 1 ? "hỏng" : ""));
        went.push_back(taken.destination);
        EXPECT_EQ(*read_file(path(taken.destination)), std::to_string(k));
    }
    EXPECT_TRUE(went[0].ends_with("/scan0001.jpg"));
    EXPECT_EQ(went[1], "failed/scan0001.jpg");
    EXPECT_TRUE(went[2].ends_with("/scan0001-2.jpg")) << went[2];
}

TEST_F(Journal, APaperGivenBackGoesBesideANewOneOfItsName) {
    write("a.jpg", "old");
    auto taken = paper("a.jpg");
    auto own = journal();
    ASSERT_EQ(own.take(taken).what, What::taken);
    write("a.jpg", "new");
    ASSERT_TRUE(own.give_back(taken));
    EXPECT_EQ(files(), (std::set<std::string>{"a.jpg", "a-2.jpg"}));
    EXPECT_EQ(*read_file(path("a-2.jpg")), "old");
}

TEST_F(Journal, AnEntryThatCannotBeReadGivesItsPaperBack) {
    write("a.jpg", "paper");
    auto taken = paper("a.jpg");
    auto own = journal();
    ASSERT_EQ(own.take(taken).what, What::taken);
    for (const char* text : {"", "{", "[]", R"({"schema":"sohoa-watch/1","name":"../x"})", R"({"schema":1})"}) {
        const auto entry = fs::path(own.path()) / taken.key / "entry.json";
        if (!fs::exists(entry)) {
            ASSERT_EQ(own.take(taken).what, What::taken);
        }
        std::ofstream(fs::path(own.path()) / taken.key / "entry.json") << text;
        EXPECT_THAT(*own.recover({}), IsEmpty()) << text;
        EXPECT_EQ(files(), std::set<std::string>{"a.jpg"}) << text;
    }
}

TEST_F(Journal, APaperThatIsGoneLeavesNothing) {
    auto taken = paper("none.jpg");
    EXPECT_EQ(journal().take(taken).what, What::gone);
    EXPECT_TRUE(fs::is_empty(journal().path()));
}

TEST_F(Journal, FoldersAreMovedWhole) {
    write("hồ sơ.2/a.jpg", "x");
    fs::create_directories(path("failed/hồ sơ.2"));
    auto taken = paper("hồ sơ.2");
    taken.is_folder = true;
    auto own = journal();
    ASSERT_EQ(own.take(taken).what, What::taken);
    ASSERT_TRUE(own.put_away(taken, "hỏng"));
    EXPECT_EQ(taken.destination, "failed/hồ sơ.2-2");
    EXPECT_TRUE(fs::exists(path("failed/hồ sơ.2-2/a.jpg")));
}

TEST(JournalNames, StayWithinWhatAFileNameMayHold) {
    EXPECT_EQ(numbered_name("a.jpg", 1, false), "a.jpg");
    EXPECT_EQ(numbered_name("a.jpg", 12, false), "a-12.jpg");
    EXPECT_EQ(numbered_name("a.b", 2, true), "a.b-2");
    const std::string longest = std::string(249, 'a') + "ê.jpg";
    EXPECT_EQ(numbered_name(longest, 2, false), std::string(249, 'a') + "-2.jpg") << "a letter is not cut in two";
    EXPECT_LE(reason_name(longest).size(), 255U);
    EXPECT_EQ(reason_name("a.jpg"), "a.jpg.reason.txt");
}

}  // namespace sohoa::run
