#include "pipeline/service/jobs.h"

#include <gmock/gmock.h>

#include "pipeline/service/deliveries.h"
#include "test_folder.h"

namespace sohoa::service {

class JobsTest : public testing::Test {
protected:
    Job paper(char id, const std::string& key = "", const std::string& hash = "h") {
        Job job;
        job.id = std::string(32, id);
        job.files = {{"don.jpg", "aa", 7}};
        job.idempotency_key = key;
        job.request_hash = hash;
        return job;
    }
    static Result<void> nothing_to_record() { return {}; }

    const TestFolder folder;
    store::Catalogue catalogue = *store::Catalogue::open(folder / "catalogue.sqlite");
    Jobs jobs{catalogue};
};

TEST_F(JobsTest, SameKeyAndRequestGiveTheSameDocument) {
    ASSERT_TRUE(jobs.accept(paper('a', "k")));
    const auto again = jobs.accept(paper('b', "k"));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->id, std::string(32, 'a'));
    EXPECT_TRUE(again->known_already);
    const auto other = jobs.accept(paper('c', "k", "other"));
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, code::key_reused);
    EXPECT_EQ(jobs.ids()->size(), 1U);
}

TEST_F(JobsTest, OldestIsReadFirstAndWhatWasRunningGoesOn) {
    ASSERT_TRUE(jobs.accept(paper('b')));
    ASSERT_TRUE(jobs.accept(paper('a')));
    EXPECT_EQ((*jobs.begin_next())->id, std::string(32, 'b'));
    EXPECT_EQ((*jobs.begin_next())->id, std::string(32, 'a'));
    EXPECT_FALSE(*jobs.begin_next());
    ASSERT_EQ(*jobs.requeue_running(), 2);  // as a server does that starts again
    EXPECT_EQ((*jobs.begin_next())->id, std::string(32, 'b'));
}

TEST_F(JobsTest, EndAndNewsAreOneStep) {
    Job job = paper('a');
    job.words.callback_url = "http://a.vn/";
    ASSERT_TRUE(jobs.accept(job));
    ASSERT_TRUE(jobs.begin_next());
    const JobResult result{JobStatus::done, {}, 2, {{0, 1, 2}}};
    const auto broken = jobs.finish(job.id, result, [] {
        return Result<void>(fail(code::disk_full, {"đầy", "full"}));
    });
    EXPECT_FALSE(broken);
    EXPECT_EQ((*jobs.find(job.id))->status, JobStatus::running);
    EXPECT_TRUE(due_deliveries(catalogue, 1LL << 40)->empty());
    EXPECT_TRUE(*jobs.finish(job.id, result, nothing_to_record));
    EXPECT_EQ((*jobs.find(job.id))->status, JobStatus::done);
    const auto due = due_deliveries(catalogue, 1LL << 40);
    ASSERT_EQ(due->size(), 1U);
    EXPECT_THAT(due->front().body, testing::HasSubstr("\"event\":\"document.done\""));
    EXPECT_FALSE(*jobs.finish(job.id, result, nothing_to_record)) << "ended twice";
}

TEST_F(JobsTest, FailedDeliveriesWaitLongerEachTime) {
    add_delivery(catalogue.connection(), "x", "http://a.vn/", "{}", 100);
    auto due = *due_deliveries(catalogue, 100);
    ASSERT_EQ(due.size(), 1U);
    ASSERT_TRUE(note_failed(catalogue, due.front(), "500", 100));
    EXPECT_TRUE(due_deliveries(catalogue, 109)->empty());
    due = *due_deliveries(catalogue, 110);
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due.front().attempts, 1);
    EXPECT_EQ(*next_delivery_at(catalogue), 110);
    ASSERT_TRUE(note_delivered(catalogue, due.front()));
    EXPECT_FALSE(*next_delivery_at(catalogue));
}

TEST_F(JobsTest, RemovedMeanwhileIsNotRecorded) {
    ASSERT_TRUE(jobs.accept(paper('a')));
    ASSERT_TRUE(jobs.begin_next());
    ASSERT_TRUE(jobs.remove(std::string(32, 'a'), "test"));
    EXPECT_FALSE(*jobs.finish(std::string(32, 'a'), {}, nothing_to_record));
    EXPECT_EQ(jobs.remove(std::string(32, 'a'), "test").error().code, code::document_missing);
}

TEST_F(JobsTest, ListIsNewestFirst) {
    for (const char id : {'a', 'b', 'c'}) ASSERT_TRUE(jobs.accept(paper(id)));
    const auto first = jobs.list({.limit = 2});
    ASSERT_EQ(first->size(), 2U);
    EXPECT_EQ(first->front().id, std::string(32, 'c'));
    const auto rest = jobs.list({.before = first->back().number, .limit = 2});
    ASSERT_EQ(rest->size(), 1U);
    EXPECT_EQ(rest->front().id, std::string(32, 'a'));
    EXPECT_TRUE(jobs.list({.status = JobStatus::done})->empty());
    EXPECT_EQ(jobs.list({.state = store::State::received})->size(), 3U);
}

}  // namespace sohoa::service
