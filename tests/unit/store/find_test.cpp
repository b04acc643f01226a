#include <gmock/gmock.h>

#include "fixtures.h"
#include "pipeline/store/connection.h"
#include "pipeline/store/find_statements.h"
#include "pipeline/store/kinds_named.h"
#include "pipeline/store/search_words.h"

namespace sohoa::store {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

class Find : public testing::Test {
protected:
    const Folder folder;
    Catalogue catalogue = opened(folder / "kho.sqlite");
};

TEST_F(Find, WordsWithoutMarksFindWordsWithMarks) {
    put(catalogue, paper("a"), {"Bà Đỗ Thị Đường, sinh năm 1975"});
    put(catalogue, paper("b"), {"Ông Đỗ Văn Đường"});
    EXPECT_THAT(found(catalogue, words("do thi duong")), ElementsAre("a.jpg"));
    EXPECT_THAT(found(catalogue, words("ĐƯỜNG")), ElementsAre("b.jpg", "a.jpg")) << "the newest first";
}

TEST_F(Find, ExactMarksComeFirst) {
    put(catalogue, paper("exact"), {"Đỗ Thị Đường"});
    put(catalogue, paper("misread"), {"Đô Thi Đương"});
    put(catalogue, paper("apart"), {"Đường đi qua thị trấn của ông Đỗ"});
    EXPECT_THAT(found(catalogue, words("Đỗ Thị Đường")), ElementsAre("exact.jpg", "misread.jpg", "apart.jpg"));
}

TEST_F(Find, OldAndNewTonePlacementAreTheSame) {
    put(catalogue, paper("old"), {"Tỉnh Khánh Hòa, Thủy lợi"});
    EXPECT_EQ(catalogue.find(words("hoà thuỷ"))->hits.at(0).score, catalogue.find(words("hòa thủy"))->hits.at(0).score);
}

TEST_F(Find, AQuotedPhraseStandsTogether) {
    put(catalogue, paper("together"), {"giấy chứng nhận kết hôn"});
    put(catalogue, paper("apart"), {"kết luận về việc ly hôn"});
    EXPECT_THAT(found(catalogue, words("\"kết hôn\"")), ElementsAre("together.jpg"));
    EXPECT_THAT(found(catalogue, words("“ket hon” giấy")), ElementsAre("together.jpg"));
    EXPECT_THAT(found(catalogue, words("kết hôn")), ElementsAre("together.jpg", "apart.jpg"));
}

TEST_F(Find, TheLastWordMayBeItsBeginning) {
    put(catalogue, paper("a"), {"trích lục khai sinh"});
    EXPECT_THAT(found(catalogue, words("trich lục kh")), ElementsAre("a.jpg"));
    EXPECT_THAT(found(catalogue, words("tri luc")), IsEmpty()) << "only the last";
    EXPECT_THAT(found(catalogue, words("\"trích lục kh\"")), IsEmpty()) << "a phrase is meant as it stands";
}

TEST_F(Find, WordsMayStandOnDifferentPagesAndInFields) {
    put(catalogue, paper("a", {field("owner.full_name", "LÊ QUỲNH SEN")}), {"trang đầu có đất", "trang sau có nhà"});
    EXPECT_THAT(found(catalogue, words("nhà đất quỳnh")), ElementsAre("a.jpg"));
    const auto by_kind = catalogue.find(words("quyết định sen"));
    EXPECT_EQ(by_kind->hits.size(), 1u) << "the kind's name counts too";
}

TEST_F(Find, TheSnippetNamesThePageAndShowsThePrintedWords) {
    put(catalogue, paper("a"), {"Trang bìa", "Căn cứ hồ sơ của bà\nĐỖ THỊ ĐƯỜNG, thường trú tại xã Hòa Bình"});
    const auto result = catalogue.find(words("do thi duong"));
    ASSERT_EQ(result->hits.size(), 1u);
    const Snippet& snippet = result->hits[0].snippet;
    EXPECT_EQ(snippet.page, 2);
    EXPECT_THAT(snippet.text, HasSubstr("của bà ĐỖ THỊ ĐƯỜNG, thường"));
    ASSERT_EQ(snippet.hits.size(), 1u) << "words side by side are one hit";
    EXPECT_EQ(snippet.text.substr(snippet.hits[0].first, snippet.hits[0].second - snippet.hits[0].first),
              "ĐỖ THỊ ĐƯỜNG");
}

TEST_F(Find, ALongPaperIsFoundByItsLastPage) {
    std::vector<std::string> texts(500, "Điều khoản chung của hợp đồng");
    texts[499] = "Phụ lục cuối cùng về Tân Sơn Nhất";
    put(catalogue, paper("long"), texts);
    const auto result = catalogue.find(words("tan son nhat"));
    ASSERT_EQ(result->hits.size(), 1u);
    EXPECT_EQ(result->hits[0].snippet.page, 500);
    EXPECT_EQ(catalogue.find(words("điều khoản"))->total, 1) << "one document, however many passages";
}

TEST_F(Find, NumbersAreFoundHoweverTheyAreWritten) {
    put(catalogue, paper("report", {field("number", "1403"), field("symbol", "BC-VP")}), {"x"});
    put(catalogue, paper("party", {field("number", "293"), field("symbol", "TB/HU")}), {"x"});
    put(catalogue, paper("year", {field("number", "13"), field("symbol", "2023/NQ-HĐND")}), {"x"});
    put(catalogue, paper("register", {field("registration.number", "107/2025")}), {"x"});
    const auto by_number = [&](std::string number) {
        Query query;
        query.number = std::move(number);
        return found(catalogue, query);
    };
    for (const char* typed : {"1403", "1403/BC-VP", "1403 / bc - vp", "01403"})
        EXPECT_THAT(by_number(typed), ElementsAre("report.jpg")) << typed;
    EXPECT_THAT(by_number("293-TB/HU"), ElementsAre("party.jpg"));
    EXPECT_THAT(by_number("13/2023"), ElementsAre("year.jpg"));
    EXPECT_THAT(by_number("13/2023/NQ-HDND"), ElementsAre("year.jpg"));
    EXPECT_THAT(by_number("107/2025"), ElementsAre("register.jpg"));
    EXPECT_THAT(by_number("140"), IsEmpty());
    EXPECT_THAT(found(catalogue, words("1403/BC-VP")), ElementsAre("report.jpg")) << "as words too";
}

TEST_F(Find, PapersOfAnOwner) {
    put(catalogue, paper("card", {field("owner.id_number", "001085012345"), field("old_id_number", "241692183")}),
        {"x"});
    put(catalogue,
        paper("wedding", {field("wife.id_number", "025088960532"), field("husband.id_number", "001085012345")}), {"x"});
    put(catalogue,
        paper("birth", {field("owner.id_number", "038325957076"), field("mother.id_number", "025088960532")}), {"x"});
    put(catalogue,
        paper("marriage", {field("owner.id_number", "079090000111"), field("wife.id_number", "079191000222"),
                           field("husband.id_number", "079090000111")}),
        {"x"});
    const auto by_owner = [&](std::string number) {
        Query query;
        query.owner_id_number = std::move(number);
        return found(catalogue, query);
    };
    EXPECT_THAT(by_owner("001 085 012 345"), UnorderedElementsAre("card.jpg", "wedding.jpg"));
    EXPECT_THAT(by_owner("241692183"), ElementsAre("card.jpg")) << "by the number before";
    EXPECT_THAT(by_owner("025088960532"), ElementsAre("wedding.jpg")) << "a child's paper is not its mother's";
    EXPECT_THAT(by_owner("079191000222"), ElementsAre("marriage.jpg")) << "of both, whoever asked for it";
    EXPECT_THAT(by_owner("079090000111"), ElementsAre("marriage.jpg"));
    Query both = words("x");
    both.owner_id_number = "001085012345";
    EXPECT_EQ(found(catalogue, both).size(), 2u);
    EXPECT_THAT(by_owner("abc").at(0), HasSubstr("PROBLEM"));
}

TEST_F(Find, DatesTakeInWholeMonthsAndYears) {
    for (const char* date : {"2023-12-31", "2024-03-05", "2024-03-31", "2024-04-01", "2024"})
        put(catalogue, paper(date, {field("date", date)}), {"x"});
    put(catalogue, paper("undated"), {"x"});
    Query query;
    query.date_from = "2024-03";
    query.date_to = "2024-03";
    EXPECT_THAT(found(catalogue, query), UnorderedElementsAre("2024-03-05.jpg", "2024-03-31.jpg"));
    query.date_from.clear();
    query.date_to = "2023";
    EXPECT_THAT(found(catalogue, query), ElementsAre("2023-12-31.jpg"));
    query.words = "x";
    EXPECT_THAT(found(catalogue, query), ElementsAre("2023-12-31.jpg"));
}

TEST_F(Find, KindsDossiersAndStates) {
    NewDocument card = paper("card");
    card.kind = {"cccd", "Căn cước công dân", 1};
    card.dossier_code = "H1";
    put(catalogue, card, {"x"});
    put(catalogue, paper("decision", {field("date", "2024", "review")}), {"x"});
    Query query;
    query.kinds = kinds_named("can cuoc cong dan");
    EXPECT_THAT(found(catalogue, query), ElementsAre("card.jpg"));
    query = {};
    query.dossier_code = "H1";
    EXPECT_THAT(found(catalogue, query), ElementsAre("card.jpg"));
    query = {};
    query.state = State::review;
    EXPECT_THAT(found(catalogue, query), ElementsAre("decision.jpg"));
}

TEST(KindsNamed, ByIdLabelOrSomeWords) {
    EXPECT_THAT(kinds_named("giay_khai_sinh"), ElementsAre("giay_khai_sinh"));
    EXPECT_THAT(kinds_named("Quyết định"), ElementsAre("quyet_dinh"));
    EXPECT_THAT(kinds_named("quyet dinh"), ElementsAre("quyet_dinh"));
    EXPECT_THAT(kinds_named("khai sinh"), Contains("giay_khai_sinh"));
    EXPECT_THAT(kinds_named("khai sinh"), Not(Contains("quyet_dinh")));
    EXPECT_THAT(kinds_named("xyz"), IsEmpty());
}

TEST_F(Find, PagesOfResultsFollowEachOther) {
    for (int k = 0; k < 25; ++k) put(catalogue, paper("p" + std::to_string(k)), {"đơn xin xác nhận"});
    Query query = words("xác nhận");
    query.limit = 10;
    std::vector<std::string> all;
    for (query.offset = 0; query.offset < 30; query.offset += 10) {
        const auto result = catalogue.find(query);
        EXPECT_EQ(result->total, 25);
        EXPECT_TRUE(result->total_is_exact);
        for (const Hit& hit : result->hits) all.push_back(hit.facts.source_file);
    }
    EXPECT_EQ(all.size(), 25u);
    EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), 25u);
    EXPECT_EQ(all.front(), "p24.jpg");
}

TEST_F(Find, NothingTypedBecomesAnOperator) {
    put(catalogue, paper("a"), {"chữ and or not near đường"});
    const std::vector<std::string> hostile{"\"",
                                           "\"\"\"",
                                           "'; DROP TABLE document; --",
                                           "exact : x",
                                           "plain:duong",
                                           "* *",
                                           "duong*",
                                           "NEAR(a b)",
                                           "a AND OR",
                                           "^duong",
                                           "{exact}:a",
                                           "(",
                                           "a - + b",
                                           "NOT",
                                           "\\",
                                           "%_",
                                           std::string("a\0b", 3),
                                           "\xff\xfe",
                                           "\xe1\xba",
                                           "💥",
                                           std::string(100000, 'a'),
                                           std::string(5000, '"')};
    for (const std::string& text : hostile) {
        const auto result = catalogue.find(words(text));
        if (!result) {
            EXPECT_EQ(result.error().code, code::usage) << text.substr(0, 40);
        }
    }
    std::string many;
    for (int k = 0; k < 500; ++k) many += "\"chữ đường\" and" + std::to_string(k) + " ";
    EXPECT_TRUE(catalogue.find(words(many)));
    EXPECT_THAT(found(catalogue, words("and or not near")), ElementsAre("a.jpg"));
    EXPECT_THAT(found(catalogue, words("NOT đường*")), ElementsAre("a.jpg")) << "they are words like others";
    EXPECT_EQ(catalogue.find({})->total, 1);
}

/// What SQLite says it would do.
std::string plan_of(Catalogue& catalogue, const Statement& statement) {
    SQLite::Statement plan(catalogue.connection().database(), "EXPLAIN QUERY PLAN " + statement.sql);
    std::string text;
    while (plan.executeStep()) text += plan.getColumn(3).getString() + "\n";
    return text;
}

TEST_F(Find, EveryQuestionIsAnsweredFromAnIndex) {
    const std::string match = match_expression(search_words("đường"), Column::exact, Ask::all_words);
    Query by_owner;
    by_owner.owner_id_number = "001085012345";
    Query by_number;
    by_number.number = "1403";
    Query by_dossier;
    by_dossier.dossier_code = "H1";
    Query by_kind;
    by_kind.kinds = {"cccd"};
    EXPECT_THAT(plan_of(catalogue, *documents_statement(by_owner)), HasSubstr("owner_by_id_number"));
    EXPECT_THAT(plan_of(catalogue, *documents_statement(by_number)), HasSubstr("document_by_number"));
    EXPECT_THAT(plan_of(catalogue, *documents_statement(by_dossier)), HasSubstr("document_by_dossier"));
    for (const Query& query : {Query{}, by_kind}) {
        const std::string plan = plan_of(catalogue, *words_statement(query, match));
        EXPECT_THAT(plan, HasSubstr("passage_words VIRTUAL TABLE INDEX")) << plan;
        EXPECT_THAT(plan, Not(HasSubstr("TEMP B-TREE"))) << "a walk along the index stops early only without sorting";
        EXPECT_THAT(plan, Not(HasSubstr("SCAN d"))) << plan;
    }
    for (const Query& query : {by_owner, by_number, by_dossier})
        EXPECT_THAT(plan_of(catalogue, *words_statement(query, match)), Not(HasSubstr("SCAN d\n")));
}

}  // namespace sohoa::store
