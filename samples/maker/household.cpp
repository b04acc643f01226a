#include "samples/maker/household.h"

#include "base/vietnamese.h"
#include "samples/maker/grammar.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

Household any_household(Random& random) {
    Household house;
    house.commune = any_commune(random);
    house.today = later({2025, 1, 2}, random.between(0, 600));
    const std::string home = capitalised(address(random, house.commune));
    house.man = make_person_at(random, Sex::male, 1972, 2002, home);
    house.woman = make_person_at(random, Sex::female, 1975, 2004, home);
    house.bride_home = random.chance(0.4) ? capitalised(address(random, any_commune(random)))
                                          : capitalised(address(random, house.commune));
    const Sex sex = random.chance(0.5) ? Sex::male : Sex::female;
    house.child = make_person_at(random, sex, house.today.year, house.today.year, home);
    house.child.birth_date = later(house.today, -random.between(4, 55));
    house.child.full_name = person_name(random, sex, words_of(house.man.full_name).front());
    house.child.ethnicity = house.man.ethnicity;
    house.child.home_town = house.man.home_town;
    house.child.id_number = personal_number(house.commune.province, sex, house.child.birth_date.year, random);
    house.woman_applies = random.chance(0.45);
    return house;
}

Person bride(const Household& house) {
    Person person = house.woman;
    person.residence = house.bride_home;
    return person;
}

}  // namespace sohoa::maker
