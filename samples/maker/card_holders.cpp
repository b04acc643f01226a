#include "samples/maker/card_holders.h"

#include <algorithm>
#include <fmt/format.h>

#include "samples/maker/grammar.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

namespace {

/// Names that fill the line, as branches of old families and parents' names in a row give them.
std::string long_name(Random& random, Sex sex) {
    const std::string second = family_name(random);
    const std::string third = commune_name(random);
    const std::string given = person_name(random, sex, family_name(random) + ' ' + second);
    if (random.chance(0.3)) return (sex == Sex::female ? "Công Tằng Tôn Nữ " : "Nguyễn Phúc Tôn Thất ") + third;
    return given + (random.chance(0.5) ? ' ' + third.substr(third.rfind(' ') + 1) : "");
}

/// As Ê Đê, Gia Rai, Mông and Khmer people are called.
std::string name_of_other_people(Random& random, Sex sex) {
    return sex == Sex::female
               ? random.pick({"H'Hen Niê", "Rơ Châm H'Lan", "Giàng Thị Mỷ", "Ksor H'Bông", "Thạch Thị Sà Rươne"})
               : random.pick({"Y Bhăm Êban", "Rơ Mah Thuân", "Giàng A Páo", "Kim Sô Phia", "Đinh A Ngưi"});
}

/// "Tân Hội, Đức Trọng, Lâm Đồng", with or without what each is.
std::string short_place(Random& random) {
    const Commune commune = any_commune(random);
    const std::string district = commune_name(random);
    if (random.chance(0.5)) return fmt::format("{}, {}, {}", commune.name, district, commune.province.name);
    return fmt::format("{}, huyện {}, {}", capitalised(titled(commune)), district, titled(commune.province));
}

std::string any_residence(Random& random) {
    const Commune commune = any_commune(random);
    const std::string district = commune_name(random);
    const std::string place = hamlet(random);
    switch (random.between(0, 4)) {
        case 0:
            return fmt::format("{}, {}", commune.name, commune.province.name);
        case 1:
            return capitalised(fmt::format("{}, {}, {}, {}", place, commune.name, district, commune.province.name));
        case 2: {
            const int house = random.between(2, 899);
            const int alley = random.between(2, 99);
            const std::string street = person_name(random, Sex::male);
            return capitalised(fmt::format("số nhà {}/{}/{}, ngõ {} đường {}, {}, {}, quận {}, {}", house,
                                           alley % 17 + 1, alley % 5 + 1, alley, street, place, titled(commune),
                                           district, titled(commune.province)));
        }
        case 3:
            return capitalised(
                fmt::format("{}, {}, huyện {}, {}", place, titled(commune), district, titled(commune.province)));
        default:
            return capitalised(address(random, commune));
    }
}

}  // namespace

Person any_card_holder(Random random, int first_birth_year, int last_birth_year) {
    const Sex sex = random.chance(0.5) ? Sex::male : Sex::female;
    Person person = make_person(random, sex, first_birth_year, last_birth_year);
    Random name = random.branch("name");
    if (name.chance(0.14))
        person.full_name = long_name(name, sex);
    else if (name.chance(0.06))
        person.full_name = name_of_other_people(name, sex);
    Random place = random.branch("place");
    if (place.chance(0.6)) person.home_town = short_place(place);
    if (place.chance(0.8)) person.residence = any_residence(place);
    Random birth = random.branch("birth");
    if (birth.chance(person.birth_date.year < 1970 ? 0.08 : 0.01)) {
        person.birth_date.day = 0;
        if (birth.chance(0.8)) person.birth_date.month = 0;
    }
    return person;
}

Person issued_within(Person person, const Date& first, const Date& last, Random& random) {
    while (person.id_issue_date < first || person.id_issue_date > last)
        person.id_issue_date = any_date(random, first.year, last.year);
    return person;
}

Date expiry_by_age(const Person& person) {
    const Date& birth = person.birth_date;
    for (const int age : {25, 40, 60})
        if (birth.year + age > person.id_issue_date.year + 2) {
            if (birth.month == 0) return {birth.year + age, 12, 31};
            return {birth.year + age, birth.month, std::clamp(birth.day, 1, 28)};
        }
    return {};
}

Date years_later(const Date& day, int years) {
    return {day.year + years, day.month, day.month == 2 ? std::min(day.day, 28) : day.day};
}

std::string old_card_number(Random& random) {
    const int province = random.between(1, 38);
    return fmt::format("{:02}99{:05}", province, random.between(0, 99999));
}

}  // namespace sohoa::maker
