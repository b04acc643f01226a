#include <algorithm>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/vietnamese.h"
#include "samples/maker/agencies.h"
#include "samples/maker/catalogue.h"

namespace sohoa::maker {

namespace {

constexpr int coarse_dpi = 40;

/// One line, capitals, without the marks of handwriting.
std::string flat(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        const bool mark = text.compare(i, 3, "⟦") == 0 || text.compare(i, 3, "⟧") == 0;
        if (!mark) plain += text[i];
        i += mark ? 3 : 1;
    }
    return upper(single_spaced(plain));
}

bool printed_as_it_is(const std::string& name) {
    for (const char* end : {"full_name", "id_number", "signer.name", "certifier.name", ".residence", "serial",
                            "register_number", "symbol", "issuer", "birth_date_words", "title"})
        if (name.ends_with(end)) return true;
    return false;
}

void expect_contracts_form(const Paper& paper) {
    const auto truth = nlohmann::json::parse(paper.truth.json());
    EXPECT_EQ(truth["text"].get<std::string>(), paper.truth.text);
    EXPECT_TRUE(truth["codes"].is_array());
    EXPECT_TRUE(truth["mrz"].is_array());
    for (const auto& name : truth["handwritten"]) EXPECT_TRUE(truth["fields"].contains(name)) << name;
    for (const auto& [name, value] : truth["fields"].items()) {
        ASSERT_TRUE(value.is_string()) << name;
        if (!name.ends_with("full_name")) continue;
        EXPECT_EQ(value.get<std::string>(), upper(value.get<std::string>()));
    }
}

class EveryKind : public testing::TestWithParam<std::string> {};

std::string name_of_kind(const testing::TestParamInfo<std::string>& info) {
    return info.param;
}

}  // namespace

TEST_P(EveryKind, PrintsWhatItsTruthTells) {
    Random random(21);
    const Household house = any_household(random);
    const Paper paper = make_paper({GetParam(), 1, coarse_dpi}, house, Random(22));
    ASSERT_EQ(paper.pages.size(), 1U);
    expect_contracts_form(paper);
    std::string text = flat(paper.truth.text);
    for (const auto& code : paper.truth.codes) text += ' ' + flat(code);  // a card's back names its holder so
    for (const auto& [name, value] : paper.truth.fields)
        if (printed_as_it_is(name)) {
            EXPECT_NE(text.find(flat(value)), std::string::npos) << name << " = " << value << "\n" << text;
        }
    // Words of seals and stamps stand with their regions, not in the page text.
    Random lot(1);
    const SealWords seal = make_commune(house.commune, lot).seal;
    for (const auto& words : {seal.around, "UBND " + upper(titled(house.commune)) + " - "})
        EXPECT_EQ(paper.truth.text.find(words + "\n"), std::string::npos) << words;
    EXPECT_FALSE(paper.truth.text.starts_with("BẢN SAO\n"));
}

TEST_P(EveryKind, TheSameSeedGivesTheSamePaper) {
    const Paper one = make_paper(GetParam(), 8, 1, coarse_dpi);
    const Paper two = make_paper(GetParam(), 8, 1, coarse_dpi);
    EXPECT_EQ(one.truth.json(), two.truth.json());
    const Raster& a = one.pages.front().print;
    const Raster& b = two.pages.front().print;
    ASSERT_EQ(a.bytes(), b.bytes());
    EXPECT_TRUE(std::equal(a.data(), a.data() + a.bytes(), b.data()));
}

INSTANTIATE_TEST_SUITE_P(Papers, EveryKind, testing::ValuesIn(kinds()), name_of_kind);

TEST(Kinds, PapersOfOneErrandSpeakOfTheSamePeople) {
    Random random(4);
    const Household house = any_household(random);
    const Paper declaration = make_paper({"to_khai_khai_sinh", 1, coarse_dpi}, house, Random(1));
    const Paper certificate = make_paper({"giay_khai_sinh", 1, coarse_dpi}, house, Random(2));
    for (const char* name : {"child.full_name", "child.birth_date", "mother.full_name", "father.full_name"})
        EXPECT_EQ(declaration.truth.value(name), certificate.truth.value(name)) << name;
    const Paper land = make_paper({"giay_chung_nhan_qsdd", 2, coarse_dpi}, house, Random(3));
    const Paper change = make_paper({"don_dang_ky_bien_dong", 1, coarse_dpi}, house, Random(4));
    EXPECT_EQ(land.pages.size(), 2U);
    for (const char* name : {"serial", "register_number"}) EXPECT_EQ(land.truth.value(name), change.truth.value(name));
}

TEST(Kinds, PapersKeepTheirKindAlsoAsCertifiedCopies) {
    Random random(6);
    const Household house = any_household(random);
    EXPECT_EQ(make_paper({"thong_bao", 1, coarse_dpi}, house, Random(1)).truth.kind, "thong_bao");
    PaperOrder order{"chung_thuc_ban_sao", 1, coarse_dpi};
    order.original = "trich_luc_khai_sinh";
    const Truth copy = make_paper(order, house, Random(1)).truth;
    EXPECT_EQ(copy.kind, "trich_luc_khai_sinh");
    EXPECT_EQ(copy.value("copy_kind"), "ban_sao_chung_thuc");
    EXPECT_FALSE(copy.value("certification.book").empty());
}

TEST(Kinds, LandCertificatesOfBothErasAreMade) {
    int old = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const Paper paper = make_paper("giay_chung_nhan_qsdd", seed, 1, coarse_dpi);
        const bool two_faces = paper.pages.front().width > 300;
        old += two_faces ? 1 : 0;
        EXPECT_EQ(paper.truth.value("serial").size(), two_faces ? 9U : 11U) << paper.truth.value("serial");
    }
    EXPECT_GT(old, 0);
    EXPECT_LT(old, 4);
}

TEST(Kinds, OtherSeedsGiveOtherPapers) {
    EXPECT_NE(make_paper("giay_moi", 8, 1, coarse_dpi).truth.text, make_paper("giay_moi", 9, 1, coarse_dpi).truth.text);
}

TEST(Kinds, AnUnknownKindIsRefused) {
    EXPECT_THROW(make_paper("giay_khong_co", 1, 1, coarse_dpi), std::invalid_argument);
}

}  // namespace sohoa::maker
