#include "pipeline/evaluate/pairing.h"

#include <gtest/gtest.h>

#include "scratch_folder.h"

namespace sohoa::evaluate {

TEST(StemAndLevel, TheLastPartIsTheLevel) {
    EXPECT_EQ(stem_and_level("don.xin.office"), (std::pair<std::string, std::string>{"don.xin", "office"}));
    EXPECT_EQ(stem_and_level("don"), (std::pair<std::string, std::string>{"don", "-"}));
    EXPECT_EQ(stem_and_level(".office"), (std::pair<std::string, std::string>{".office", "-"}));
}

TEST(PairUp, OutputsAreFoundSomewhereUnderTheFolder) {
    const ScratchFolder scratch;
    scratch.write("truth/a/đơn 1.truth.json", "{}");
    scratch.write("truth/a/đơn 1.txt", "x");
    const std::string scan = scratch.write("truth/a/đơn 1.office.jpg", "x");
    const std::string json = scratch.write("out/deep/down/đơn 1.office.json", "{}");
    const std::string text = scratch.write("out/đơn 1.office.txt", "x");
    scratch.write("out/dossier.json", "{}");
    const auto pairing = pair_up(scratch.at("truth"), scratch.at("out"));
    ASSERT_TRUE(pairing);
    ASSERT_EQ(pairing->pairs.size(), 1U);
    EXPECT_EQ(pairing->pairs[0].level, "office");
    EXPECT_EQ(pairing->pairs[0].scan_path, scan);
    EXPECT_EQ(pairing->pairs[0].json_path, json);
    EXPECT_EQ(pairing->pairs[0].text_path, text);
}

TEST(PairUp, EqualStemsGoToTheTruthOfTheSameFolder) {
    const ScratchFolder scratch;
    scratch.write("truth/ho-so-1/don.truth.json", "{}");
    scratch.write("truth/ho-so-2/don.truth.json", "{}");
    const std::string second = scratch.write("out/x/ho-so-2/don.clean.json", "{}");
    const std::string first = scratch.write("out/x/ho-so-1/don.clean.json", "{}");
    const auto pairing = pair_up(scratch.at("truth"), scratch.at("out"));
    ASSERT_TRUE(pairing);
    ASSERT_EQ(pairing->pairs.size(), 2U);
    EXPECT_EQ(pairing->pairs[0].json_path, first);
    EXPECT_EQ(pairing->pairs[1].json_path, second);
}

TEST(PairUp, AScanWithoutOutputIsMissingWhereItsLevelWasMade) {
    const ScratchFolder scratch;
    for (const std::string stem : {"a", "b"}) {
        scratch.write("truth/" + stem + ".truth.json", "{}");
        scratch.write("truth/" + stem + ".office.jpg", "x");
        scratch.write("truth/" + stem + ".phone.jpg", "x");
    }
    scratch.write("out/a.office.json", "{}");
    const auto pairing = pair_up(scratch.at("truth"), scratch.at("out"));
    ASSERT_TRUE(pairing);
    ASSERT_EQ(pairing->pairs.size(), 2U);
    EXPECT_FALSE(pairing->pairs[0].missing());
    EXPECT_EQ(pairing->pairs[1].stem, "b");
    EXPECT_TRUE(pairing->pairs[1].missing());
    ASSERT_EQ(pairing->untouched.size(), 1U);
    EXPECT_EQ(pairing->untouched[0], (std::pair<std::string, std::size_t>{"phone", 2}));

    const auto demanded = pair_up(scratch.at("truth"), scratch.at("out"), {"office", "phone"});
    ASSERT_TRUE(demanded);
    EXPECT_EQ(demanded->pairs.size(), 4U);

    const auto office = pair_up(scratch.at("truth"), scratch.at("out"), {"office"});
    ASSERT_TRUE(office);
    EXPECT_EQ(office->pairs.size(), 2U);
    EXPECT_TRUE(office->untouched.empty());  // not asked for
}

TEST(PairUp, ALevelThatIsNoneIsAnsweredWithThoseThereAre) {
    const ScratchFolder scratch;
    scratch.write("truth/a.truth.json", "{}");
    scratch.write("truth/a.office.jpg", "x");
    scratch.write("truth/a.phone.jpg", "x");
    scratch.write("out/a.skew.json", "{}");
    const auto pairing = pair_up(scratch.at("truth"), scratch.at("out"), {"ofice"});
    ASSERT_FALSE(pairing);
    EXPECT_EQ(pairing.error().code, code::usage);
    EXPECT_NE(pairing.error().message.vi.find("office, phone, skew"), std::string::npos);
}

TEST(PairUp, ATruthWithNeitherScanNorOutputIsMissing) {
    const ScratchFolder scratch;
    scratch.write("truth/a.truth.json", "{}");
    scratch.write("truth/b.truth.json", "{}");
    scratch.write("out/a.office.txt", "x");
    const auto pairing = pair_up(scratch.at("truth"), scratch.at("out"));
    ASSERT_TRUE(pairing);
    ASSERT_EQ(pairing->pairs.size(), 2U);
    EXPECT_EQ(pairing->pairs[1].level, "office");
    EXPECT_TRUE(pairing->pairs[1].missing());
}

TEST(PairUp, ScansNamedByTheStemAloneHaveNoLevelAndTheirTruthTextIsNoOutput) {
    const ScratchFolder scratch;
    scratch.write("all/qd.1.truth.json", "{}");
    scratch.write("all/qd.1.txt", "truth");
    scratch.write("all/qd.1.pdf", "x");
    const std::string text = scratch.write("all/out/qd.1.txt", "x");
    const auto pairing = pair_up(scratch.at("all"), scratch.at("all"));
    ASSERT_TRUE(pairing);
    ASSERT_EQ(pairing->pairs.size(), 1U);
    EXPECT_EQ(pairing->pairs[0].level, "-");
    EXPECT_EQ(pairing->pairs[0].text_path, text);
}

TEST(PairUp, NothingToPairAndNoFolderAreErrorsWithTheFolderNamed) {
    const ScratchFolder scratch;
    scratch.write("truth/a.truth.json", "{}");
    scratch.write("out/b.office.json", "{}");
    const auto nothing = pair_up(scratch.at("truth"), scratch.at("out"));
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().file, scratch.at("out"));
    const auto none = pair_up(scratch.at("truth"), scratch.at("none"));
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, code::file_missing);
    EXPECT_EQ(none.error().file, scratch.at("none"));
}

}  // namespace sohoa::evaluate
