#define ZX_USE_UTF8 1
#include "samples/maker/cards.h"

#include <ZXing/ReadBarcode.h>

#if __has_include(<ZXing/ReaderOptions.h>)
#include <ZXing/ReaderOptions.h>
#endif

#include <algorithm>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "base/vietnamese.h"
#include "samples/maker/card_codes.h"
#include "samples/maker/card_holders.h"
#include "samples/maker/catalogue.h"
#include "samples/maker/mrz.h"
#include "samples/maker/scan_levels.h"

namespace sohoa::maker {

namespace {

constexpr int low_dpi = 60;
const std::vector<std::string> card_kinds{"cccd",     "can_cuoc",         "cccd_ma_vach", "cmnd",
                                          "ho_chieu", "giay_phep_lai_xe", "the_bhyt"};

Paper card_of(std::string_view kind, std::string_view face, std::string_view lay, std::uint64_t seed,
              int dpi = low_dpi) {
    return make_paper({.kind = kind, .dpi = dpi, .face = face, .lay = lay}, seed);
}

#if __has_include(<ZXing/ReaderOptions.h>)  // 2.2 and later
using CodeOptions = ZXing::ReaderOptions;
#else
using CodeOptions = ZXing::DecodeHints;
#endif

std::vector<std::string> codes_read(const Raster& pixels) {
    cv::Mat grey = mat_of(pixels).clone();
    if (grey.channels() == 3) cv::cvtColor(grey, grey, cv::COLOR_RGB2GRAY);
    const ZXing::ImageView view(grey.data, grey.cols, grey.rows, ZXing::ImageFormat::Lum, static_cast<int>(grey.step));
    std::vector<std::string> texts;
    for (const auto wanted :
         {ZXing::BarcodeFormat::QRCode, ZXing::BarcodeFormat::PDF417, ZXing::BarcodeFormat::Code128}) {
        CodeOptions options;
        options.setFormats(wanted);
        options.setTryHarder(true);
        // ZXing 1.4 ends the process where it meets a line code again in the smaller picture.
        options.setTryDownscale(false);
        for (const auto& code : ZXing::ReadBarcodes(view, options))
            texts.emplace_back(code.bytes().begin(), code.bytes().end());
    }
    return texts;
}

void expect_checked(const std::string& line, std::size_t from, std::size_t length) {
    EXPECT_EQ(line[from + length] - '0', check_digit(line.substr(from, length))) << line << " from " << from;
}

void expect_valid(const std::vector<std::string>& lines) {
    const bool td1 = lines.size() == 3;
    for (const auto& line : lines) {
        EXPECT_EQ(line.size(), td1 ? 30U : 44U);
        EXPECT_EQ(line.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"), std::string::npos) << line;
    }
    if (td1) {
        expect_checked(lines[0], 5, 9);
        expect_checked(lines[1], 0, 6);
        expect_checked(lines[1], 8, 6);
        const std::string all =
            lines[0].substr(5) + lines[1].substr(0, 7) + lines[1].substr(8, 7) + lines[1].substr(18, 11);
        EXPECT_EQ(lines[1][29] - '0', check_digit(all));
        return;
    }
    const std::string& line = lines[1];
    for (const std::size_t from : {0U, 13U, 21U}) expect_checked(line, from, from == 0 ? 9 : 6);
    expect_checked(line, 28, 14);
    EXPECT_EQ(line[43] - '0', check_digit(line.substr(0, 10) + line.substr(13, 7) + line.substr(21, 22)));
}

class EveryCard : public testing::TestWithParam<std::string> {};

std::string name_of_card_kind(const testing::TestParamInfo<std::string>& info) {
    return info.param;
}

}  // namespace

TEST_P(EveryCard, HasTheFaceThatIsAskedFor) {
    for (const std::string_view face : {"front", "back", "both"}) {
        const Paper plain = card_of(GetParam(), face, "", 3);
        const bool page_of_data = GetParam() == "ho_chieu";
        EXPECT_EQ(plain.truth.value("face"), page_of_data ? "front" : face);
        EXPECT_FALSE(plain.truth.text.empty());
        EXPECT_EQ(plain.truth.value("title").empty(), face == "back" && !page_of_data);
    }
    for (const std::string_view lay : {"stacked", "beside"})
        EXPECT_EQ(card_of(GetParam(), "", lay, 4).truth.value("face"), GetParam() == "ho_chieu" ? "front" : "both");
    for (const std::string_view face : {"front", "back"})
        EXPECT_EQ(card_of(GetParam(), face, "alone", 5).truth.value("face"), GetParam() == "ho_chieu" ? "front" : face);
}

TEST_P(EveryCard, LaidAnyWayIsTheSameForTheSameSeed) {
    for (const std::string_view lay : {"alone", "two_people"}) {
        const Paper one = card_of(GetParam(), "", lay, 9);
        const Paper two = card_of(GetParam(), "", lay, 9);
        EXPECT_EQ(one.truth.json(), two.truth.json()) << lay;
        EXPECT_NE(one.truth.text, card_of(GetParam(), "front", lay, 10).truth.text) << lay;
        for (const Level level : {Level::photocopy, Level::phone}) {
            const Scan a = scan(one.pages.front(), nullptr, level, low_dpi, Random(1));
            const Scan b = scan(two.pages.front(), nullptr, level, low_dpi, Random(1));
            ASSERT_EQ(a.pixels.bytes(), b.pixels.bytes()) << lay;
            EXPECT_TRUE(std::equal(a.pixels.data(), a.pixels.data() + a.pixels.bytes(), b.pixels.data())) << lay;
        }
    }
}

TEST_P(EveryCard, HasMachineLinesThatHold) {
    for (std::uint64_t seed = 1; seed <= 3; ++seed)
        for (const auto& lines : card_of(GetParam(), "", "any", seed).truth.mrz) expect_valid(lines);
}

TEST_P(EveryCard, HasCodesThatAScanOfAnOfficeKeeps) {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const Paper paper = card_of(GetParam(), seed == 1 ? "front" : "back", "alone", seed, 300);
        const Scan scanned = scan(paper.pages.front(), nullptr, Level::office, 300, Random(seed));
        const auto read = codes_read(scanned.pixels);
        for (const auto& code : paper.truth.codes)
            EXPECT_NE(std::find(read.begin(), read.end(), code), read.end()) << code;
    }
}

TEST_P(EveryCard, SaysInItsTextWhatItsTruthTells) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const Paper paper = card_of(GetParam(), "front", "alone", seed);
        const std::string text = upper(single_spaced(paper.truth.text));
        for (const char* name : {"title", "holder.full_name", "holder.residence", "holder.home_town", "number"}) {
            std::string value = upper(paper.truth.value(name));
            if (GetParam() == "the_bhyt" && name == std::string("number")) value = value.substr(value.size() - 4);
            EXPECT_NE(text.find(value), std::string::npos) << name << " = " << value << " in " << text;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Cards, EveryCard, testing::ValuesIn(card_kinds), name_of_card_kind);

TEST(Cards, AreSeenFromNearByACamera) {
    const Paper paper = card_of("cccd", "front", "alone", 2, 150);
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const Scan photo = scan(paper.pages.front(), nullptr, Level::phone, 150, Random(seed));
        const int longest = std::max(photo.pixels.width(), photo.pixels.height());
        EXPECT_GT(longest, 85.6 / 25.4 * 250) << "a card at 250 dpi or more";
        EXPECT_EQ(photo.dpi, 0);
    }
}

TEST(Cards, OfTwoPeopleTellTheFieldsOfTheFirst) {
    const Paper paper = card_of("cccd", "", "two_people", 6);
    EXPECT_EQ(paper.truth.codes.size(), 2U);
    EXPECT_EQ(paper.truth.mrz.size(), 2U);
    EXPECT_TRUE(paper.truth.codes.front().starts_with(paper.truth.value("holder.id_number")));
    EXPECT_FALSE(paper.truth.codes.back().starts_with(paper.truth.value("holder.id_number")));
}

TEST(Cards, NamesThatAreTooLongAreCutInMachineLines) {
    Random random(2);
    Person person = make_person(random, Sex::female, 1980, 1990);
    person.full_name = "Công Tằng Tôn Nữ Thị Hoàng Phương";
    EXPECT_EQ(td1_lines(person, {2040, 5, 6}).back(), "CONG<<TANG<TON<NU<THI<HOANG<PH");
    person.full_name = "Rơ Châm H'Lan";
    EXPECT_EQ(td1_lines(person, {2040, 5, 6}).back(), "RO<<CHAM<HLAN<<<<<<<<<<<<<<<<<");
}

TEST(Cards, ABirthDayThatIsNotKnownIsFilledUp) {
    Random random(2);
    Person person = make_person(random, Sex::female, 1950, 1950);
    person.birth_date = {1950, 0, 0};
    const auto lines = td1_lines(person, {});
    EXPECT_TRUE(lines[1].starts_with("50<<<<"));
    expect_valid(lines);
    EXPECT_NE(card_payload(person, "").find("|00001950|"), std::string::npos);
}

TEST(Cards, DecomposedLettersAreTheSameText) {
    const std::string text = "Nguyễn Thị Thuỳ Dương, ấp Phước Mỹ, ĐẮK LẮK, Ỷ";
    EXPECT_EQ(decomposed("ệ"), "e\u0323\u0302");
    EXPECT_EQ(decomposed("Ướ"), "U\u031Bo\u031B\u0301");
    EXPECT_NE(decomposed(text), text);
    EXPECT_EQ(nfc(decomposed(text)), text);
}

}  // namespace sohoa::maker
