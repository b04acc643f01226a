#include "pipeline/dossier/identity/percent_encoding.h"

#include <algorithm>
#include <charconv>

namespace sohoa::dossier {

namespace {

constexpr std::size_t most_pairs = 64;

std::string with_blanks(std::string_view text) {
    std::string result(text);
    std::replace(result.begin(), result.end(), '+', ' ');
    return result;
}

}  // namespace

std::string percent_decoded(std::string_view text) {
    std::string result;
    for (std::size_t k = 0; k < text.size(); ++k) {
        unsigned value = 0;
        if (text[k] == '%' && k + 2 < text.size()) {
            const char* begin = text.data() + k + 1;
            const auto [end, error] = std::from_chars(begin, begin + 2, value, 16);
            if (error == std::errc{} && end == begin + 2) {
                result.push_back(static_cast<char>(value));
                k += 2;
                continue;
            }
        }
        result.push_back(text[k]);
    }
    return result;
}

std::vector<std::pair<std::string, std::string>> query_pairs(std::string_view query) {
    std::vector<std::pair<std::string, std::string>> pairs;
    while (!query.empty() && pairs.size() < most_pairs) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view part = query.substr(0, end);
        if (const std::size_t sign = part.find('='); sign != std::string_view::npos) {
            pairs.emplace_back(percent_decoded(with_blanks(part.substr(0, sign))),
                               percent_decoded(with_blanks(part.substr(sign + 1))));
        }
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return pairs;
}

}  // namespace sohoa::dossier
