#include "pipeline/dossier/identity/time_text.h"

#include <array>
#include <fmt/format.h>
#include <regex>

#include "base/date.h"
#include "base/vietnamese.h"

namespace sohoa::dossier {

namespace {

constexpr std::size_t longest_time = 40;

struct TimeForm {
    std::regex pattern;
    std::array<std::size_t, 7> groups;  ///< of year, month, day, hour, minute, second, zone; 0: none
};

const std::array<TimeForm, 4>& time_forms() {
    static const std::array<TimeForm, 4> forms{{
        {std::regex(
             R"((\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?)"),
         {1, 2, 3, 4, 5, 6, 7}},
        {std::regex(R"((\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?)?)"),
         {3, 2, 1, 4, 5, 6, 0}},
        {std::regex(R"((\d{1,2}):(\d{2})(?::(\d{2}))?,? (\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))"), {6, 5, 4, 1, 2, 3, 0}},
        {std::regex(R"((\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?)"), {1, 2, 3, 4, 5, 6, 0}},
    }};
    return forms;
}

int value_of(const std::string& digits) {
    int value = 0;
    for (const char c : digits) value = 10 * value + (c - '0');
    return value;
}

}  // namespace

std::optional<std::string> normal_time(std::string_view text) {
    if (text.size() > longest_time) return std::nullopt;
    const std::string plain = single_spaced(text);
    for (const TimeForm& form : time_forms()) {
        std::smatch match;
        if (!std::regex_match(plain, match, form.pattern)) continue;
        const auto part = [&](std::size_t which) {
            return form.groups[which] == 0 ? std::string() : match[form.groups[which]].str();
        };
        const Date date{value_of(part(0)), value_of(part(1)), value_of(part(2))};
        if (date.month == 0 || date.day == 0 || !is_valid(date)) continue;
        if (part(3).empty()) return iso(date);
        const int hour = value_of(part(3));
        const int minute = value_of(part(4));
        const int second = value_of(part(5));
        if (hour > 23 || minute > 59 || second > 59) continue;
        const std::string zone = part(6).empty() ? "+07:00" : part(6) == "Z" ? "+00:00" : part(6);
        return fmt::format("{}T{:02}:{:02}:{:02}{}", iso(date), hour, minute, second, zone);
    }
    return std::nullopt;
}

}  // namespace sohoa::dossier
