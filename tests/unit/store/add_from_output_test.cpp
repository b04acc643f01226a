#include "pipeline/store/add_from_output.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "fixtures.h"
#include "pipeline/dossier/document_json.h"

namespace sohoa::store {

using testing::ElementsAre;

/// Files as digitising writes them.
void write_output(const std::string& stem, int page_count, bool complete = true) {
    std::ofstream json(stem + ".json");
    dossier::DocumentJsonWriter writer(json);
    dossier::DocumentHead head;
    head.source = {"đơn.jpg", std::string(64, 'a'), page_count, {}, {}};
    head.made_by.identity = "i";
    head.made_by.at = "2026-11-21T08:00:00+07:00";
    head.made_by.complete = complete;
    head.understanding.kind = {"quyet_dinh", "Quyết định", 0.99};
    head.understanding.fields = {field("number", "1403"), field("owner.id_number", "001085012345")};
    writer.begin(head);
    std::ofstream text(stem + ".txt");
    for (int k = 1; k <= page_count; ++k) {
        writer.page(
            nlohmann::ordered_json{
                {"width", 10}, {"height", 10}, {"pages", nlohmann::ordered_json::array({{{"x", 1}}})}},
            k, k);
        text << (k > 1 ? "\f" : "") << "Trang số " << k << "\n";
    }
    writer.end({{}, {}, "H26-7"});
}

TEST(AddFromOutput, TakesFactsFromTheDataAndPagesFromTheText) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    write_output(folder / "a", 3);
    const auto added = add_from_output(catalogue, folder / "a.json", folder / "a.txt", folder / "a.pdf");
    ASSERT_TRUE(added) << describe(added.error());
    const auto stored = catalogue.document(added->id);
    EXPECT_EQ(stored->facts.source_file, "đơn.jpg");
    EXPECT_EQ(stored->facts.kind.label, "Quyết định");
    EXPECT_EQ(stored->facts.number, "1403");
    EXPECT_EQ(stored->facts.owner_id_number, "001085012345");
    EXPECT_EQ(stored->facts.dossier_code, "H26-7");
    EXPECT_EQ(stored->facts.pages, 3);
    EXPECT_EQ(stored->facts.state, State::read);
    EXPECT_EQ(stored->facts.pdf_path, folder / "a.pdf");
    EXPECT_EQ(catalogue.find(words("trang 3"))->hits.at(0).snippet.page, 3);
    EXPECT_EQ(add_from_output(catalogue, folder / "a.json", folder / "a.txt", folder / "a.pdf")->what,
              Added::unchanged);
}

TEST(AddFromOutput, APaperWithLostPagesWantsEyes) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    write_output(folder / "a", 1, false);
    const auto added = add_from_output(catalogue, folder / "a.json", folder / "a.txt", folder / "a.pdf");
    EXPECT_EQ(catalogue.document(added->id)->facts.state, State::review);
}

TEST(AddFromOutput, DamagedFilesAreNamed) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    const auto add = [&] { return add_from_output(catalogue, folder / "a.json", folder / "a.txt", folder / "a.pdf"); };
    EXPECT_EQ(add().error().code, code::file_missing);
    for (const char* bytes : {"", "{", "[]", "{\"schema\": 7}", "{\"schema\": \"sohoa/1\", \"pages\": [[[[[["}) {
        std::ofstream(folder / "a.json") << bytes;
        EXPECT_FALSE(add()) << bytes;
    }
    // Right in form, odd in kind: nothing in it is believed to be there.
    std::ofstream(folder / "a.json")
        << R"({"schema": "sohoa/1", "source": [], "kind": 3, "fields": {"a": 1}, "pages": 9,
        "made_by": null, "missing": false})";
    std::ofstream(folder / "a.txt") << "x";
    EXPECT_TRUE(add());
    EXPECT_EQ(catalogue.find({})->total, 1);
}

}  // namespace sohoa::store
