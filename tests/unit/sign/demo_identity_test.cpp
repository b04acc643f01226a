#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/files.h"
#include "made.h"
#include "pipeline/sign/certificate.h"

namespace sohoa::sign {

class DemoIdentity : public made::SignTest {};

TEST_F(DemoIdentity, SaysThatItIsADemonstrationAndStaysTheSame) {
    const auto first = demo_identity(at("sohoa/keys"));
    ASSERT_TRUE(first) << describe(first.error());
    EXPECT_TRUE((*first)->is_demo());
    EXPECT_NE((*first)->common_name().find("không có giá trị pháp lý"), std::string::npos);
    const auto again = demo_identity(at("sohoa/keys/"));
    ASSERT_TRUE(again);
    EXPECT_EQ((*again)->certificates(), (*first)->certificates());
}

TEST_F(DemoIdentity, OthersCannotReadTheKey) {
    ASSERT_TRUE(demo_identity(at("keys")));
    struct stat status {};
    ASSERT_EQ(::stat(at("keys").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0700U);
    ASSERT_EQ(::stat(at("keys/demo-identity.p12").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(at("keys")), {}), 1);
}

TEST_F(DemoIdentity, ProcessesThatStartTogetherEndWithTheSameIdentity) {
    std::vector<pid_t> children;
    for (int k = 0; k < 3; ++k) {
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            const auto key = demo_identity(at("keys"));
            const bool written =
                key && write_file_atomically(at("seen-" + std::to_string(k)), (*key)->certificates()[0]);
            ::_exit(written ? 0 : 1);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = -1;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        EXPECT_EQ(status, 0);
    }
    const auto expected = demo_identity(at("keys"));
    ASSERT_TRUE(expected);
    for (int k = 0; k < 3; ++k) {
        EXPECT_EQ(read_file(at("seen-" + std::to_string(k))).value(), (*expected)->certificates()[0]);
    }
}

TEST_F(DemoIdentity, DamagedFileIsNamedWithARemedy) {
    std::filesystem::create_directories(at("keys"));
    file("keys/demo-identity.p12", "half");
    const auto key = demo_identity(at("keys"));
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, code::key_unreadable);
    EXPECT_NE(key.error().remedy.en.find("delete"), std::string::npos);
}

TEST_F(DemoIdentity, FolderThatCannotBeMadeIsSaidSo) {
    file("plain", "a file");
    const auto key = demo_identity(at("plain/keys"));
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, code::output_unwritable);
}

}  // namespace sohoa::sign
