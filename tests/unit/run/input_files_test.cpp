#include "pipeline/run/input_files.h"

#include "tests/unit/scanners/test_folder.h"

namespace sohoa::run {

namespace fs = std::filesystem;

class InputFilesTest : public FolderTest {};

TEST_F(InputFilesTest, AnOriginalIsKnownByEveryNameThatLeadsToIt) {
    InputFiles inputs;
    inputs.add(write("in/a.pdf", "%PDF"));
    fs::create_symlink(path("in/a.pdf"), path("link.pdf"));
    fs::create_directory_symlink(path("in"), path("folder"));
    fs::create_hard_link(path("in/a.pdf"), path("hard.pdf"));
    for (const char* name : {"in/a.pdf", "in/../in/./a.pdf", "link.pdf", "folder/a.pdf", "hard.pdf"})
        EXPECT_TRUE(inputs.contain(path(name))) << name;
}

TEST_F(InputFilesTest, AnOriginalNamedByALinkIsKnownByItsOwnName) {
    write("in/a.pdf", "%PDF");
    fs::create_symlink(path("in/a.pdf"), path("link.pdf"));
    InputFiles inputs;
    inputs.add(path("link.pdf"));
    EXPECT_TRUE(inputs.contain(path("in/a.pdf")));
}

TEST_F(InputFilesTest, OtherFilesAndMissingOnesAreNoInputs) {
    InputFiles inputs;
    inputs.add(path("missing.pdf"));
    inputs.add(write("a.pdf", "%PDF"));
    EXPECT_FALSE(inputs.contain(write("b.pdf", "%PDF")));  // the same bytes are another file
    EXPECT_FALSE(inputs.contain(path("missing.pdf")));
    EXPECT_FALSE(inputs.contain(path("nowhere.pdf")));
}

}  // namespace sohoa::run
