#include "pipeline/sign/claimed_time.h"

#include <array>
#include <cstddef>
#include <ctime>
#include <fmt/format.h>

#include "base/date.h"

namespace sohoa::sign {

namespace {

/// Two or four digits taken off the front; nullopt where there are none.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
    if (text.size() < count) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(count);
    return value;
}

/// Minutes east of Greenwich: "Z", "+07'00'", "-05'30", "+07:00"; 0 where nothing is said.
int offset_minutes(std::string_view text) {
    if (text.empty() || (text.front() != '+' && text.front() != '-')) return 0;
    const int sign = text.front() == '-' ? -1 : 1;
    text.remove_prefix(1);
    const auto hours = take_digits(text, 2);
    if (!hours || *hours > 14) return 0;
    if (!text.empty() && (text.front() == '\'' || text.front() == ':')) text.remove_prefix(1);
    const int minutes = take_digits(text, 2).value_or(0);
    return sign * (*hours * 60 + (minutes < 60 ? minutes : 0));
}

}  // namespace

std::optional<ClaimedTime> time_from_pdf_date(std::string_view text) {
    if (text.starts_with("D:")) text.remove_prefix(2);
    const auto year = take_digits(text, 4);
    if (!year) return std::nullopt;
    std::array<int, 5> rest{1, 1, 0, 0, 0};  // month, day, hour, minute, second
    for (int& part : rest) {
        const auto value = take_digits(text, 2);
        if (!value) break;
        part = *value;
    }
    const auto [month, day, hour, minute, second] = rest;
    if (!is_valid({*year, month, day}) || hour > 23 || minute > 59 || second > 60) return std::nullopt;
    const int offset = offset_minutes(text);
    std::tm parts{};
    parts.tm_year = *year - 1900;
    parts.tm_mon = month - 1;
    parts.tm_mday = day;
    parts.tm_hour = hour;
    parts.tm_min = minute;
    parts.tm_sec = second;
    const int away = offset < 0 ? -offset : offset;
    return ClaimedTime{::timegm(&parts) - 60LL * offset,
                       fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", *year, month, day, hour, minute,
                                   second, offset < 0 ? '-' : '+', away / 60, away % 60)};
}

}  // namespace sohoa::sign
