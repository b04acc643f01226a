#include "pipeline/service/field_changes.h"

#include <gtest/gtest.h>

namespace sohoa::service {

TEST(FieldChanges, AreReadFromTheBody) {
    const auto changes = field_changes_from(
        R"({"by": "Hoa", "fields": [{"name": "number", "confirm": true}, {"name": "date", "value": "5/3/2024"}]})");
    ASSERT_TRUE(changes);
    EXPECT_EQ(changes->by, "Hoa");
    ASSERT_EQ(changes->fields.size(), 2U);
    EXPECT_TRUE(changes->fields[0].value.empty());
    EXPECT_EQ(changes->fields[1].value, "5/3/2024");
}

TEST(FieldChanges, HalfARequestIsNone) {
    for (const char* bad :
         {"", "[]", "{", "{}", R"({"by": "x"})", R"({"by": "x", "fields": []})", R"({"by": "x", "fields": [1]})",
          R"({"by": "", "fields": [{"name": "a", "value": "b"}]})", R"({"by": "x", "fields": [{"name": "a"}]})",
          R"({"by": "x", "fields": [{"value": "a"}]})", R"({"by": 3, "fields": [{"name": "a", "value": "b"}]})",
          R"({"by": "x", "fields": [{"name": "a", "value": "b", "confirm": true}]})"}) {
        EXPECT_FALSE(field_changes_from(bad)) << bad;
    }
}

TEST(NormalForm, IsThatOfTheContract) {
    EXPECT_EQ(normal_form("date", "05/03/2024"), "2024-03-05");
    EXPECT_EQ(normal_form("mother.birth_date", "1975"), "1975");
    EXPECT_EQ(normal_form("mother.full_name", " Đỗ  Thị Đường "), "ĐỖ THỊ ĐƯỜNG");
    EXPECT_EQ(normal_form("owner.id_number", "001 090 000 001"), "001090000001");
    EXPECT_EQ(normal_form("summary", "Về  việc\nx"), "Về việc x");
    EXPECT_EQ(normal_form("date", "hôm qua").error().code, code::value_unfit);
    EXPECT_EQ(normal_form("child.id_number", "12").error().code, code::value_unfit);
}

}  // namespace sohoa::service
