#include "pipeline/evaluate/paper.h"

#include <gtest/gtest.h>

#include "scratch_folder.h"

namespace sohoa::evaluate {

TEST(ReadTruth, FlatAndNestedFieldsOfEveryTypeBecomeNamedTexts) {
    const ScratchFolder scratch;
    const auto truth = read_truth(scratch.write("a.truth.json", R"({"kind": "don", "text": "Xin chào",
        "fields": {"number": "12", "urgent": true, "area": 125.5, "none": null, "empty": "",
                   "mother": {"full_name": "A"}, "recipients": ["x", "y"]},
        "codes": ["QR1", {"format": "QRCode", "text": "QR2"}], "handwritten": ["number"]})"));
    ASSERT_TRUE(truth);
    std::string names;
    for (const auto& field : truth->fields) names += field.name + "=" + field.value + ";";
    EXPECT_EQ(names, "number=12;urgent=true;area=125.5;mother.full_name=A;recipients[0]=x;recipients[1]=y;");
    EXPECT_EQ(truth->codes, (std::vector<std::string>{"QR1", "QR2"}));
    EXPECT_EQ(truth->handwritten, std::vector<std::string>{"number"});
}

TEST(ReadTruth, TextMayStandInTheFileBeside) {
    const ScratchFolder scratch;
    scratch.write("a.b.txt", "Cộng hoà");
    const auto truth = read_truth(scratch.write("a.b.truth.json", R"({"kind": "don"})"));
    ASSERT_TRUE(truth);
    EXPECT_EQ(truth->text, "Cộng hoà");
}

TEST(ReadReading, LinesFieldsAndCodesComeWithTheirPlace) {
    const ScratchFolder scratch;
    const auto reading = read_reading(scratch.write("a.json", R"({"kind": {"id": "quyet_dinh"},
        "fields": [{"name": "number", "normalized": "12", "status": "accepted",
                    "evidence": [{"page": 2, "box": [1, 2, 3, 4], "source": "text"}]}, {"name": "date"}],
        "pages": [{"orientation": 90, "blocks": [{"lines": [{"text": "một", "box": [5, 6, 7, 8]}]}]},
                  {"blocks": [{"lines": [{"text": "hai"}]}], "codes": [{"text": "QR"}]}]})"));
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->kind, "quyet_dinh");
    EXPECT_EQ(reading->turns, (std::vector<int>{90, 0}));
    ASSERT_EQ(reading->lines.size(), 2U);
    EXPECT_EQ(reading->lines[0].box, (Box{5, 6, 7, 8}));
    EXPECT_EQ(reading->lines[1].page, 2);
    ASSERT_EQ(reading->fields.size(), 2U);
    EXPECT_EQ(reading->fields[0].page, 2);
    EXPECT_EQ(reading->codes, std::vector<std::string>{"QR"});
}

TEST(ReadReading, WordsComeInReadingOrderWithTheConfidenceToldOfThem) {
    const ScratchFolder scratch;
    const auto reading = read_reading(scratch.write("a.json", R"({"pages": [
        {"blocks": [{"lines": [{"words": [{"text": "Cộng", "confidence": 0.99, "box": [1, 2, 3, 4]},
                                          {"text": "hoà", "confidence": 1}]}]},
                    {"lines": [{"words": [{"text": "Số:", "confidence": 0}]}]}]},
        {"blocks": [{"lines": [{"words": [{"text": "hai", "confidence": 0.5}]}]}]}]})"));
    ASSERT_TRUE(reading);
    ASSERT_EQ(reading->words.size(), 4U);
    EXPECT_EQ(reading->words[0].text, "Cộng");
    EXPECT_EQ(reading->words[0].confidence, 0.99);
    EXPECT_EQ(reading->words[0].box, (Box{1, 2, 3, 4}));
    EXPECT_EQ(reading->words[1].confidence, 1.0);
    EXPECT_EQ(reading->words[2].confidence, 0.0);
    EXPECT_EQ(reading->words[3].page, 2);
}

TEST(ReadReading, AConfidenceThatIsNoneIsNotTold) {
    const ScratchFolder scratch;
    const auto reading = read_reading(scratch.write("a.json", R"({"pages": [{"blocks": [{"lines": [{"words": [
        {"text": "a"}, {"text": "a", "confidence": "0.99"}, {"text": "a", "confidence": 1.01},
        {"text": "a", "confidence": -0.1}, {"text": "a", "confidence": 1e300}, {"text": "a", "confidence": null},
        {"text": "a", "confidence": [0.5]}, {"text": "a", "confidence": true}, 7, null, "a"]},
        {"words": "a"}, {"words": {"x": 1}}, {"words": 3}, 4]}, {"lines": 5}]}]})"));
    ASSERT_TRUE(reading);
    EXPECT_GE(reading->words.size(), 8U);
    for (const ReadWord& word : reading->words) EXPECT_FALSE(word.confidence) << word.text;
    EXPECT_FALSE(read_reading(scratch.write("b.json", R"({"pages": [{"confidence": NaN}]})")))
        << "JSON has no word for what is no number";
}

TEST(ReadReading, ForeignShapesAreTakenAsAbsentNotAsAnEnd) {
    const ScratchFolder scratch;
    const auto odd = read_reading(scratch.write(
        "a.json",
        R"({"kind": 3, "fields": {"a": 1}, "pages": [5, {"blocks": [{"lines": [{"box": ["x", 1e300, 2, 3]}]}]}]})"));
    ASSERT_TRUE(odd);
    EXPECT_EQ(odd->lines.size(), 1U);
    const auto broken = read_reading(scratch.write("b.json", "{\"kind\": "));
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, code::file_damaged);
    EXPECT_NE(describe(broken.error()).find("b.json"), std::string::npos);
}

}  // namespace sohoa::evaluate
