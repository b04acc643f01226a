#include "pipeline/dossier/document_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

#include "ocr/page_reading_json.h"
#include "tests/unit/dossier/printed_page.h"

namespace sohoa::dossier {

using Json = nlohmann::ordered_json;

namespace {

DocumentHead sample_head() {
    DocumentHead head;
    head.source = {"đơn \"xin\".jpg", std::string(64, 'a'), 1, {}};
    head.made_by.version = "0.1.0";
    head.made_by.tables = table_versions();
    head.made_by.at = "2026-11-21T00:00:00+07:00";
    head.understanding.kind = {"quyet_dinh", "Quyết định", 0.99812345};
    head.understanding.fields.push_back(
        {"number", "12", "12", 0.987654321, "review", {{1, {1, 2, 3, 4}, "text"}}, {"72"}});
    head.understanding.missing = {"signer.name"};
    return head;
}

std::string written(const DocumentHead& head, int pages, const DocumentTail& tail) {
    std::ostringstream out;
    DocumentJsonWriter writer(out);
    writer.begin(head);
    PrintedPage page;
    page.body(100, "Một dòng chữ").body(200, "dòng nữa");
    for (int k = 1; k <= pages; ++k) writer.page(ocr::to_json(page.reading()), k, k + 10);
    writer.end(tail);
    return out.str();
}

std::vector<std::string> keys(const Json& json) {
    std::vector<std::string> names;
    for (const auto& [key, value] : json.items()) names.push_back(key);
    return names;
}

}  // namespace

TEST(DocumentJson, IsTheContractsDocument) {
    const Json json =
        Json::parse(written(sample_head(), 2, {{}, {{"don.pdf", std::string(64, 'b'), 1234}}, "H55.242-250805-0012"}));
    EXPECT_EQ(json.at("schema"), "sohoa/1");
    EXPECT_EQ(json.at("source").at("file"), "đơn \"xin\".jpg");
    EXPECT_EQ(json.at("kind").at("confidence"), 0.9981);
    EXPECT_EQ(json.at("fields").at(0).at("evidence").at(0).at("box"), Json::array({1, 2, 3, 4}));
    EXPECT_EQ(json.at("fields").at(0).at("alternatives"), Json::array({"72"}));
    EXPECT_EQ(json.at("missing"), Json::array({"signer.name"}));
    ASSERT_EQ(json.at("pages").size(), 2U);
    EXPECT_EQ(json.at("pages").at(1).at("index"), 2);
    EXPECT_EQ(json.at("pages").at(1).at("source_page"), 12);
    EXPECT_EQ(json.at("pages").at(0).at("blocks").at(1).at("lines").at(0).at("text"), "dòng nữa");
    EXPECT_EQ(json.at("outputs").at(0).at("bytes"), 1234);
    EXPECT_EQ(json.at("dossier_code"), "H55.242-250805-0012");
}

TEST(DocumentJson, NothingOfAPageIsLostOnTheWay) {
    PrintedPage page;
    page.body(100, "Một dòng chữ").code("abc");
    const Json before = ocr::to_json(page.reading());
    std::ostringstream out;
    DocumentJsonWriter writer(out);
    writer.begin(sample_head());
    writer.page(before, 1, 1);
    writer.end({});
    Json after = Json::parse(out.str()).at("pages").at(0);
    after.erase("index");
    after.erase("source_page");
    EXPECT_EQ(nlohmann::json::parse(after.dump()), nlohmann::json::parse(before.dump()));
}

TEST(DocumentJson, ADocumentWithoutPagesOrFieldsIsStillOne) {
    const Json json = Json::parse(written({}, 0, {}));
    EXPECT_EQ(json.at("kind").at("id"), "unknown");
    for (const char* name : {"fields", "missing", "pages", "problems", "outputs"})
        EXPECT_TRUE(json.at(name).is_array()) << name;
    EXPECT_FALSE(json.contains("dossier_code"));
    EXPECT_EQ(keys(json).front(), "schema");
}

TEST(DocumentJson, ATextLineIsALineOfTheFile) {
    const std::string text = written(sample_head(), 1, {});
    EXPECT_NE(text.find("\n        {\"box\":[236,100,"), std::string::npos) << text;
}

TEST(DocumentJson, NamesThatAreNoUtf8DoNotBreakTheFile) {
    DocumentHead head = sample_head();
    head.source.file = "\xFFx.jpg";
    EXPECT_EQ(Json::parse(written(head, 0, {})).at("source").at("file"), "\uFFFDx.jpg");
}

}  // namespace sohoa::dossier
