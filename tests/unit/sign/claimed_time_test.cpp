#include "pipeline/sign/claimed_time.h"

#include <gtest/gtest.h>

namespace sohoa::sign {

TEST(ClaimedTime, OffsetOfTheSignersMachineIsKept) {
    const auto time = time_from_pdf_date("D:20241126140509+07'00'");
    ASSERT_TRUE(time);
    EXPECT_EQ(time->iso, "2024-11-26T14:05:09+07:00");
    EXPECT_EQ(time->seconds, 1732604709);
    EXPECT_EQ(time_from_pdf_date("D:20241126123509+05'30")->seconds, 1732604709);
    EXPECT_EQ(time_from_pdf_date("D:20241126020509-05'00'")->iso, "2024-11-26T02:05:09-05:00");
}

TEST(ClaimedTime, PartsMayBeMissing) {
    EXPECT_EQ(time_from_pdf_date("D:2024")->iso, "2024-01-01T00:00:00+00:00");
    EXPECT_EQ(time_from_pdf_date("20241126140509Z")->iso, "2024-11-26T14:05:09+00:00");
}

TEST(ClaimedTime, WhatIsNoDateIsNone) {
    for (const char* text : {"", "D:", "hôm qua", "D:20241399", "D:20240230", "D:20240101250000"}) {
        EXPECT_FALSE(time_from_pdf_date(text)) << text;
    }
}

}  // namespace sohoa::sign
