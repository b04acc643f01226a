#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sohoa {

/// A calendar date as far as it is known; month and day may be 0 (unknown), never day without month.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;

    bool operator==(const Date&) const = default;
    auto operator<=>(const Date&) const = default;
};

/// A real day of the Gregorian calendar (or month, or year) between 1800 and 2200.
bool is_valid(const Date& date);

/// "1975", "1975-03" or "1975-03-05".
std::string iso(const Date& date);

/// "ddMMyyyy" as card codes carry it; "0000" for an unknown day and month. nullopt when it is no valid date.
std::optional<Date> date_from_ddmmyyyy(std::string_view digits);

/// A date as people type it: "05/03/2024", "5-3-2024", "03/2024", "2024", or ISO "2024-03-05", "2024-03".
std::optional<Date> date_as_typed(std::string_view text);

/// "2024-03-05T14:05:09+07:00" for seconds since 1970 in Vietnam's time (UTC+7, no summer time).
std::string vietnam_time(long long unix_seconds);

/// Now, or SOURCE_DATE_EPOCH where that is set (https://reproducible-builds.org/specs/source-date-epoch/).
long long now_or_source_date_epoch();

}  // namespace sohoa
