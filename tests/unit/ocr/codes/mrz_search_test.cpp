#include "ocr/codes/mrz_search.h"

#include <cmath>
#include <gtest/gtest.h>

namespace sohoa::ocr {

namespace {

using Lines = std::vector<std::string>;

const Lines td1_card{"IDVNM2000000015001200000001<<6", "0001018M4001016VNM<<<<<<<<<<<0",
                     "NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<"};
const Lines td3_passport{"P<VNMTRAN<<THI<BICH<NGOC<<<<<<<<<<<<<<<<<<<<",
                         "C1234567<0VNM9503157F3503155079195123456<<44"};

/// Every cell is what the lines say, with this probability.
MrzJudgements seen(const Lines& lines, double probability = 0.97) {
    MrzJudgements cells;
    for (const std::string& line : lines) {
        std::vector<MrzJudgement> row;
        for (const char c : line) {
            MrzJudgement cell;
            cell.fill(static_cast<float>(std::log((1 - probability) / static_cast<double>(mrz_alphabet.size()))));
            cell[mrz_index(c)] = static_cast<float>(std::log(probability));
            row.push_back(cell);
        }
        cells.push_back(row);
    }
    return cells;
}

/// One cell looks rather like another character.
void mistake(MrzJudgements& cells, std::size_t line, std::size_t position, char wrong, double share = 0.7) {
    MrzJudgement& cell = cells[line][position];
    for (float& each : cell) each += static_cast<float>(std::log(1 - share));
    cell[mrz_index(wrong)] = static_cast<float>(std::log(share));
}

}  // namespace

TEST(MrzSearch, WhatIsSeenClearlyStands) {
    const MrzText text = checked_mrz_text(MrzFormat::td1, seen(td1_card));
    EXPECT_EQ(text.lines, td1_card);
    EXPECT_NEAR(text.cost, 0, 1e-4);
    EXPECT_GT(text.margin, 3);
    EXPECT_EQ(checked_mrz_text(MrzFormat::td3, seen(td3_passport)).lines, td3_passport);
}

TEST(MrzSearch, AMisreadDigitIsMendedByItsCheckDigits) {
    for (const std::size_t position : {5U, 9U, 14U, 20U, 29U}) {
        MrzJudgements cells = seen(td1_card);
        const char wrong = td1_card[0][position] == '8' ? '3' : '8';
        mistake(cells, 0, position, wrong);
        EXPECT_EQ(checked_mrz_text(MrzFormat::td1, cells).lines, td1_card) << position;
    }
}

TEST(MrzSearch, LettersDoNotStandWhereDigitsMust) {
    MrzJudgements cells = seen(td3_passport);
    mistake(cells, 1, 14, 'S', 0.9);
    mistake(cells, 1, 29, 'O', 0.9);
    EXPECT_EQ(checked_mrz_text(MrzFormat::td3, cells).lines, td3_passport);
    EXPECT_EQ(plain_mrz_text(MrzFormat::td3, cells).lines, td3_passport);
}

TEST(MrzSearch, WhatNoCheckDigitCoversIsTakenAsSeen) {
    MrzJudgements cells = seen(td1_card);
    mistake(cells, 2, 3, 'V');
    Lines wanted = td1_card;
    wanted[2][3] = 'V';
    EXPECT_EQ(checked_mrz_text(MrzFormat::td1, cells).lines, wanted);
}

TEST(MrzSearch, ALineThatBreaksItsChecksCostsAsMuchAsItTakesToMendIt) {
    Lines forged = td1_card;
    forged[0][8] = '7';
    forged[1][2] = '9';
    const MrzText text = checked_mrz_text(MrzFormat::td1, seen(forged, 0.9999));
    EXPECT_TRUE(text.lines.empty() || text.cost > 7) << text.cost;
}

TEST(MrzSearch, MonthsEndAtTwelve) {
    MrzJudgements cells = seen(td1_card);
    mistake(cells, 1, 2, '7', 0.6);
    EXPECT_EQ(plain_mrz_text(MrzFormat::td1, cells).lines[1][2], '7');
    EXPECT_EQ(checked_mrz_text(MrzFormat::td1, cells).lines, td1_card);
}

TEST(MrzSearch, ForeignCardsHaveNoDigitAfterTheirOptionalData) {
    // The specimen of ICAO Doc 9303-5.
    const Lines foreign{"I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6",
                        "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"};
    EXPECT_EQ(checked_mrz_text(MrzFormat::td1, seen(foreign)).lines, foreign);
}

TEST(MrzSearch, NothingIsFoundInNothing) {
    MrzJudgements blank(2, std::vector<MrzJudgement>(36));
    for (auto& row : blank) {
        for (MrzJudgement& cell : row) cell.fill(static_cast<float>(-std::log(38.0)));
    }
    const MrzText text = checked_mrz_text(MrzFormat::td2, blank);
    EXPECT_LT(text.margin, 1);
}

}  // namespace sohoa::ocr
