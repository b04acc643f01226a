#include "scanners/drop_folder.h"

#include <fcntl.h>
#include <filesystem>
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/files.h"
#include "tests/unit/scanners/test_folder.h"

namespace sohoa::scanners {

using testing::IsEmpty;
using testing::UnorderedElementsAre;

class DropFolder : public FolderTest {
protected:
    std::vector<std::string> names(const std::set<FileId>& left_alone = {}) const {
        const auto listing = list_drop_folder(folder_.string(), left_alone);
        EXPECT_TRUE(listing);
        std::vector<std::string> result;
        for (const auto& each : *listing) result.push_back(each.name);
        return result;
    }
};

TEST_F(DropFolder, FilesAndFoldersOfFilesAreSeen) {
    write("don.jpg", "x");
    write("ho-so/trang 1.jpg", "x");
    write("cây/trong/trang 1.jpg", "x");
    EXPECT_THAT(names(), UnorderedElementsAre("don.jpg", "ho-so", "cây"));
}

TEST_F(DropFolder, TemporaryAndHiddenNamesAreLeftAlone) {
    for (const char* name :
         {".an.jpg", "a.tmp", "b.pdf.PART", "c.crdownload", "~$d.docx", "Thumbs.db", "desktop.ini"}) {
        write(name, "x");
    }
    EXPECT_THAT(names(), IsEmpty());
}

TEST_F(DropFolder, LinksPipesAndSocketsAreNeverTouched) {
    const std::string outside = write("outside.d/secret.jpg", "x");
    std::filesystem::create_directories(path("in"));
    std::filesystem::create_symlink(outside, path("in/link.jpg"));
    std::filesystem::create_directory_symlink(path("outside.d"), path("in/link"));
    ASSERT_EQ(::mkfifo(path("in/pipe.jpg").c_str(), 0600), 0);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path("in/s").copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    const auto listing = list_drop_folder(path("in"), {});
    ::close(socket);
    ASSERT_TRUE(listing);
    EXPECT_THAT(*listing, IsEmpty());
    write("in/ho-so/that.jpg", "x");
    std::filesystem::create_symlink(outside, path("in/ho-so/link.jpg"));
    EXPECT_EQ(sight(path("in"), "ho-so")->files, 1);
}

TEST_F(DropFolder, EmptyFoldersAndWhatIsNamedAreNoPapers) {
    std::filesystem::create_directories(path("trong"));
    write("ket-qua/a.pdf", "x");
    EXPECT_THAT(names({file_id(path("ket-qua"))}), IsEmpty());
}

TEST_F(DropFolder, TheMarkChangesWithEverySizeTimeAndName) {
    write("ho-so/a.jpg", "x");
    const auto before = sight(folder_.string(), "ho-so");
    EXPECT_EQ(before, sight(folder_.string(), "ho-so"));
    write("ho-so/a.jpg", "xy");
    const auto larger = sight(folder_.string(), "ho-so");
    EXPECT_NE(larger->mark, before->mark);
    std::filesystem::rename(path("ho-so/a.jpg"), path("ho-so/b.jpg"));
    const auto renamed = sight(folder_.string(), "ho-so");
    EXPECT_NE(renamed->mark, larger->mark);
    const timespec times[2]{{1, 0}, {1, 0}};
    ASSERT_EQ(::utimensat(AT_FDCWD, path("ho-so/b.jpg").c_str(), times, 0), 0);
    EXPECT_NE(sight(folder_.string(), "ho-so")->mark, renamed->mark);
}

TEST_F(DropFolder, TheMarkStaysWhenThePaperIsMoved) {
    write("a.jpg", "x");
    write("ho-so/a.jpg", "x");
    const auto file = sight(folder_.string(), "a.jpg")->mark;
    const auto dossier = sight(folder_.string(), "ho-so")->mark;
    std::filesystem::create_directories(path("moved"));
    std::filesystem::rename(path("a.jpg"), path("moved/b.jpg"));
    std::filesystem::rename(path("ho-so"), path("moved/khac"));
    EXPECT_EQ(sight(path("moved"), "b.jpg")->mark, file);
    EXPECT_EQ(sight(path("moved"), "khac")->mark, dossier);
}

TEST_F(DropFolder, EmptyFilesAndCopiesUnderWayAreDoubtful) {
    write("a.jpg", "");
    EXPECT_TRUE(sight(folder_.string(), "a.jpg")->doubtful);
    write("ho-so/a.jpg", "x");
    EXPECT_FALSE(sight(folder_.string(), "ho-so")->doubtful);
    write("ho-so/b.jpg.part", "x");
    const auto dossier = sight(folder_.string(), "ho-so");
    EXPECT_TRUE(dossier->doubtful);
    EXPECT_EQ(dossier->files, 1);
}

TEST_F(DropFolder, AFileSomebodyWritesToIsKnown) {
    const std::string file = write("ho-so/a.jpg", "x");
    EXPECT_FALSE(is_open_for_writing(file));
    const int writer = ::open(file.c_str(), O_WRONLY | O_APPEND);
    const bool of_file = is_open_for_writing(file);
    const bool of_folder = is_open_for_writing(path("ho-so"));
    ::close(writer);
    if (!of_file) GTEST_SKIP() << "no leases on this file system";
    EXPECT_TRUE(of_folder);
    EXPECT_FALSE(is_open_for_writing(file));
}

TEST_F(DropFolder, AFolderThatIsGoneIsAnError) {
    const auto listing = list_drop_folder(path("none"), {});
    ASSERT_FALSE(listing);
    EXPECT_EQ(listing.error().code, code::file_missing);
}

}  // namespace sohoa::scanners
