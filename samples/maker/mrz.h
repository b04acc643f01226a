#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "samples/maker/people.h"

namespace sohoa::maker {

/// ICAO 9303: weights 7, 3, 1; letters from 10, '<' is 0.
int check_digit(std::string_view field);

/// The three lines of 30 of a Vietnamese identity card (TD1). `expiry` {0, 0, 0} for cards that do not expire.
std::vector<std::string> td1_lines(const Person& holder, const Date& expiry);

/// The two lines of 44 of a passport (TD3); `number` is a letter and seven digits.
std::vector<std::string> td3_lines(const Person& holder, const std::string& number, const Date& expiry);

}  // namespace sohoa::maker
