#include "pipeline/dossier/identity/code_tables.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sohoa::models {
std::string_view birth_places_json();
std::string_view agencies_json();
std::string_view one_stop_fields_json();
}  // namespace sohoa::models

namespace sohoa::dossier {

namespace {

using TableJson = nlohmann::json;

struct CodeTable {
    std::string version;
    std::vector<CodeRow> rows;
};

CodeTable code_table_from(std::string_view text) {
    const TableJson json = TableJson::parse(text);
    const std::string from = json.value("valid_from", "");
    const std::string to = json.value("valid_to", "");
    CodeTable table{json.at("version"), {}};
    for (const TableJson& row : json.at("codes")) {
        table.rows.push_back(
            {row.at("code"), row.at("name"), row.value("valid_from", from), row.value("valid_to", to)});
    }
    return table;
}

const CodeTable& birth_place_table() {
    static const CodeTable table = code_table_from(models::birth_places_json());
    return table;
}

const CodeTable& agency_table() {
    static const CodeTable table = code_table_from(models::agencies_json());
    return table;
}

const TableJson& one_stop_fields() {
    static const TableJson table = TableJson::parse(models::one_stop_fields_json());
    return table;
}

}  // namespace

const std::vector<CodeRow>& birth_places() {
    return birth_place_table().rows;
}

const std::vector<CodeRow>& level_one_agencies() {
    return agency_table().rows;
}

const CodeRow* row_of(const std::vector<CodeRow>& table, std::string_view code) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const CodeRow& row) { return row.code == code; });
    return found == table.end() ? nullptr : &*found;
}

bool in_force(const CodeRow& row, const Date& day) {
    if (day.month == 0 || day.day == 0 || !is_valid(day)) return true;
    const std::string on = iso(day);
    return (row.valid_from.empty() || row.valid_from <= on) && (row.valid_to.empty() || on <= row.valid_to);
}

const std::vector<FieldAlias>& one_stop_aliases() {
    static const std::vector<FieldAlias> aliases = [] {
        std::vector<FieldAlias> result;
        for (const auto& [field, names] : one_stop_fields().at("fields").items())
            for (const std::string name : names) result.push_back({name, field});
        return result;
    }();
    return aliases;
}

std::vector<std::string> identity_table_versions() {
    return {"birth places " + birth_place_table().version, "agencies " + agency_table().version,
            "one-stop fields " + one_stop_fields().at("version").get<std::string>()};
}

}  // namespace sohoa::dossier
