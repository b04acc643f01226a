#include "pipeline/run/output_lock.h"

#include <csignal>
#include <filesystem>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sohoa::run {

class Lock : public testing::Test {
protected:
    void TearDown() override { std::filesystem::remove_all(folder_); }
    std::string folder_ = testing::TempDir() + "sohoa-lock-" + std::to_string(::getpid());
};

TEST_F(Lock, ASecondRunIsTurnedAwayWhileTheFirstWorks) {
    const auto first = OutputLock::take(folder_);
    ASSERT_TRUE(first);
    EXPECT_FALSE(first->after_killed_run());
    const auto second = OutputLock::take(folder_);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, code::output_in_use);
    EXPECT_FALSE(OutputLock::take(folder_)) << "being turned away must not open the door for the next";
}

TEST_F(Lock, NothingIsLeftWhenTheRunEnds) {
    { ASSERT_TRUE(OutputLock::take(folder_)); }
    EXPECT_TRUE(std::filesystem::is_empty(folder_));
    EXPECT_TRUE(OutputLock::take(folder_));
}

TEST_F(Lock, AKilledRunDoesNotBlockTheNext) {
    const pid_t child = ::fork();
    if (child == 0) {
        const auto held = OutputLock::take(folder_);
        ::kill(::getpid(), SIGKILL);
    }
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    EXPECT_FALSE(std::filesystem::is_empty(folder_));
    {
        const auto lock = OutputLock::take(folder_);
        ASSERT_TRUE(lock);
        EXPECT_TRUE(lock->after_killed_run());
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder_)) << "its file goes with the next run";
}

TEST_F(Lock, AFolderThatCannotBeMadeIsNamed) {
    const auto lock = OutputLock::take("/proc/none/out");
    ASSERT_FALSE(lock);
    EXPECT_EQ(lock.error().code, code::output_unwritable);
}

}  // namespace sohoa::run
