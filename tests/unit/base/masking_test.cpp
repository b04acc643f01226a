#include "base/masking.h"

#include <gtest/gtest.h>

namespace sohoa {

TEST(Masking, HidesTheMiddleOfIdentityNumbers) {
    EXPECT_EQ(masked("số 001200000001 cấp"), "số 001*****0001 cấp");
    EXPECT_EQ(masked("001 200 000 001"), "001 *** **0 001");
    EXPECT_EQ(masked("CMND 012345678."), "CMND 012**5678.");
}

TEST(Masking, LeavesDatesAndDocumentNumbers) {
    EXPECT_EQ(masked("ngày 05/03/2024 số 1403/BC-VP"), "ngày 05/03/2024 số 1403/BC-VP");
}

}  // namespace sohoa
