#include "scanners/natural_order.h"

#include <algorithm>
#include <compare>

namespace sohoa::scanners {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes the run of digits at the front; without leading zeros.
std::string_view take_number(std::string_view& text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

std::strong_ordering by_value(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return a.size() <=> b.size();
    return a.compare(b) <=> 0;
}

}  // namespace

bool natural_less(std::string_view a, std::string_view b) {
    std::string_view left = a;
    std::string_view right = b;
    while (!left.empty() && !right.empty()) {
        if (is_digit(left.front()) && is_digit(right.front())) {
            const auto order = by_value(take_number(left), take_number(right));
            if (order != 0) return order < 0;
            continue;
        }
        const auto x = static_cast<unsigned char>(left.front());
        const auto y = static_cast<unsigned char>(right.front());
        if (x != y) return x < y;
        left.remove_prefix(1);
        right.remove_prefix(1);
    }
    if (left.empty() != right.empty()) return left.empty();
    return a < b;
}

}  // namespace sohoa::scanners
