#pragma once
#include <nlohmann/json.hpp>

namespace sohoa {

/// Reading JSON of unknown origin: what is missing or of another type reads as nothing, never as an error. `Json` is
/// nlohmann::json or nlohmann::ordered_json.

/// The member, or null where there is none or `json` is no object.
template <class Json>
const Json& member(const Json& json, const char* name) {
    static const Json none;
    if (!json.is_object()) return none;
    const auto found = json.find(name);
    return found == json.end() ? none : *found;
}

/// The number, cut to a whole one; 0 where there is none or it is beyond ±10⁹.
template <class Json>
int whole_number(const Json& json) {
    if (!json.is_number()) return 0;
    const double value = json.template get<double>();
    return value > -1e9 && value < 1e9 ? static_cast<int>(value) : 0;
}

}  // namespace sohoa
