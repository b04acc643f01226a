#include "samples/maker/truth.h"

#include <nlohmann/json.hpp>

#include "base/vietnamese.h"

namespace sohoa::maker {

void Truth::add(std::string name, const std::string& value) {
    std::string normal = single_spaced(value);
    if (!normal.empty()) fields.emplace_back(std::move(name), std::move(normal));
}

void Truth::add(std::string name, const Date& date) {
    if (date.year != 0) add(std::move(name), iso(date));
}

void Truth::add_name(std::string name, const std::string& value) {
    add(std::move(name), upper(value));
}

std::string Truth::value(const std::string& name) const {
    for (const auto& [key, value] : fields)
        if (key == name) return value;
    return {};
}

std::string Truth::json() const {
    nlohmann::ordered_json fields_json = nlohmann::ordered_json::object();
    for (const auto& [name, value] : fields) fields_json[name] = value;
    const nlohmann::ordered_json whole = {{"kind", kind}, {"fields", fields_json},     {"text", text}, {"codes", codes},
                                          {"mrz", mrz},   {"handwritten", handwritten}};
    return whole.dump(1) + "\n";
}

std::string normal_symbol(const std::string& printed) {
    std::string result;
    for (std::size_t i = 0; i < printed.size(); ++i) {
        const auto before_mark = i + 1 < printed.size() && (printed[i + 1] == '/' || printed[i + 1] == '-');
        const auto after_mark = !result.empty() && (result.back() == '/' || result.back() == '-');
        if (printed[i] == ' ' && (before_mark || after_mark)) continue;
        result += printed[i];
    }
    return result;
}

}  // namespace sohoa::maker
