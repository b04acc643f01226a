#include "base/masking.h"

#include <vector>

namespace sohoa {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

std::string masked(std::string_view text) {
    constexpr std::size_t shortest = 9;  // an old identity card
    constexpr std::size_t longest = 16;
    constexpr std::size_t kept_front = 3;
    constexpr std::size_t kept_back = 4;
    std::string result(text);
    std::size_t k = 0;
    while (k < text.size()) {
        if (!is_digit(text[k])) {
            ++k;
            continue;
        }
        std::vector<std::size_t> digits;
        std::size_t end = k;
        while (end < text.size()) {
            if (is_digit(text[end])) {
                digits.push_back(end);
                ++end;
            } else if ((text[end] == ' ' || text[end] == '.') && end + 1 < text.size() && is_digit(text[end + 1])) {
                ++end;
            } else {
                break;
            }
        }
        if (digits.size() >= shortest && digits.size() <= longest) {
            for (std::size_t d = kept_front; d + kept_back < digits.size(); ++d) result[digits[d]] = '*';
        }
        k = end;
    }
    return result;
}

}  // namespace sohoa
