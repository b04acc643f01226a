#include "ocr/text/language/abbreviations.h"

#include <cstddef>

#include "base/vietnamese.h"

namespace sohoa::models {
std::string_view abbreviations();
}  // namespace sohoa::models

namespace sohoa::ocr {

Abbreviations::Abbreviations(std::string_view text) {
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(line.size() < text.size() ? line.size() + 1 : line.size());
        if (line.empty() || line.front() == '#') continue;
        for (std::string& word : words_of(line)) known_.insert(std::move(word));
    }
}

const Abbreviations& Abbreviations::built_in() {
    static const Abbreviations all(models::abbreviations());
    return all;
}

int Abbreviations::balance(std::u32string_view word) const {
    const auto is_of_run = [&](std::size_t k) { return is_letter_or_digit(word[k]); };
    int balance = 0;
    for (std::size_t begin = 0; begin < word.size(); ++begin) {
        std::size_t end = begin;
        std::size_t capitals = 0;
        while (end < word.size() && is_of_run(end)) capitals += is_capital(word[end++]) ? 1 : 0;
        constexpr std::size_t least = 2;
        if (capitals >= least) balance += known_.contains(to_utf8(word.substr(begin, end - begin))) ? 1 : -1;
        begin = end;
    }
    return balance;
}

}  // namespace sohoa::ocr
