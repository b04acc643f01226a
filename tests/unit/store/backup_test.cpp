#include "pipeline/store/backup.h"

#include <atomic>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <thread>

#include "fixtures.h"

namespace sohoa::store {

using testing::ElementsAre;

TEST(Backup, IsOneWholeFileForItsOwnerAlone) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    put(catalogue, paper("a"), {"đường"});
    const auto done = back_up(folder / "kho.sqlite", folder / "copy.sqlite");
    ASSERT_TRUE(done) << describe(done.error());
    EXPECT_EQ(done->documents, 1);
    struct stat status {};
    ASSERT_EQ(::stat((folder / "copy.sqlite").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "")) {
        const std::string name = entry.path().filename();
        EXPECT_FALSE(name.starts_with(".sohoa")) << name;
        if (name.starts_with("copy")) ++files;
    }
    EXPECT_EQ(files, 1);
    auto copy = opened(folder / "copy.sqlite");
    EXPECT_THAT(found(copy, words("duong")), ElementsAre("a.jpg"));
}

TEST(Backup, HoldsADocumentWholeWhileOthersAreWritten) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    std::atomic<bool> stop{false};
    std::thread writer([&] {
        auto own = opened(folder / "kho.sqlite");
        for (int k = 0; !stop && k < 500; ++k) put(own, paper("w" + std::to_string(k)), {"một hai ba"});
    });
    for (int k = 0; k < 5; ++k) {
        const auto done = back_up(folder / "kho.sqlite", folder / "copy.sqlite");
        ASSERT_TRUE(done) << describe(done.error());
        auto copy = opened(folder / "copy.sqlite");
        EXPECT_EQ(copy.find(words("ba"))->total, done->documents);
    }
    stop = true;
    writer.join();
}

TEST(Backup, NeverStandsInThePlaceOfTheCatalogue) {
    const Folder folder;
    { opened(folder / "kho.sqlite"); }
    EXPECT_EQ(back_up(folder / "kho.sqlite", folder / "./kho.sqlite").error().code, code::usage);
    EXPECT_EQ(back_up(folder / "none.sqlite", folder / "copy.sqlite").error().code, code::catalogue_missing);
    EXPECT_TRUE(back_up(folder / "kho.sqlite", folder / "a/new/folder/copy.sqlite"));
}

TEST(Restore, PutsTheBackupBackAndKeepsWhatWasThere) {
    const Folder folder;
    {
        auto catalogue = opened(folder / "kho.sqlite");
        put(catalogue, paper("old"), {"x"});
        ASSERT_TRUE(back_up(folder / "kho.sqlite", folder / "copy.sqlite"));
        put(catalogue, paper("new"), {"x"});
    }
    // A log left behind by a crash must not be played into the restored file.
    std::ofstream(folder / "kho.sqlite-wal") << "left over";
    const auto done = restore(folder / "copy.sqlite", folder / "kho.sqlite");
    ASSERT_TRUE(done) << describe(done.error());
    EXPECT_FALSE(std::filesystem::exists(folder / "kho.sqlite-wal"));
    auto catalogue = opened(folder / "kho.sqlite");
    EXPECT_THAT(found(catalogue, {}), ElementsAre("old.jpg"));
    EXPECT_TRUE(std::filesystem::exists(folder / "kho.sqlite.before-restore"));
}

TEST(Restore, RefusesWhileSomebodyHasTheCatalogueOpen) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    put(catalogue, paper("kept"), {"x"});
    ASSERT_TRUE(back_up(folder / "kho.sqlite", folder / "copy.sqlite"));
    EXPECT_EQ(restore(folder / "copy.sqlite", folder / "kho.sqlite").error().code, code::catalogue_busy);
    put(catalogue, paper("after"), {"x"});
    EXPECT_EQ(opened(folder / "kho.sqlite").find({})->total, 2);
}

TEST(Restore, RefusesABackupThatIsNone) {
    const Folder folder;
    { opened(folder / "kho.sqlite"); }
    std::ofstream(folder / "bad") << std::string(10000, 'x');
    EXPECT_FALSE(restore(folder / "bad", folder / "kho.sqlite"));
    EXPECT_TRUE(Catalogue::open(folder / "kho.sqlite", {.create = false}));
}

}  // namespace sohoa::store
