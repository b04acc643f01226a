#include "base/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>

namespace sohoa {

bool is_valid(const Date& date) {
    if (date.year < 1800 || date.year > 2200) return false;
    if (date.month == 0) return date.day == 0;
    if (date.month < 1 || date.month > 12) return false;
    if (date.day == 0) return true;
    const std::chrono::year_month_day day{std::chrono::year{date.year},
                                          std::chrono::month(static_cast<unsigned>(date.month)),
                                          std::chrono::day(static_cast<unsigned>(date.day))};
    return date.day > 0 && date.day <= 31 && day.ok();
}

std::string iso(const Date& date) {
    if (date.month == 0) return fmt::format("{:04}", date.year);
    if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Date> date_from_ddmmyyyy(std::string_view digits) {
    if (digits.size() != 8) return std::nullopt;
    std::array<int, 8> value{};
    for (std::size_t k = 0; k < 8; ++k) {
        if (digits[k] < '0' || digits[k] > '9') return std::nullopt;
        value[k] = digits[k] - '0';
    }
    const Date date{value[4] * 1000 + value[5] * 100 + value[6] * 10 + value[7], value[2] * 10 + value[3],
                    value[0] * 10 + value[1]};
    if (!is_valid(date)) return std::nullopt;
    return date;
}

std::optional<Date> date_as_typed(std::string_view text) {
    std::array<int, 3> numbers{};
    std::array<std::size_t, 3> digits{};
    std::size_t count = 0;
    const char* at = text.data();
    const char* end = at + text.size();
    while (at != end) {
        if (count == numbers.size()) return std::nullopt;
        if (count > 0 && (*at == '/' || *at == '-' || *at == '.')) ++at;
        const auto [rest, error] = std::from_chars(at, end, numbers[count]);
        if (error != std::errc{} || *at == '-') return std::nullopt;
        digits[count++] = static_cast<std::size_t>(rest - at);
        at = rest;
    }
    if (count == 0) return std::nullopt;
    const bool year_first = digits[0] == 4;
    if (!year_first) std::reverse(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(count));
    if ((year_first ? digits[0] : digits[count - 1]) != 4) return std::nullopt;
    const Date date{numbers[0], numbers[1], numbers[2]};
    const bool whole = (count < 2 || date.month > 0) && (count < 3 || date.day > 0);
    if (!whole || !is_valid(date)) return std::nullopt;
    return date;
}

std::string vietnam_time(long long unix_seconds) {
    using namespace std::chrono;
    const sys_seconds local{seconds{unix_seconds + 7 * 3600LL}};
    const auto day = floor<days>(local);
    const year_month_day date{day};
    const hh_mm_ss time{local - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+07:00", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

long long now_or_source_date_epoch() {
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch != nullptr) {
        long long value = 0;
        const char* end = epoch + std::strlen(epoch);
        if (const auto [rest, error] = std::from_chars(epoch, end, value); error == std::errc{} && rest == end)
            return value;
    }
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

}  // namespace sohoa
