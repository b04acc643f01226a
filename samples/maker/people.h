#pragma once
#include <string>

#include "base/date.h"
#include "samples/maker/names.h"
#include "samples/maker/truth.h"

namespace sohoa::maker {

/// An invented person with a number that agrees with birth place, year and sex.
struct Person {
    std::string full_name;
    Date birth_date;
    Sex sex = Sex::male;
    std::string ethnicity = "Kinh";
    std::string nationality = "Việt Nam";
    Province birth_province;
    std::string birth_place;
    std::string home_town;
    std::string residence;
    std::string id_number;  ///< 12 digits
    Date id_issue_date;
    std::string id_issuer;
};

/// Twelve digits: province, century and sex, year, six by lot (NĐ 137/2015/NĐ-CP, article 13). The lot is taken from
/// 900000 on: no province has so many births in a year, so the number is well formed and nobody's.
std::string personal_number(const Province& province, Sex sex, int birth_year, Random& random);

Person make_person(Random& random, Sex sex, int first_birth_year, int last_birth_year);
/// The same, living at `residence` (a family lives together).
Person make_person_at(Random& random, Sex sex, int first_birth_year, int last_birth_year, const std::string& residence);

/// "Căn cước công dân", or "Căn cước" for cards issued since July 2024.
std::string name_of_card(const Person& person);

/// "mười lăm", "hai nghìn không trăm hai mươi bốn": numbers from 0 to 9999 as they are read.
std::string number_in_words(int number);
/// "Ngày mười lăm tháng ba năm hai nghìn không trăm hai mươi bốn".
std::string date_in_words(const Date& date);

}  // namespace sohoa::maker
