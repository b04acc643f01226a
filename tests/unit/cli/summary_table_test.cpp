#include "pipeline/cli/summary_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/cli/told_problems.h"

namespace sohoa::cli {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

Problem warning(const std::string& what, int page) {
    return problem("blurred", {what, "in English"}, {"Chụp lại", "take it again"})
        .in_file("a.pdf")
        .on_page(page)
        .as(Severity::warning);
}

run::DocumentSummary document(std::vector<Problem> problems) {
    run::DocumentSummary made;
    made.state = run::DocumentSummary::State::done;
    made.input = "a.pdf";
    made.output = "out/a.pdf";
    made.pages = 1;
    made.problems = std::move(problems);
    return made;
}

std::string table_of(const run::DocumentSummary& document, const run::BatchSummary& batch = {}, bool whole = false) {
    return summary_table({document}, batch, "out", nullptr, whole, Language::vietnamese);
}

TEST(ToldOnce, JoinsThePagesOfTheSameProblem) {
    std::vector<Problem> problems;
    for (const int page : {1, 2, 3, 7}) problems.push_back(warning("Ảnh mờ", page));
    problems.push_back(warning("Ảnh quá tối", 2));
    const auto told = told_once(problems);
    ASSERT_THAT(told, SizeIs(2));
    EXPECT_EQ(describe(told[0], Language::vietnamese), "a.pdf, trang 1–3, 7 (4 trang): Ảnh mờ → Chụp lại");
    EXPECT_EQ(describe(told[1], Language::english), "a.pdf, page 2: in English → take it again");
}

TEST(ToldOnce, CountsScatteredPagesWithoutNamingThemAll) {
    std::vector<Problem> problems;
    for (int page = 1; page < 2000; page += 2) problems.push_back(warning("Ảnh mờ", page));
    EXPECT_THAT(describe(told_once(problems).front(), Language::vietnamese),
                StartsWith("a.pdf, trang 1, 3, 5, 7, 9, … (1000 trang): "));
}

TEST(SummaryTable, ListsWarningsWithWhatToDo) {
    const std::string table = table_of(document({warning("Ảnh mờ", 1)}));
    EXPECT_THAT(table, HasSubstr("    trang 1: Ảnh mờ → Chụp lại\n"));
    EXPECT_THAT(table, Not(HasSubstr("-v")));
}

TEST(SummaryTable, SaysHowToSeeTheWarningsItLeavesOut) {
    std::vector<Problem> problems;
    for (const char* what : {"một", "hai", "ba", "bốn", "năm"}) problems.push_back(warning(what, 1));
    const std::string part = table_of(document(problems));
    EXPECT_THAT(part, HasSubstr("trang 1: ba"));
    EXPECT_THAT(part, Not(HasSubstr("trang 1: bốn")));
    EXPECT_THAT(part, HasSubstr("còn 2 điều nữa: xem mục problems của tệp .json, hoặc thêm -v"));
    EXPECT_THAT(table_of(document(problems), {}, true), HasSubstr("trang 1: năm"));
}

TEST(SummaryTable, DoesNotTickOffWhatSomebodyHasToLookAt) {
    EXPECT_THAT(table_of(document({})), HasSubstr("✓  a.pdf"));
    run::DocumentSummary bad = document({});
    bad.bad_pages = 1;
    EXPECT_THAT(table_of(bad), HasSubstr("!  a.pdf"));
    EXPECT_THAT(table_of(document({problem(code::worker_died, {"mất trang", "lost"})})), HasSubstr("!  a.pdf"));
}

TEST(SummaryTable, CallsABlankPageOne) {
    run::DocumentSummary blank = document({});
    blank.blank_pages = 1;
    EXPECT_THAT(summary_table({blank}, {}, "out", nullptr, false, Language::both),
                HasSubstr("trang trắng (blank page)"));
}

TEST(SummaryTable, NamesInputsThatBecameNoDocument) {
    run::BatchSummary batch;
    batch.lost.push_back(problem(code::file_missing, {"Không tìm thấy tệp", "missing"}).in_file("ho-so/link.jpg"));
    EXPECT_THAT(table_of(document({}), batch), HasSubstr("✗  ho-so/link.jpg"));
}

TEST(SummaryTable, TellsNoSpeedWhereNothingWasRead) {
    run::BatchSummary batch;
    batch.pages = 100;
    batch.seconds = 1;
    run::DocumentSummary same = document({});
    same.state = run::DocumentSummary::State::left_as_it_is;
    EXPECT_THAT(table_of(same, batch), Not(HasSubstr("trang/phút")));
    EXPECT_THAT(table_of(document({}), batch), HasSubstr("(60 trang/phút)"));
}

}  // namespace
}  // namespace sohoa::cli
