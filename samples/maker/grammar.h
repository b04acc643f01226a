#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "samples/maker/random.h"

namespace sohoa::maker {

/// A context-free grammar that speaks: rules are lines `name = alternative | alternative`; `{name}` in an alternative
/// is replaced by what the rule `name` gives, `{3-28}` by a whole number of that range, `{^name}` by the same with a
/// capital first letter. A name may stand on several lines; its alternatives are joined.
class Grammar {
public:
    using Maker = std::function<std::string(Random&)>;

    /// Throws std::invalid_argument when a line has no `=`.
    void add_rules(std::string_view text);
    /// A rule answered by code: names, dates, numbers.
    void add_maker(std::string name, Maker maker);

    /// Throws std::invalid_argument for a name without a rule.
    std::string say(std::string_view name, Random& random) const;
    /// Replaces the `{…}` of a text that is no rule itself.
    std::string fill(std::string_view pattern, Random& random) const;

    /// Names used in some alternative that no rule answers: empty in a sound grammar.
    std::vector<std::string> missing() const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> rules_;
    std::map<std::string, Maker, std::less<>> makers_;
};

/// With a capital first letter.
std::string capitalised(std::string_view text);

}  // namespace sohoa::maker
