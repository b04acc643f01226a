#include "pipeline/service/replies.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "pipeline/service/picture_maker.h"
#include "test_folder.h"

namespace sohoa::service {

using Json = nlohmann::ordered_json;

TEST(ProblemReply, SaysWhatAndWhatToDoWithoutNumbersOfPeople) {
    const auto reply =
        problem_reply(problem(code::format_unknown, {"Tệp 001090000001 lạ", "odd"}, {"Quét lại", "scan"}));
    EXPECT_EQ(reply.status, 415);
    EXPECT_THAT(reply.content_type, testing::StartsWith("application/problem+json"));
    const Json json = Json::parse(reply.body);
    EXPECT_EQ(json["status"], 415);
    EXPECT_EQ(json["code"], "format_unknown");
    EXPECT_EQ(json["detail"], "Tệp 001*****0001 lạ");
    EXPECT_EQ(json["remedy_en"], "scan");
}

TEST(ProblemReply, TellsWhenToComeAgain) {
    EXPECT_THAT(problem_reply(problem(code::queue_full, {"đầy", "full"})).headers,
                testing::Contains(testing::Pair("Retry-After", testing::_)));
    EXPECT_EQ(problem_reply(problem("never heard of", {"x", "x"})).status, 500);
}

TEST(FileReply, KnowsWhatTheCallerHas) {
    const TestFolder folder;
    ASSERT_TRUE(write_file_atomically(folder / "a", "one"));
    Call call;
    const auto first = file_reply(call, folder / "a", "text/plain");
    EXPECT_EQ(first.status, 200);
    call.headers["if-none-match"] = first.headers.front().second;
    EXPECT_EQ(file_reply(call, folder / "a", "text/plain").status, 304);
    ASSERT_TRUE(write_file_atomically(folder / "a", "other"));
    EXPECT_EQ(file_reply(call, folder / "a", "text/plain").status, 200);
    EXPECT_EQ(file_reply(call, folder / "none", "text/plain").status, 404);
}

TEST(PictureWidth, IsOneOfAFew) {
    EXPECT_EQ(picture_width(""), 1280);
    EXPECT_EQ(picture_width("1"), 320);
    EXPECT_EQ(picture_width("321"), 640);
    EXPECT_EQ(picture_width("3000"), 3000);
    for (const char* bad : {"0", "3001", "-1", "x", "1x", "99999999999"}) EXPECT_EQ(picture_width(bad), 0) << bad;
}

}  // namespace sohoa::service
