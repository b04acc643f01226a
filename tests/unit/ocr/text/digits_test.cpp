#include "ocr/text/digits.h"

#include <gtest/gtest.h>

namespace sohoa::ocr {

TEST(Digits, ALetterReadForADigitInANumberIsMended) {
    EXPECT_EQ(with_mended_digits("ó,75"), "6,75");
    EXPECT_EQ(with_mended_digits("9ó%"), "96%");
    EXPECT_EQ(with_mended_digits("2o24"), "2024");
    EXPECT_EQ(with_mended_digits("(7o"), "(70");
}

TEST(Digits, WordsAndMixedNumbersStay) {
    for (const char* word : {"", "ó", "có", "o", "O/2024", "A1", "12a", "ó,", "1oo", "Quý", "6,75", "10/ó-QĐ"}) {
        EXPECT_EQ(with_mended_digits(word), word);
    }
}

}  // namespace sohoa::ocr
