#include "pipeline/store/number_key.h"

#include <gtest/gtest.h>

namespace sohoa::store {

TEST(NumberKey, IsTheSameHoweverTheNumberIsWritten) {
    EXPECT_EQ(number_key("1403/BC-VP"), "1403/bc/vp");
    EXPECT_EQ(number_key(" 0293 - TB/HU "), "293/tb/hu");
    EXPECT_EQ(number_key("13/2023/NQ-HĐND"), "13/2023/nq/hdnd");
    EXPECT_EQ(number_key("AA 123 456"), "aa123456");
    EXPECT_EQ(number_key("0"), "0");
    EXPECT_EQ(number_key("//--"), "");
    EXPECT_LE(number_key(std::string(5000, 'x')).size(), 200u);
}

}  // namespace sohoa::store
