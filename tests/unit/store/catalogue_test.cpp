#include "pipeline/store/catalogue.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "fixtures.h"
#include "pipeline/store/connection.h"
#include "pipeline/store/migrations.h"

namespace sohoa::store {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(CatalogueFile, IsMadeForItsOwnerAlone) {
    const Folder folder;
    const std::string path = folder / "new/folder/kho.sqlite";
    { const auto catalogue = opened(path); }
    struct stat status {};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST(CatalogueFile, WritesAreSafeFromPowerCuts) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    auto& database = catalogue.connection().database();
    EXPECT_EQ(database.execAndGet("PRAGMA journal_mode").getString(), "wal");
    EXPECT_EQ(database.execAndGet("PRAGMA synchronous").getInt(), 2);
    EXPECT_EQ(database.execAndGet("PRAGMA foreign_keys").getInt(), 1);
}

TEST(CatalogueFile, ThatIsMissingIsNotMadeByLooking) {
    const Folder folder;
    const auto catalogue = Catalogue::open(folder / "kho.sqlite", {.create = false});
    ASSERT_FALSE(catalogue);
    EXPECT_EQ(catalogue.error().code, code::catalogue_missing);
    EXPECT_THAT(catalogue.error().remedy.en, HasSubstr("--catalog"));
    EXPECT_FALSE(std::filesystem::exists(folder / "kho.sqlite"));
}

TEST(CatalogueFile, OfAnotherProgramIsLeftAlone) {
    const Folder folder;
    { std::ofstream(folder / "text") << "Kính gửi: Ủy ban nhân dân xã, đây không phải là kho tra cứu nào cả."; }
    const auto text = Catalogue::open(folder / "text");
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, code::catalogue_unknown);
    {
        SQLite::Database other(folder / "other.sqlite", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE bookmark (url TEXT)");
    }
    const auto other = Catalogue::open(folder / "other.sqlite");
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, code::catalogue_unknown);
    SQLite::Database same(folder / "other.sqlite");
    EXPECT_EQ(same.execAndGet("SELECT count(*) FROM sqlite_master").getInt(), 1);
}

TEST(CatalogueFile, OfALaterVersionAsksForAnUpdate) {
    const Folder folder;
    opened(folder / "kho.sqlite").connection().database().exec("PRAGMA user_version = 99");
    const auto catalogue = Catalogue::open(folder / "kho.sqlite");
    ASSERT_FALSE(catalogue);
    EXPECT_EQ(catalogue.error().code, code::catalogue_newer);
}

TEST(CatalogueFile, ThatIsDamagedNamesTheBackupAsRemedy) {
    const Folder folder;
    {
        auto catalogue = opened(folder / "kho.sqlite");
        for (int k = 0; k < 40; ++k) put(catalogue, paper("p" + std::to_string(k)), {std::string(3000, 'x')});
        catalogue.connection().database().execAndGet("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    {
        std::fstream file(folder / "kho.sqlite", std::ios::in | std::ios::out | std::ios::binary);
        const std::string noise(4096, '\x5a');
        for (int page = 30; page < 60; ++page) {
            file.seekp(page * 4096);
            file.write(noise.data(), static_cast<std::streamsize>(noise.size()));
        }
    }
    const auto catalogue = Catalogue::open(folder / "kho.sqlite");
    ASSERT_FALSE(catalogue);
    EXPECT_EQ(catalogue.error().code, code::catalogue_damaged);
    EXPECT_THAT(catalogue.error().remedy.vi, HasSubstr("sohoa backup --restore"));
}

TEST(CatalogueFile, OfEveryOlderVersionIsBroughtUpToDateWithWhatItHolds) {
    for (int version = 1; version < static_cast<int>(migrations().size()); ++version) {
        const Folder folder;
        {
            Connection old(folder / "kho.sqlite", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                           std::chrono::milliseconds{1000});
            ASSERT_TRUE(migrate(old, version));
            old.database().exec(
                "INSERT INTO document (id, public_id, state, source_file, source_key, json_path, added_at, updated_at) "
                "VALUES (7, 'abc', 'review', 'đơn.jpg', 'k', '/out/a.json', '2026', '2026');"
                "INSERT INTO page VALUES (7, 1, 'Đỗ Thị Đường');"
                "INSERT INTO passage VALUES (7 << 20, 7, 1, 1, 'đỗ thị đường', 'do thi duong')");
        }
        auto catalogue = opened(folder / "kho.sqlite");
        EXPECT_EQ(catalogue.connection().database().execAndGet("PRAGMA user_version").getInt(),
                  static_cast<int>(migrations().size()));
        EXPECT_THAT(found(catalogue, words("duong")), ElementsAre("đơn.jpg"));
        const auto document = catalogue.document("abc");
        ASSERT_TRUE(document);
        // Tables before the journal's: it begins where the document stands.
        if (version >= 2) continue;
        ASSERT_EQ(document->journal.size(), 1u);
        EXPECT_EQ(document->journal.front().state, State::review);
    }
}

TEST(Catalogue, KeepsWhatWasReadAndWhereItStands) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    NewDocument document =
        paper("a", {field("number", "1403"), field("symbol", "BC-VP"), field("date", "2024-03-05"),
                    field("owner.full_name", "ĐỖ THỊ ĐƯỜNG", "review"), field("owner.id_number", "001085012345")});
    document.fields[0].alternatives = {"1408"};
    document.dossier_code = "H26-001";
    const std::string id = put(catalogue, document, {"trang một", "trang hai"});
    EXPECT_EQ(id.size(), 32u);
    const auto stored = catalogue.document(id);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->facts.number, "1403");
    EXPECT_EQ(stored->facts.owner_name, "ĐỖ THỊ ĐƯỜNG");
    EXPECT_EQ(stored->facts.owner_id_number, "001085012345");
    EXPECT_EQ(stored->facts.pages, 2);
    EXPECT_EQ(stored->facts.state, State::review) << "a field is to be checked";
    ASSERT_EQ(stored->fields.size(), 5u);
    EXPECT_EQ(stored->fields[0].name, "number") << "in the order of the contract";
    EXPECT_EQ(stored->fields[0].alternatives, std::vector<std::string>{"1408"});
    ASSERT_EQ(stored->fields[0].evidence.size(), 1u);
    EXPECT_EQ(stored->fields[0].evidence[0].box, (Box{10, 20, 30, 40}));
    std::vector<State> steps;
    for (const auto& entry : stored->journal) steps.push_back(entry.state);
    EXPECT_THAT(steps, ElementsAre(State::received, State::read, State::review));
}

TEST(Catalogue, TheSamePaperAgainIsNeverDoubled) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    NewDocument document = paper("a", {field("number", "1")});
    const std::string id = put(catalogue, document, {"văn bản cũ"});
    const auto same = catalogue.add(document, pages({"never asked for"}));
    ASSERT_TRUE(same);
    EXPECT_EQ(same->what, Added::unchanged);
    // The same paper, by a newer version, into another folder.
    document.identity = "another";
    document.outputs = {"/elsewhere/a.pdf", "/elsewhere/a.json", "/elsewhere/a.txt"};
    document.fields = {field("number", "2")};
    EXPECT_EQ(put(catalogue, document, {"văn bản mới"}), id);
    EXPECT_THAT(found(catalogue, words("cũ")), IsEmpty());
    EXPECT_THAT(found(catalogue, words("mới")), ElementsAre("a.jpg"));
    Query by_number;
    by_number.number = "1";
    EXPECT_THAT(found(catalogue, by_number), IsEmpty());
    // Another paper at the same output (--force) takes its place.
    NewDocument other = paper("b");
    other.outputs = document.outputs;
    EXPECT_NE(put(catalogue, other, {"giấy khác"}), id);
    EXPECT_THAT(found(catalogue, {}), ElementsAre("b.jpg"));
}

TEST(Catalogue, TheSameCardInTwoDossiersStaysInBoth) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    NewDocument card = paper("card");
    card.dossier_code = "H1";
    put(catalogue, card, {"thẻ"});
    card.dossier_code = "H2";
    card.outputs = {"/out/H2/card.pdf", "/out/H2/card.json", "/out/H2/card.txt"};
    put(catalogue, card, {"thẻ"});
    EXPECT_EQ(found(catalogue, words("thẻ")).size(), 2u);
}

TEST(Catalogue, AnAcceptedDocumentIsNeverTakenAwayByAnotherOfTheSameBytes) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    ASSERT_TRUE(catalogue.receive({"job-1", "a.jpg", "key of a", "", "desk 1"}));
    ASSERT_TRUE(catalogue.receive({"job-2", "a.jpg", "key of a", "", "desk 2"}));
    NewDocument document = paper("a");
    document.id = "job-1";
    put(catalogue, document, {"một"});
    document.id.clear();
    document.outputs = {"/out/x.pdf", "/out/x.json", "/out/x.txt"};
    put(catalogue, document, {"hai"});
    for (const char* id : {"job-1", "job-2"}) EXPECT_TRUE(catalogue.document(id)) << id;
    EXPECT_EQ(catalogue.document("job-2")->facts.state, State::received);
    EXPECT_EQ(catalogue.find({})->total, 3);
}

TEST(Catalogue, WhatAnOperatorConfirmedSurvivesReadingAgain) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    NewDocument document =
        paper("a", {field("owner.full_name", "ĐỖ THI ĐUỜNG", "review"), field("number", "14O3", "review")});
    const std::string id = put(catalogue, document, {"không có tên"});
    ASSERT_TRUE(catalogue.confirm_field(id, "owner.full_name", "Đỗ Thị Đường", "ĐỖ THỊ ĐƯỜNG", "cán bộ Lan"));
    EXPECT_THAT(found(catalogue, words("đỗ thị đường")), ElementsAre("a.jpg")) << "found by the corrected name at once";
    document.identity = "read by a better version";
    document.fields[1].normalized = "1403";
    put(catalogue, document, {"không có tên"});
    const auto stored = catalogue.document(id);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->facts.owner_name, "ĐỖ THỊ ĐƯỜNG");
    EXPECT_EQ(stored->facts.number, "1403");
    ASSERT_EQ(stored->history.size(), 1u);
    EXPECT_EQ(stored->history[0].old_normalized, "ĐỖ THI ĐUỜNG");
    EXPECT_EQ(stored->history[0].new_normalized, "ĐỖ THỊ ĐƯỜNG");
    EXPECT_EQ(stored->history[0].by, "cán bộ Lan");
    EXPECT_EQ(stored->fields[0].status, "confirmed");
    EXPECT_EQ(stored->fields[0].evidence.back().source, "operator");
    const auto unknown = catalogue.confirm_field(id, "no.such", "", "x", "Lan");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, code::field_missing);
    EXPECT_TRUE(catalogue.confirm_field(id, "summary", "", "về việc cấp giấy", "Lan", true));
    EXPECT_EQ(catalogue.document(id)->facts.summary, "về việc cấp giấy");
}

TEST(Catalogue, StepsGoForwardAndAreNoted) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    const std::string id = put(catalogue, paper("a"), {"x"});
    EXPECT_TRUE(catalogue.step(id, State::confirmed, "Lan"));
    EXPECT_TRUE(catalogue.step(id, State::sealed, "Minh", "số hiệu chứng thư 01"));
    const auto back = catalogue.step(id, State::review, "Lan");
    ASSERT_FALSE(back);
    EXPECT_EQ(back.error().code, code::state_refused);
    const auto stored = catalogue.document(id);
    EXPECT_EQ(stored->facts.state, State::sealed);
    EXPECT_EQ(stored->journal.back().by, "Minh");
    EXPECT_EQ(stored->journal.back().what, "số hiệu chứng thư 01");
    EXPECT_EQ(catalogue.step("none", State::sealed, "x").error().code, code::document_missing);
}

TEST(Catalogue, WhatWasRemovedIsFoundNoMoreAndLeavesOnlyItsJournal) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    const std::string id = put(catalogue, paper("a", {field("owner.id_number", "001085012345")}), {"bí mật"});
    ASSERT_TRUE(catalogue.remove(id, "Lan"));
    EXPECT_THAT(found(catalogue, words("bí mật")), IsEmpty());
    EXPECT_FALSE(catalogue.document(id));
    auto& database = catalogue.connection().database();
    for (const char* table : {"document", "owner", "field", "page", "passage", "document_number"})
        EXPECT_EQ(database.execAndGet(std::string("SELECT count(*) FROM ") + table).getInt(), 0) << table;
    EXPECT_EQ(database.execAndGet("SELECT what FROM journal ORDER BY id DESC LIMIT 1").getString(), "removed");
    EXPECT_NO_THROW(database.exec("INSERT INTO passage_words (passage_words, rank) VALUES ('integrity-check', 1)"));
}

}  // namespace sohoa::store
