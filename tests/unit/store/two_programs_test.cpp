// Two desks and a service write one catalogue: programs, not threads, for SQLite's locks are theirs.
#include <gmock/gmock.h>
#include <sys/wait.h>

#include "fixtures.h"
#include "pipeline/store/connection.h"

namespace sohoa::store {

constexpr int each_writes = 40;

/// Runs in a program of its own; 0 when every document went in.
int write_documents(const std::string& path, const std::string& desk) {
    auto catalogue = Catalogue::open(path);
    if (!catalogue) return 1;
    for (int k = 0; k < each_writes; ++k) {
        const auto document = paper(desk + "-" + std::to_string(k), {field("number", std::to_string(k))});
        if (!catalogue->add(document, pages({"giấy của bàn " + desk, "trang hai"}))) return 2;
    }
    return 0;
}

TEST(TwoPrograms, MakeAndFillOneCatalogueTogether) {
    const Folder folder;
    const std::string path = folder / "kho.sqlite";
    std::vector<pid_t> programs;
    for (const char* desk : {"a", "b", "c"}) {
        const pid_t program = ::fork();
        ASSERT_GE(program, 0);
        if (program == 0) ::_exit(write_documents(path, desk));
        programs.push_back(program);
    }
    for (const pid_t program : programs) {
        int status = 0;
        ::waitpid(program, &status, 0);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
    }
    auto catalogue = opened(path);
    EXPECT_EQ(catalogue.find({})->total, 3 * each_writes);
    EXPECT_EQ(catalogue.find(words("\"bàn b\""))->total, each_writes);
    EXPECT_EQ(catalogue.connection().database().execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST(TwoPrograms, KilledInTheMiddleLeavesWholeDocumentsOnly) {
    const Folder folder;
    const std::string path = folder / "kho.sqlite";
    { opened(path); }
    for (int round = 0; round < 8; ++round) {
        const pid_t program = ::fork();
        ASSERT_GE(program, 0);
        if (program == 0) ::_exit(write_documents(path, std::to_string(round)));
        ::usleep(static_cast<useconds_t>(3000 + 7000 * round));
        ::kill(program, SIGKILL);
        ::waitpid(program, nullptr, 0);
    }
    auto catalogue = opened(path);
    auto& database = catalogue.connection().database();
    const int documents = database.execAndGet("SELECT count(*) FROM document").getInt();
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM page").getInt(), 2 * documents);
    EXPECT_EQ(catalogue.find(words("trang hai"))->total, documents);
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM journal").getInt(), 2 * documents);
    EXPECT_NO_THROW(database.exec("INSERT INTO passage_words (passage_words, rank) VALUES ('integrity-check', 1)"));
}

TEST(TwoPrograms, ALockHeldTooLongIsToldNotWaitedForForEver) {
    const Folder folder;
    const std::string path = folder / "kho.sqlite";
    auto holder = opened(path);
    SQLite::Transaction held(holder.connection().database(), SQLite::TransactionBehavior::IMMEDIATE);
    auto other = Catalogue::open(path, {.wait = std::chrono::milliseconds{50}});
    ASSERT_TRUE(other) << describe(other.error());
    const auto added = other->add(paper("a"), pages({"x"}));
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code, code::catalogue_busy);
    EXPECT_TRUE(other->find(words("x"))) << "reading goes on";
}

}  // namespace sohoa::store
