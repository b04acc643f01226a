#pragma once
#include "samples/maker/people.h"

namespace sohoa::maker {

/// A holder by lot: of any age, sometimes with a name of five or six words or of another people's form, with an address
/// of one to three lines, rarely with only a year of birth.
Person any_card_holder(Random random, int first_birth_year, int last_birth_year);

/// The holder with a day of issue from `first` to `last`, where theirs is another.
Person issued_within(Person person, const Date& first, const Date& last, Random& random);

/// Valid until 25, 40, 60; none after that (Luật Căn cước, article 21).
Date expiry_by_age(const Person& person);

/// The same day that many years later, the 28th for the 29th of February.
Date years_later(const Date& day, int years);

/// Nine digits of an old identity card: two of a province, then a lot from 9900000 on, which no province reached.
std::string old_card_number(Random& random);

}  // namespace sohoa::maker
