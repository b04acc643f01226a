#include "base/date.h"

#include <gtest/gtest.h>

namespace sohoa {

TEST(Date, PartlyKnownDatesKeepWhatIsKnown) {
    EXPECT_EQ(iso({1975, 0, 0}), "1975");
    EXPECT_EQ(iso({1975, 3, 0}), "1975-03");
    EXPECT_EQ(iso({1975, 3, 5}), "1975-03-05");
}

TEST(Date, CardCodesWithUnknownDayAndMonth) {
    EXPECT_EQ(date_from_ddmmyyyy("00001960"), (Date{1960, 0, 0}));
    EXPECT_EQ(date_from_ddmmyyyy("15062021"), (Date{2021, 6, 15}));
    EXPECT_FALSE(date_from_ddmmyyyy("31022021"));
    EXPECT_FALSE(date_from_ddmmyyyy("1506202"));
    EXPECT_FALSE(date_from_ddmmyyyy("15-62021"));
}

TEST(Date, DayWithoutMonthIsNoDate) {
    EXPECT_FALSE(is_valid({2000, 0, 5}));
}

TEST(Date, IsReadAsPeopleTypeIt) {
    for (const char* typed : {"05/03/2024", "5-3-2024", "5.3.2024", "2024-03-05", "2024/3/5"})
        EXPECT_EQ(date_as_typed(typed), (Date{2024, 3, 5})) << typed;
    EXPECT_EQ(date_as_typed("03/2024"), (Date{2024, 3, 0}));
    EXPECT_EQ(date_as_typed("2024-03"), (Date{2024, 3, 0}));
    EXPECT_EQ(date_as_typed("2024"), (Date{2024, 0, 0}));
    for (const char* typed : {"", "x", "31/02/2024", "5/3/24", "1/2/3/2024", "05/03/2024/", "-5/3/2024", "0/3/2024",
                              "2024-00", "99999999999999999999", "5--3-2024"})
        EXPECT_FALSE(date_as_typed(typed)) << typed;
}

TEST(Date, VietnamIsSevenHoursAhead) {
    EXPECT_EQ(vietnam_time(1732604709), "2024-11-26T14:05:09+07:00");
}

}  // namespace sohoa
