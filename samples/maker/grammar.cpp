#include "samples/maker/grammar.h"

#include <charconv>
#include <optional>
#include <stdexcept>
#include <utility>

#include "base/vietnamese.h"

namespace sohoa::maker {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

std::optional<std::pair<int, int>> number_range(std::string_view name) {
    const auto dash = name.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    int low = 0;
    int high = 0;
    const auto a = std::from_chars(name.data(), name.data() + dash, low);
    const auto b = std::from_chars(name.data() + dash + 1, name.data() + name.size(), high);
    if (a.ec != std::errc{} || b.ec != std::errc{} || a.ptr != name.data() + dash) return std::nullopt;
    return std::pair{low, high};
}

/// Calls `text` for what stands outside braces and `name` for what stands inside.
template <class Text, class Name>
void walk(std::string_view pattern, Text&& text, Name&& name) {
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        text(pattern.substr(0, open));
        if (open == std::string_view::npos) return;
        const auto close = pattern.find('}', open);
        if (close == std::string_view::npos) throw std::invalid_argument("a brace is open: " + std::string(pattern));
        name(pattern.substr(open + 1, close - open - 1));
        pattern.remove_prefix(close + 1);
    }
}

}  // namespace

std::string capitalised(std::string_view text) {
    auto letters = to_utf32(text);
    if (letters.empty()) return {};
    return upper(to_utf8(letters.substr(0, 1))) + to_utf8(letters.substr(1));
}

void Grammar::add_rules(std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty()) continue;
        const auto equals = line.find('=');
        if (equals == std::string_view::npos) throw std::invalid_argument("a rule without '=': " + std::string(line));
        auto& alternatives = rules_[std::string(trimmed(line.substr(0, equals)))];
        auto rest = line.substr(equals + 1);
        for (;;) {
            const auto bar = rest.find('|');
            alternatives.emplace_back(trimmed(rest.substr(0, bar)));
            if (bar == std::string_view::npos) break;
            rest.remove_prefix(bar + 1);
        }
    }
}

void Grammar::add_maker(std::string name, Maker maker) {
    makers_[std::move(name)] = std::move(maker);
}

std::string Grammar::say(std::string_view name, Random& random) const {
    if (name.starts_with('^')) return capitalised(say(name.substr(1), random));
    if (const auto maker = makers_.find(name); maker != makers_.end()) return maker->second(random);
    if (const auto rule = rules_.find(name); rule != rules_.end()) return fill(random.pick(rule->second), random);
    if (const auto range = number_range(name)) return std::to_string(random.between(range->first, range->second));
    throw std::invalid_argument("no rule named " + std::string(name));
}

std::string Grammar::fill(std::string_view pattern, Random& random) const {
    std::string result;
    walk(
        pattern, [&](std::string_view text) { result += text; },
        [&](std::string_view name) { result += say(name, random); });
    return result;
}

std::vector<std::string> Grammar::missing() const {
    std::vector<std::string> names;
    for (const auto& [rule, alternatives] : rules_)
        for (const auto& alternative : alternatives)
            walk(
                alternative, [](std::string_view) {},
                [&, &rule = rule](std::string_view name) {
                    if (name.starts_with('^')) name.remove_prefix(1);
                    if (!rules_.contains(name) && !makers_.contains(name) && !number_range(name))
                        names.push_back(rule + ": " + std::string(name));
                });
    return names;
}

}  // namespace sohoa::maker
