#include "pipeline/run/document_job.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/files.h"

namespace sohoa::run {

namespace {

DocumentJob joined_of(const std::vector<int>& pages_of_files) {
    scanners::Arrival arrival{{}, "ho-so", "don"};
    for (std::size_t k = 0; k < pages_of_files.size(); ++k) arrival.files.push_back("f" + std::to_string(k));
    DocumentJob job(0, arrival, "out");
    for (std::size_t k = 0; k < pages_of_files.size(); ++k) {
        EXPECT_EQ(job.next_file(), arrival.files[k]);
        if (pages_of_files[k] > 0) {
            job.opened(k, OpenAnswer{"sha" + std::to_string(k), pages_of_files[k], "tiff", {}, {}});
        } else {
            job.opened(k, fail(code::file_empty, {"rỗng", "empty"}));
        }
    }
    return job;
}

}  // namespace

TEST(DocumentJob, JoinedPagesKnowTheirFile) {
    DocumentJob job = joined_of({2, 0, 3});
    ASSERT_TRUE(job.number_pages());
    EXPECT_EQ(job.page_count(), 5);
    EXPECT_EQ(job.files()[job.source_of(2).file].path, "f0");
    EXPECT_EQ(job.files()[job.source_of(3).file].path, "f2");
    EXPECT_EQ(job.files()[job.source_of(3).file].arrived, 2U);
    EXPECT_EQ(job.source_of(5).page, 3);
    EXPECT_EQ(job.problems.size(), 1U);
}

TEST(DocumentJob, WithoutRoomNoMorePagesAreAskedForAndItIsSaidOnce) {
    DocumentJob job = joined_of({5});
    ASSERT_TRUE(job.number_pages());
    EXPECT_EQ(job.next_page(), 1);
    EXPECT_EQ(job.next_page(), 2);
    const Problem full = problem(code::disk_full, {"đầy", "full"});
    job.out_of_room(2, full);
    EXPECT_EQ(job.next_page(), std::nullopt);
    EXPECT_FALSE(job.pages_finished());  // page 1 is in flight
    job.out_of_room(1, full);
    EXPECT_TRUE(job.pages_finished());
    EXPECT_EQ(job.problems.size(), 1U);
}

TEST(DocumentJob, PagesOfARunBeforeAreNotReadAgain) {
    const std::string folder = testing::TempDir() + "sohoa-job-" + std::to_string(::getpid());
    DocumentJob job = joined_of({3});
    ASSERT_TRUE(job.number_pages());
    Spool spool(folder, "identity");
    ASSERT_TRUE(spool.create());
    ASSERT_TRUE(write_file_atomically(spool.page(2) + ".pdf", "%PDF"));
    ASSERT_TRUE(write_file_atomically(spool.page(2) + ".json", "{}"));
    job.begin_pages(spool);
    EXPECT_EQ(job.next_page(), 1);
    EXPECT_EQ(job.next_page(), 3);
    EXPECT_EQ(job.next_page(), std::nullopt);
    job.page_done(1);
    job.page_lost(3, problem(code::file_damaged, {"hỏng", "damaged"}));
    EXPECT_TRUE(job.pages_finished());
    EXPECT_EQ(job.readable_pages(), (std::vector<int>{1, 2}));
    spool.remove();
    EXPECT_TRUE(std::filesystem::is_empty(folder));
    std::filesystem::remove_all(folder);
}

TEST(DocumentJob, NobodyAsksForPagesOfAnAbandonedOne) {
    DocumentJob job = joined_of({3});
    ASSERT_TRUE(job.number_pages());
    EXPECT_EQ(job.next_page(), 1);
    job.abandon();
    EXPECT_EQ(job.next_page(), std::nullopt);
    EXPECT_FALSE(job.pages_finished()) << "one is in flight";
    job.page_done(1);
    EXPECT_TRUE(job.pages_finished());
    EXPECT_TRUE(job.problems.empty());
}

TEST(DocumentJob, OtherSettingsAreAnotherIdentity) {
    DocumentJob job = joined_of({1});
    ASSERT_TRUE(job.number_pages());
    Settings other;
    other.jpeg_quality = 50;
    EXPECT_NE(job.identity({}), job.identity(other));
    Settings limits;
    limits.limits.pixels = 5;
    EXPECT_EQ(job.identity({}), job.identity(limits));
}

}  // namespace sohoa::run
