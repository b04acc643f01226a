#include "pipeline/run/trouble.h"

#include <gtest/gtest.h>

namespace sohoa::run {

namespace {

using namespace std::chrono_literals;
constexpr Trouble::Time at(std::chrono::milliseconds time) {
    return Trouble::Time{} + time;
}
const Problem full = problem(code::disk_full, {"đầy", "full"});
const Problem unwritable = problem(code::output_unwritable, {"không ghi được", "cannot be written"});

}  // namespace

TEST(Trouble, IsToldOnceAndOnceMoreWhenItIsOver) {
    Trouble trouble(2s, 60s);
    EXPECT_TRUE(trouble.may_try(at(0s)));
    EXPECT_TRUE(trouble.met(full, at(0s)));
    EXPECT_FALSE(trouble.met(full, at(10s))) << "nobody wants to read it every two seconds";
    EXPECT_TRUE(trouble.met(unwritable, at(20s))) << "another cause is news";
    EXPECT_TRUE(trouble.over(at(25s)));
    EXPECT_FALSE(trouble.over(at(26s)));
    EXPECT_TRUE(trouble.met(full, at(90s)));
}

TEST(Trouble, ThatComesBackAtOnceIsTriedMoreRarelyToo) {
    Trouble trouble(2s, 60s);
    trouble.met(full, at(0s));
    trouble.over(at(2s));
    trouble.met(full, at(3s));
    EXPECT_FALSE(trouble.may_try(at(6s)));
    EXPECT_TRUE(trouble.may_try(at(7s)));
    trouble.over(at(7s));
    trouble.met(full, at(60s));
    EXPECT_TRUE(trouble.may_try(at(62s))) << "another time it is new";
}

TEST(Trouble, IsTriedEverMoreRarely) {
    Trouble trouble(2s, 6s);
    trouble.met(full, at(0s));
    EXPECT_FALSE(trouble.may_try(at(1999ms)));
    EXPECT_TRUE(trouble.may_try(at(2s)));
    trouble.met(full, at(2s));
    EXPECT_FALSE(trouble.may_try(at(5s)));
    EXPECT_TRUE(trouble.may_try(at(6s)));
    trouble.met(full, at(6s));
    EXPECT_TRUE(trouble.may_try(at(12s))) << "never rarer than the longest pause";
}

TEST(Trouble, PapersThatMeetItTogetherDoNotMakeThePauseLonger) {
    Trouble trouble(2s, 60s);
    for (int k = 0; k < 64; ++k) trouble.met(full, at(1s));
    EXPECT_TRUE(trouble.may_try(at(3s)));
}

}  // namespace sohoa::run
