#include "pipeline/run/worker_pool.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <unistd.h>

namespace sohoa::run {

class FaultyWorkers : public testing::Test {
protected:
    void SetUp() override { std::filesystem::remove(marker_); }
    void TearDown() override { std::filesystem::remove(marker_); }

    std::map<std::size_t, Result<Answer>> outcomes_of(const std::vector<std::string>& files, int workers) {
        WorkerOptions options;
        options.program = SOHOA_FAULTY_WORKER;
        options.arguments = {marker_};
        options.deadline = std::chrono::seconds{1};
        options.memory_bytes = 0;  // the sanitizers' address space is larger than any bound
        WorkerPool pool(workers, options);
        std::map<std::size_t, Result<Answer>> outcomes;
        std::size_t next = 0;
        while (next < files.size() || !pool.idle()) {
            while (next < files.size() && pool.has_room()) {
                pool.submit(next, PageTask{.file = files[next], .page = 5});
                ++next;
            }
            for (auto& outcome : pool.wait(std::chrono::milliseconds{50}))
                outcomes.emplace(outcome.ticket, std::move(outcome.answer));
        }
        return outcomes;
    }

    std::string marker_ = testing::TempDir() + "sohoa-faulty-" + std::to_string(::getpid());
};

TEST_F(FaultyWorkers, OneBadPageLosesOnlyItself) {
    const auto outcomes = outcomes_of({"good", "segfault", "good", "abort", "good", "exit", "good"}, 2);
    ASSERT_EQ(outcomes.size(), 7U);
    for (const std::size_t good : {0U, 2U, 4U, 6U}) EXPECT_TRUE(outcomes.at(good)) << good;
    for (const std::size_t bad : {1U, 3U, 5U}) {
        ASSERT_FALSE(outcomes.at(bad)) << bad;
        EXPECT_EQ(outcomes.at(bad).error().code, code::worker_died);
        EXPECT_EQ(outcomes.at(bad).error().page, 5);
    }
    EXPECT_EQ(outcomes.at(1).error().file, "segfault");
    EXPECT_NE(outcomes.at(1).error().message.en.find("signal 11"), std::string::npos);
}

TEST_F(FaultyWorkers, PageIsTriedOnceMoreInAFreshWorker) {
    const auto outcomes = outcomes_of({"segfault once"}, 1);
    EXPECT_TRUE(outcomes.at(0));
}

TEST_F(FaultyWorkers, NonsenseIsTriedOnceMoreToo) {
    const auto outcomes = outcomes_of({"garbage once", "good"}, 2);
    EXPECT_TRUE(outcomes.at(0));
    EXPECT_TRUE(outcomes.at(1));
}

TEST_F(FaultyWorkers, APageIsTriedAgainWhileNothingElseRuns) {
    const auto outcomes = outcomes_of({"alone", "slow", "slow", "good"}, 3);
    ASSERT_EQ(outcomes.size(), 4U);
    for (const auto& [ticket, answer] : outcomes) EXPECT_TRUE(answer) << ticket;
}

TEST_F(FaultyWorkers, EndlessPageEndsAtItsDeadlineAndTheLimitIsNamed) {
    const auto outcomes = outcomes_of({"hang", "good"}, 1);
    ASSERT_FALSE(outcomes.at(0));
    EXPECT_EQ(outcomes.at(0).error().code, code::worker_timeout);
    EXPECT_NE(outcomes.at(0).error().message.en.find("--page-seconds"), std::string::npos);
    EXPECT_TRUE(outcomes.at(1));
}

TEST_F(FaultyWorkers, GarbageIsAnErrorAndNeverFillsTheParent) {
    const auto outcomes = outcomes_of({"garbage", "endless answer", "good"}, 1);
    EXPECT_FALSE(outcomes.at(0));
    EXPECT_FALSE(outcomes.at(1));
    EXPECT_TRUE(outcomes.at(2));
}

TEST(WorkerPool, ProgramThatCannotBeStartedIsAnErrorForEachTask) {
    WorkerOptions options;
    options.program = "/no/such/program";
    WorkerPool pool(2, options);
    pool.submit(9, OpenTask{.file = "a.pdf"});
    const auto outcomes = pool.wait(std::chrono::milliseconds{10});
    ASSERT_EQ(outcomes.size(), 1U);
    EXPECT_EQ(outcomes[0].ticket, 9U);
    EXPECT_FALSE(outcomes[0].answer);
}

}  // namespace sohoa::run
