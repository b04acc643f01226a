#include "pipeline/store/number_key.h"

#include <algorithm>

#include "base/vietnamese.h"

namespace sohoa::store {

std::string number_key(std::string_view number) {
    constexpr std::size_t longest = 200;
    std::u32string key;
    for (const char32_t c : to_utf32(folded(number))) {
        if (is_word_character(c)) {
            key.push_back(c);
        } else if (!is_blank(c) && !key.empty() && key.back() != U'/') {
            key.push_back(U'/');
        }
    }
    while (!key.empty() && key.back() == U'/') key.pop_back();
    std::size_t zeros = 0;
    while (zeros + 1 < key.size() && key[zeros] == U'0' && key[zeros + 1] >= U'0' && key[zeros + 1] <= U'9') ++zeros;
    key.erase(0, zeros);
    std::string bytes = to_utf8(key.substr(0, longest));
    if (bytes.size() > longest) bytes = valid_utf8(bytes.substr(0, longest));
    return bytes;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

}  // namespace sohoa::store
