#include "scanners/still_papers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sohoa::scanners {

namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

Sighting file(const std::string& name, std::uint64_t mark = 1, bool doubtful = false) {
    return {.name = name, .mark = mark, .doubtful = doubtful};
}

std::vector<std::string> names(const std::vector<Sighting>& things) {
    std::vector<std::string> result;
    for (const auto& each : things) result.push_back(each.name);
    return result;
}

}  // namespace

class Still : public testing::Test {
protected:
    std::vector<std::string> look(const std::vector<Sighting>& listing, std::chrono::milliseconds at) {
        return names(still_.look(listing, StillPapers::Clock::time_point{} + at));
    }
    StillPapers still_{5s};
};

TEST_F(Still, APaperIsTakenWhenItHasNotChangedForLongEnough) {
    EXPECT_THAT(look({file("don.jpg")}, 0s), IsEmpty()) << "however old its time says it is: that clock is not ours";
    EXPECT_EQ(still_.waiting(), 1U);
    EXPECT_THAT(look({file("don.jpg")}, 4999ms), IsEmpty());
    EXPECT_THAT(look({file("don.jpg")}, 5s), ElementsAre("don.jpg"));
    EXPECT_EQ(still_.waiting(), 0U);
}

TEST_F(Still, APaperThatGrowsWaitsFromItsLastChange) {
    look({file("don.tif", 1)}, 0s);
    look({file("don.tif", 2)}, 4s);
    EXPECT_THAT(look({file("don.tif", 2)}, 8s), IsEmpty());
    EXPECT_THAT(look({file("don.tif", 2)}, 9s), ElementsAre("don.tif"));
}

TEST_F(Still, AnEmptyFileWaitsTenTimesLonger) {
    look({file("don.jpg", 1, true)}, 0s);
    EXPECT_THAT(look({file("don.jpg", 1, true)}, 49s), IsEmpty());
    EXPECT_THAT(look({file("don.jpg", 1, true)}, 50s), ElementsAre("don.jpg"));
}

TEST_F(Still, ANewPaperUnderAnOldNameIsNew) {
    look({file("scan0001.jpg", 1)}, 0s);
    look({}, 1s);
    look({file("scan0001.jpg", 1)}, 2s);
    EXPECT_THAT(look({file("scan0001.jpg", 1)}, 6s), IsEmpty());
    EXPECT_THAT(look({file("scan0001.jpg", 1)}, 7s), ElementsAre("scan0001.jpg"));
}

TEST_F(Still, WhatIsForgottenWaitsAnew) {
    look({file("don.jpg")}, 0s);
    still_.forget("don.jpg");
    look({file("don.jpg")}, 5s);
    EXPECT_THAT(look({file("don.jpg")}, 9s), IsEmpty());
    EXPECT_THAT(look({file("don.jpg")}, 10s), ElementsAre("don.jpg"));
}

TEST_F(Still, TheOldestComeFirstThenByName) {
    look({file("b.jpg")}, 0s);
    look({file("trang_10.jpg"), file("b.jpg"), file("trang_2.jpg")}, 1s);
    EXPECT_THAT(look({file("trang_10.jpg"), file("b.jpg"), file("trang_2.jpg")}, 6s),
                ElementsAre("b.jpg", "trang_2.jpg", "trang_10.jpg"));
}

}  // namespace sohoa::scanners
