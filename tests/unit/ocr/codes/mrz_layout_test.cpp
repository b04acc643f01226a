#include "ocr/codes/mrz_layout.h"

#include <array>
#include <gtest/gtest.h>

namespace sohoa::ocr {

namespace {

using Lines = std::vector<std::string>;

const Lines vietnamese_card{"IDVNM2000000015001200000001<<6", "0001018M4001016VNM<<<<<<<<<<<0",
                            "NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<"};
const Lines second_card{"IDVNM1951234564079195123456<<4", "9503157F3503155VNM<<<<<<<<<<<8",
                        "TRAN<<THI<BICH<NGOC<<<<<<<<<<<"};
const Lines vietnamese_passport{"P<VNMTRAN<<THI<BICH<NGOC<<<<<<<<<<<<<<<<<<<<",
                                "C1234567<0VNM9503157F3503155079195123456<<44"};
// The specimens of ICAO 9303: parts 5, 6 and 4.
const Lines icao_card{"I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6",
                      "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"};
const Lines icao_td2{"I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"};
const Lines icao_passport{"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
                          "L898902C36UTO7408122F1204159ZE184226B<<<<<10"};

}  // namespace

TEST(MrzLayout, CheckDigitsOfKnownTextsAreRight) {
    EXPECT_EQ(check_digit("520727"), '3');
    EXPECT_EQ(check_digit("L898902C3"), '6');
    EXPECT_EQ(check_digit("ZE184226B<<<<<"), '1');
    EXPECT_EQ(check_digit("200000001"), '5');
    EXPECT_EQ(check_digit(""), '0');
    EXPECT_FALSE(check_digit("12 4"));
    EXPECT_FALSE(check_digit("abc"));
}

TEST(MrzLayout, EveryCheckDigitOfTrueZonesHolds) {
    for (const Lines& lines : {vietnamese_card, second_card, vietnamese_passport, icao_card, icao_td2, icao_passport}) {
        EXPECT_TRUE(holds(lines)) << lines.front();
    }
}

TEST(MrzLayout, AVietnameseCardHasFiveAndAForeignOneFour) {
    const auto held = [](const Lines& lines) {
        int count = 0;
        for (const CheckDigit& digit : check_digits_of(*format_of(lines)))
            count += state_of(digit, lines) == CheckState::holds ? 1 : 0;
        return count;
    };
    EXPECT_EQ(held(vietnamese_card), 5);
    EXPECT_EQ(held(icao_card), 4);
    EXPECT_EQ(held(icao_passport), 5);
    EXPECT_EQ(held(icao_td2), 4);
}

TEST(MrzLayout, EveryWrongDigitOfANumberIsSeen) {
    const Lines& card = vietnamese_card;
    for (const MrzField field :
         {MrzField::document_number, MrzField::optional_data, MrzField::birth_date, MrzField::expiry_date}) {
        const MrzRange range = range_of(MrzFormat::td1, field);
        for (int k = range.begin; k < range.end; ++k) {
            Lines wrong = card;
            char& c = wrong[static_cast<std::size_t>(range.line)][static_cast<std::size_t>(k)];
            if (c < '0' || c > '9') continue;
            c = static_cast<char>(c == '9' ? '0' : c + 1);
            EXPECT_FALSE(holds(wrong)) << wrong[static_cast<std::size_t>(range.line)];
        }
    }
}

TEST(MrzLayout, EmptyPersonalNumberOfAPassportNeedsNoDigit) {
    Lines lines{"P<UTOERIKSSON<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159<<<<<<<<<<<<<<<"};
    const std::string& second = lines[1];
    lines[1] += *check_digit(second.substr(0, 10) + second.substr(13, 7) + second.substr(21));
    EXPECT_TRUE(holds(lines));
    EXPECT_EQ(state_of(check_digits_of(MrzFormat::td3)[3], lines), CheckState::absent);
}

TEST(MrzLayout, ANumberLongerThanNineGoesOnInTheOptionalData) {
    // ICAO 9303-5, 4.2.2: D23145890734, its check digit 9 behind the last two figures.
    Lines lines{"I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<", "STEVENSON<<PETER<JOHN<<<<<<<<<"};
    const std::string joined = lines[0].substr(5) + lines[1].substr(0, 7) + lines[1].substr(8, 7) + lines[1].substr(18);
    lines[1] += *check_digit(joined);
    EXPECT_EQ(lines[1].back(), '2');
    EXPECT_TRUE(holds(lines));
}

TEST(MrzLayout, AlphabetsOfTrueZonesHoldTheirCharacters) {
    for (const Lines& lines : {vietnamese_card, second_card, vietnamese_passport, icao_card, icao_td2, icao_passport}) {
        const bool vietnam = lines[0].substr(2, 3) == "VNM";
        const MrzFormat format = *format_of(lines);
        for (int line = 0; line < line_count(format); ++line) {
            for (int k = 0; k < line_length(format); ++k) {
                const char c = lines[static_cast<std::size_t>(line)][static_cast<std::size_t>(k)];
                EXPECT_NE(alphabet_at(format, line, k).find(c), std::string_view::npos) << line << " " << k;
                if (vietnam) {
                    EXPECT_NE(alphabet_at(format, line, k, MrzIssuer::vietnam).find(c), std::string_view::npos)
                        << line << " " << k;
                }
            }
        }
    }
    EXPECT_EQ(alphabet_at(MrzFormat::td1, 0, 5, MrzIssuer::vietnam), "0123456789");
    EXPECT_EQ(alphabet_at(MrzFormat::td1, 3, 0), "");
    EXPECT_EQ(alphabet_at(MrzFormat::td1, 0, 30), "");
    EXPECT_EQ(alphabet_at(MrzFormat::td1, -1, -1), "");
}

TEST(MrzLayout, LinesOfNoFormatNeverHold) {
    EXPECT_FALSE(holds(Lines{}));
    EXPECT_FALSE(holds(Lines{"IDVNM"}));
    EXPECT_FALSE(holds(Lines{std::string(30, '<'), std::string(29, '<'), std::string(30, '<')}));
    EXPECT_EQ(text_of(Lines{"AB"}, {0, 0, 3}), "");
    EXPECT_EQ(text_of(Lines{"AB"}, {1, 0, 1}), "");
    EXPECT_EQ(range_of(MrzFormat::td3, MrzField::second_optional_data), MrzRange{});
}

}  // namespace sohoa::ocr
