#include "samples/maker/people.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

#include "samples/maker/grammar.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

namespace {

constexpr std::array<std::string_view, 10> digits{"không", "một", "hai", "ba",  "bốn",
                                                  "năm",   "sáu", "bảy", "tám", "chín"};

std::string word_of(int digit) {
    return std::string(digits[static_cast<std::size_t>(digit)]);
}

/// 0 … 99; after hundreds a lone unit is read with "linh".
std::string below_hundred(int number, bool after_hundreds) {
    const int tens = number / 10;
    const int ones = number % 10;
    if (tens == 0) return (after_hundreds ? "linh " : "") + word_of(ones);
    std::string text = tens == 1 ? "mười" : word_of(tens) + " mươi";
    if (ones == 0) return text;
    if (ones == 1 && tens > 1) return text + " mốt";
    if (ones == 5) return text + " lăm";
    return text + " " + word_of(ones);
}

std::string place_of_birth(Random& random, const Commune& commune) {
    if (random.chance(0.5))
        return fmt::format("Bệnh viện Đa khoa {}, {}", commune_name(random), titled(commune.province));
    return capitalised(titled(commune)) + ", " + titled(commune.province);
}

}  // namespace

std::string personal_number(const Province& province, Sex sex, int birth_year, Random& random) {
    const int century = (birth_year / 100 - 19) * 2 + (sex == Sex::female ? 1 : 0);
    return fmt::format("{}{}{:02}{:06}", province.code, century, birth_year % 100, random.between(900000, 999999));
}

Person make_person_at(Random& random, Sex sex, int first_birth_year, int last_birth_year,
                      const std::string& residence) {
    Person person;
    person.sex = sex;
    person.full_name = person_name(random, sex);
    person.birth_date = any_date(random, first_birth_year, last_birth_year);
    if (random.chance(0.15))
        person.ethnicity = random.pick({"Tày", "Thái", "Mường", "Khmer", "Hoa", "Nùng", "Mông", "Dao", "Gia Rai",
                                        "Ê Đê", "Ba Na", "Chăm", "Sán Dìu", "Hrê"});
    const Commune birth = any_commune(random);
    person.birth_province = birth.province;
    person.birth_place = place_of_birth(random, birth);
    person.home_town = capitalised(titled(birth)) + ", " + titled(birth.province);
    person.residence = residence;
    person.id_number = personal_number(birth.province, sex, person.birth_date.year, random);
    // Cards with a chip are issued since March 2021.
    do
        person.id_issue_date =
            any_date(random, std::max(2021, person.birth_date.year + 14), std::max(2024, person.birth_date.year + 15));
    while (person.id_issue_date < Date{2021, 3, 1});
    person.id_issuer =
        person.id_issue_date >= Date{2024, 7, 1} ? "Bộ Công an" : "Cục Cảnh sát quản lý hành chính về trật tự xã hội";
    return person;
}

Person make_person(Random& random, Sex sex, int first_birth_year, int last_birth_year) {
    const std::string residence = capitalised(address(random, any_commune(random)));
    return make_person_at(random, sex, first_birth_year, last_birth_year, residence);
}

std::string name_of_card(const Person& person) {
    return person.id_issue_date >= Date{2024, 7, 1} ? "Căn cước" : "Căn cước công dân";
}

std::string number_in_words(int number) {
    if (number < 100) return below_hundred(number, false);
    std::string text;
    if (number >= 1000) text = word_of(number / 1000) + " nghìn ";
    const int rest = number % 1000;
    if (rest == 0) return text.substr(0, text.size() - 1);
    text += word_of(rest / 100) + " trăm";
    if (rest % 100 != 0) text += " " + below_hundred(rest % 100, true);
    return text;
}

std::string date_in_words(const Date& date) {
    // The fourth month has a name of its own.
    const std::string month = date.month == 4 ? "tư" : number_in_words(date.month);
    return fmt::format("Ngày {} tháng {} năm {}", number_in_words(date.day), month, number_in_words(date.year));
}

}  // namespace sohoa::maker
