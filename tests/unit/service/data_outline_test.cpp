#include "pipeline/service/data_outline.h"

#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/problem.h"
#include "test_folder.h"

namespace sohoa::service {

using Json = nlohmann::ordered_json;

class DataOutline : public testing::Test {
protected:
    Result<Json> outline_of(const std::string& text) {
        const std::string path = folder / "document.json";
        std::ofstream(path) << text;
        return data_outline(path);
    }

    const TestFolder folder;
};

TEST_F(DataOutline, HasThePagesWithoutTheirWords) {
    const Json page{{"index", 1},     {"source_page", 3}, {"width", 2480},
                    {"height", 3508}, {"dpi", 300},       {"orientation", 90},
                    {"skew", -0.7},   {"blank", false},   {"quality", {{"verdict", "poor"}, {"issues", {"dark"}}}}};
    Json written = page;
    written["blocks"] = {{{"lines", {{{"text", "BÍ MẬT"}, {"words", {{{"text", "BÍ"}, {"index", 9}}}}}}}}};
    written["codes"] = {{{"text", "038325957076|…"}, {"width", 1}}};
    const Json document{{"schema", "sohoa/1"}, {"pages", {written, written}}, {"problems", {{{"page", 1}}}}};
    const auto outline = outline_of(document.dump(2));
    ASSERT_TRUE(outline);
    EXPECT_EQ(*outline, (Json{{"pages", {page, page}}, {"missing", Json::array()}}));
}

TEST_F(DataOutline, NamesMissingFieldsUntilSomebodyAddsThem) {
    const Json field{{"name", "date"}, {"value", "number"}, {"evidence", {{{"name", "place"}, {"page", 1}}}}};
    const Json document{{"fields", {field}}, {"missing", {"number", "date", "place"}}, {"pages", Json::array()}};
    const auto outline = outline_of(document.dump());
    ASSERT_TRUE(outline);
    EXPECT_EQ((*outline)["missing"], (Json{"number", "place"}));
}

TEST_F(DataOutline, OfADamagedFileIsTold) {
    for (const char* bad : {"", "[]", "{\"pages\": [{\"index\": 1", "x"}) {
        const auto outline = outline_of(bad);
        ASSERT_FALSE(outline) << bad;
        EXPECT_EQ(outline.error().code, code::file_damaged);
    }
    EXPECT_TRUE(outline_of("{\"pages\": 7, \"missing\": {}, \"fields\": [1]}"));
    EXPECT_FALSE(data_outline(folder / "none.json"));
}

}  // namespace sohoa::service
