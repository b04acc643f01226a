#include "pipeline/evaluate/evaluate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.h"
#include "scratch_folder.h"

namespace sohoa::evaluate {

using testing::HasSubstr;

namespace {

constexpr const char* decision_truth = R"({"kind": "quyet_dinh", "fields": {"number": "12", "place": "Huế"},
    "text": "Số: 12/QĐ\nHuế, ngày 05", "codes": ["QR"]})";

constexpr const char* reading = R"({"kind": {"id": "quyet_dinh"},
    "fields": [{"name": "number", "normalized": "12", "status": "accepted"},
               {"name": "place", "normalized": "Hué", "status": "review"}],
    "pages": [{"blocks": [{"lines": [{"text": "Số: 12/QĐ", "box": [1, 1, 9, 9]},
                                     {"text": "Hué, ngày 05", "box": [1, 20, 9, 9]}]}],
               "codes": [{"text": "QR"}, {"text": "ghost"}]}]})";

std::string run(const Options& options) {
    testing::internal::CaptureStdout();
    const auto result = evaluate(options);
    std::string printed = testing::internal::GetCapturedStdout();
    EXPECT_TRUE(result) << describe(result.error());
    return printed;
}

}  // namespace

TEST(Evaluate, ScoresAPageAndWritesBothReports) {
    const ScratchFolder scratch;
    scratch.write("truth/a.truth.json", decision_truth);
    scratch.write("truth/a.office.jpg", "no image, only a name");
    scratch.write("out/a.office.json", reading);
    scratch.write("out/a.office.txt", "Số: 12/QĐ\nHué, ngày 05\n");
    const std::string printed = run({.truth_folder = scratch.at("truth"), .output_folder = scratch.at("out")});
    EXPECT_THAT(printed, HasSubstr("office"));
    const std::string json = *read_file(scratch.at("out/evaluation.json"));
    EXPECT_THAT(json, HasSubstr("\"schema\": \"sohoa-evaluation/1\""));
    EXPECT_THAT(json, HasSubstr("\"codes_misread\": 1"));
    const std::string page = *read_file(scratch.at("out/evaluation.html"));
    EXPECT_THAT(page, HasSubstr("Hu<del>ế</del>"));
}

TEST(Evaluate, MissingOutputIsTotalLossAndNamed) {
    const ScratchFolder scratch;
    scratch.write("truth/a.truth.json", decision_truth);
    scratch.write("truth/a.office.jpg", "x");
    scratch.write("truth/b.truth.json", decision_truth);
    scratch.write("truth/b.office.jpg", "x");
    scratch.write("out/a.office.json", reading);
    scratch.write("out/a.office.txt", "Số: 12/QĐ\nHuế, ngày 05\n");
    const std::string printed = run({.truth_folder = scratch.at("truth"), .output_folder = scratch.at("out")});
    EXPECT_THAT(printed, HasSubstr("50.00 ["));  // half of the characters, half of the scans
    const auto note = printed.find("1 of 2 scans have no output");
    ASSERT_NE(note, std::string::npos);
    EXPECT_LT(note, printed.find("KÝ TỰ")) << "told before the figures that it explains";
    EXPECT_THAT(printed.substr(note, 150), HasSubstr("b.office\n"));
}

TEST(Evaluate, AnOutputWithoutItsDataIsNamedApart) {
    const ScratchFolder scratch;
    scratch.write("truth/a.truth.json", decision_truth);
    scratch.write("truth/a.office.jpg", "x");
    scratch.write("out/a.office.txt", "Số: 12/QĐ\n");
    const std::string printed = run({.truth_folder = scratch.at("truth"), .output_folder = scratch.at("out")});
    EXPECT_THAT(printed, HasSubstr("a.office: .json"));
    EXPECT_THAT(printed, Not(HasSubstr("have no output")));
}

TEST(Evaluate, OutputThatIsNoJsonIsMissingNotAnEnd) {
    const ScratchFolder scratch;
    scratch.write("truth/a.truth.json", decision_truth);
    scratch.write("out/a.office.json", "<html>");
    scratch.write("out/a.office.txt", "Số: 12/QĐ\nHuế, ngày 05\n");
    testing::internal::CaptureStderr();
    const std::string printed = run({.truth_folder = scratch.at("truth"), .output_folder = scratch.at("out")});
    EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("a.office.json"));
    EXPECT_THAT(printed, HasSubstr("a.office: .json"));
}

TEST(Evaluate, TextOnlyAsksForNoFields) {
    const ScratchFolder scratch;
    scratch.write("truth/a.truth.json", decision_truth);
    scratch.write("out/a.office.txt", "Số: 12/QĐ Huế, ngày 05");
    Options options{.truth_folder = scratch.at("truth"), .output_folder = scratch.at("out")};
    options.text_only = true;
    options.report_path = scratch.at("report.html");
    options.json_path = scratch.at("figures.json");
    const std::string printed = run(options);
    EXPECT_THAT(printed, testing::Not(HasSubstr("precision")));
    const std::string json = *read_file(scratch.at("figures.json"));
    EXPECT_THAT(json, HasSubstr("\"cer\""));
    EXPECT_THAT(json, testing::Not(HasSubstr("\"precision\"")));
    EXPECT_FALSE(std::filesystem::exists(scratch.at("out/evaluation.json")));
    EXPECT_THAT(json, testing::Not(HasSubstr("reliability")));
}

TEST(Evaluate, ConfidencesAreMeasuredWhereTextsAloneAreScoredToo) {
    const ScratchFolder scratch;
    scratch.write("truth/a.truth.json", decision_truth);
    scratch.write("truth/b.truth.json", decision_truth);
    for (const char* stem : {"a", "b"}) {
        scratch.write(std::string("out/") + stem + ".office.txt", "Số: 12/QĐ Huế, ngày 05");
    }
    scratch.write("out/a.office.json", R"({"pages": [{"blocks": [{"lines": [{"words": [
        {"text": "Số:", "confidence": 0.999}, {"text": "12/QD", "confidence": 0.4}]}]}]}]})");
    scratch.write("out/b.office.json", "another program's");
    for (const bool text_only : {true, false}) {
        testing::internal::CaptureStderr();
        const std::string printed =
            run({.truth_folder = scratch.at("truth"), .output_folder = scratch.at("out"), .text_only = text_only});
        const std::string said = testing::internal::GetCapturedStderr();
        EXPECT_EQ(said.empty(), text_only) << said;
        EXPECT_THAT(printed, HasSubstr("words told 0.99 and more: 50.00 "));
        const std::string json = *read_file(scratch.at("out/evaluation.json"));
        EXPECT_THAT(json, HasSubstr("\"reliability\": {\n      \"words\": 2,\n      \"untold\": 0,"));
    }
}

}  // namespace sohoa::evaluate
