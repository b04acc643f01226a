#pragma once
#include <cstddef>
#include <optional>
#include <string>

namespace sohoa::dossier {

/// An amount found in a text: "1.250,5" is `1250.5`.
struct Amount {
    std::string text;  ///< digits, with a point before decimals; no leading or trailing zeros
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The first amount in Vietnamese figures: dots group thousands and a comma begins the decimals; a dot before other
/// than three digits is a decimal point. nullopt where there are no figures, or they have two decimal points.
std::optional<Amount> find_amount(const std::u32string& text);

/// The recognisers have no ²: "83,1 m?", "83,1 m2" are square metres.
std::u32string with_square_metres(std::u32string text);

}  // namespace sohoa::dossier
