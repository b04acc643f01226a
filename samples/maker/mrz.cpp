#include "samples/maker/mrz.h"

#include <fmt/format.h>

#include "base/vietnamese.h"

namespace sohoa::maker {

namespace {

int value_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 0;
}

std::string filled(std::string text, std::size_t length) {
    text.resize(length, '<');
    return text;
}

/// "NGUYEN<<VAN<AN": the family name, two fillers, the rest.
std::string name_field(const std::string& name, std::size_t length) {
    std::string field;
    const auto words = words_of(upper(without_marks(name)));
    for (std::size_t i = 0; i < words.size(); ++i) field += (i == 0 ? "" : i == 1 ? "<<" : "<") + words[i];
    // Apostrophes are left out and what they part is joined (ICAO 9303 part 3, 4.6).
    std::erase(field, '\'');
    return filled(field, length);
}

std::string six_digits(const Date& date) {
    // Cards that do not expire carry the last day of a century's last year.
    if (date.year == 0) return "991231";
    // What is not known is filled up (ICAO 9303 part 3, 4.7).
    const auto two_digits = [](int part) { return part == 0 ? std::string("<<") : fmt::format("{:02}", part); };
    return fmt::format("{:02}{}{}", date.year % 100, two_digits(date.month), two_digits(date.day));
}

std::string checked(const std::string& field) {
    return field + std::to_string(check_digit(field));
}

}  // namespace

int check_digit(std::string_view field) {
    constexpr int weights[] = {7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < field.size(); ++i) sum += value_of(field[i]) * weights[i % 3];
    return sum % 10;
}

std::vector<std::string> td1_lines(const Person& holder, const Date& expiry) {
    const std::string optional = holder.id_number + "<<";
    const std::string upper_line = "IDVNM" + checked(holder.id_number.substr(3)) + checked(optional);
    const std::string birth = checked(six_digits(holder.birth_date));
    const std::string expires = checked(six_digits(expiry));
    const std::string fillers(11, '<');
    const std::string composite = upper_line.substr(5) + birth + expires + fillers;
    const std::string middle = birth + (holder.sex == Sex::male ? "M" : "F") + expires + "VNM" + fillers +
                               std::to_string(check_digit(composite));
    return {upper_line, middle, name_field(holder.full_name, 30)};
}

std::vector<std::string> td3_lines(const Person& holder, const std::string& number, const Date& expiry) {
    const std::string passport = checked(filled(number, 9));
    const std::string birth = checked(six_digits(holder.birth_date));
    const std::string expires = checked(six_digits(expiry));
    const std::string personal = checked(filled(holder.id_number, 14));
    const std::string composite = passport + birth + expires + personal;
    return {"P<VNM" + name_field(holder.full_name, 39), passport + "VNM" + birth +
                                                            (holder.sex == Sex::male ? "M" : "F") + expires + personal +
                                                            std::to_string(check_digit(composite))};
}

}  // namespace sohoa::maker
