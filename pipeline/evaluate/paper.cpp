#include "pipeline/evaluate/paper.h"

#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/lenient_json.h"

namespace sohoa::evaluate {

namespace {

using Json = nlohmann::ordered_json;

Result<Json> read_json(const std::string& path) {
    const auto bytes = read_file(path);
    if (!bytes) return fail(bytes.error());
    Json json = Json::parse(*bytes, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object()) {
        return fail(problem(code::file_damaged, {"Tệp không phải là một đối tượng JSON", "the file is no JSON object"},
                            {"Tạo lại tệp này", "make the file again"})
                        .in_file(path));
    }
    return json;
}

std::string text_of(const Json& json) {
    if (json.is_string()) return json.get<std::string>();
    return json.is_null() ? std::string() : json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Box box_of(const Json& json) {
    if (!json.is_array() || json.size() < 4) return {};
    return {whole_number(json[0]), whole_number(json[1]), whole_number(json[2]), whole_number(json[3])};
}

/// Fields as `{"a.b[0]": value}`, whether written flat or nested.
void flatten(const Json& json, const std::string& name, std::vector<NamedValue>& fields) {
    if (json.is_object()) {
        for (const auto& [key, value] : json.items()) flatten(value, name.empty() ? key : name + "." + key, fields);
    } else if (json.is_array()) {
        for (std::size_t k = 0; k < json.size(); ++k) flatten(json[k], fmt::format("{}[{}]", name, k), fields);
    } else if (std::string value = text_of(json); !value.empty()) {
        fields.push_back({name, std::move(value)});
    }
}

/// Codes as texts, or as objects with a "text".
std::vector<std::string> codes_of(const Json& json) {
    std::vector<std::string> codes;
    if (!json.is_array()) return codes;
    for (const auto& code : json) codes.push_back(text_of(code.is_object() ? member(code, "text") : code));
    std::erase(codes, std::string());
    return codes;
}

/// Lines, or an object with "lines".
std::string zone_of(const Json& json) {
    const Json& lines = json.is_object() ? member(json, "lines") : json;
    std::string zone;
    for (const auto& line : lines) zone += (zone.empty() ? "" : "\n") + text_of(line);
    return zone;
}

ReadField field_of(const Json& json) {
    ReadField field{
        text_of(member(json, "name")), text_of(member(json, "normalized")), text_of(member(json, "status")), 0, {}};
    const Json& evidence = member(json, "evidence");
    if (evidence.is_array() && !evidence.empty()) {
        field.page = whole_number(member(evidence[0], "page"));
        field.box = box_of(member(evidence[0], "box"));
    }
    return field;
}

std::optional<double> confidence_of(const Json& json) {
    if (!json.is_number()) return std::nullopt;
    const double value = json.get<double>();
    return value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
}

void add_page(const Json& page, Reading& reading) {
    reading.turns.push_back(whole_number(member(page, "orientation")));
    const auto number = static_cast<int>(reading.turns.size());
    for (const auto& block : member(page, "blocks")) {
        for (const auto& line : member(block, "lines")) {
            reading.lines.push_back({text_of(member(line, "text")), number, box_of(member(line, "box"))});
            for (const auto& word : member(line, "words")) {
                reading.words.push_back({text_of(member(word, "text")), confidence_of(member(word, "confidence")),
                                         number, box_of(member(word, "box"))});
            }
        }
    }
    for (auto& code : codes_of(member(page, "codes"))) reading.codes.push_back(std::move(code));
    for (const auto& zone : member(page, "mrz")) {
        if (member(zone, "valid") == true) reading.zones.push_back(zone_of(zone));
    }
}

}  // namespace

Result<Truth> read_truth(const std::string& path) {
    const auto json = read_json(path);
    if (!json) return fail(json.error());
    Truth truth;
    truth.kind = text_of(member(*json, "kind"));
    flatten(member(*json, "fields"), "", truth.fields);
    truth.text = text_of(member(*json, "text"));
    truth.codes = codes_of(member(*json, "codes"));
    for (const auto& zone : member(*json, "mrz")) truth.zones.push_back(zone_of(zone));
    for (const auto& name : member(*json, "handwritten")) truth.handwritten.push_back(text_of(name));
    if (truth.text.empty()) {
        const std::filesystem::path stem = std::filesystem::path(path).replace_extension().replace_extension();
        if (auto text = read_file(stem.string() + ".txt")) truth.text = std::move(*text);
    }
    return truth;
}

Result<Reading> read_reading(const std::string& path) {
    const auto json = read_json(path);
    if (!json) return fail(json.error());
    Reading reading;
    reading.kind = text_of(member(member(*json, "kind"), "id"));
    for (const auto& field : member(*json, "fields")) reading.fields.push_back(field_of(field));
    for (const auto& name : member(*json, "missing")) reading.not_found.push_back(text_of(name));
    for (const auto& page : member(*json, "pages")) add_page(page, reading);
    return reading;
}

}  // namespace sohoa::evaluate
