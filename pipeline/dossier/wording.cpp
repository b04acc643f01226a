#include "pipeline/dossier/wording.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/document_json.h"
#include "pipeline/dossier/label_table.h"

namespace sohoa::models {
std::string_view kinds_json();
std::string_view wording_json();
}  // namespace sohoa::models

namespace sohoa::dossier {

namespace {

using Json = nlohmann::json;

std::vector<Phrase> phrases(const Json& json, const char* name) {
    std::vector<Phrase> result;
    if (!json.contains(name)) return result;
    for (const std::string text : json.at(name)) result.push_back({text, bare(text)});
    return result;
}

std::vector<std::string> texts(const Json& json, const char* name) {
    return json.contains(name) ? json.at(name).get<std::vector<std::string>>() : std::vector<std::string>{};
}

Wording wording_from(const Json& json) {
    return {.version = json.at("version"),
            .mottos = phrases(json, "mottos"),
            .issuer_heads = phrases(json, "issuer_heads"),
            .issuer_continuations = phrases(json, "issuer_continuations"),
            .signer_modes = phrases(json, "signer_modes"),
            .signer_titles = phrases(json, "signer_titles"),
            .signer_groups = phrases(json, "signer_groups"),
            .name_titles = phrases(json, "name_titles"),
            .surnames = phrases(json, "surnames"),
            .agency_phrases = phrases(json, "agency_phrases"),
            .provinces = phrases(json, "provinces"),
            .symbol_groups = texts(json, "symbol_groups")};
}

KindRule kind_from(const Json& json) {
    return {.id = json.at("id"),
            .label = json.at("label"),
            .titles = phrases(json, "titles"),
            .marks = phrases(json, "marks"),
            .abbreviations = texts(json, "abbreviations"),
            .form = json.at("form"),
            .required = texts(json, "required"),
            .valid_from = json.value("valid_from", ""),
            .valid_to = json.value("valid_to", ""),
            .source = json.value("source", "")};
}

const Json& kinds_table() {
    static const Json table = Json::parse(models::kinds_json());
    return table;
}

}  // namespace

const Wording& wording() {
    static const Wording table = wording_from(Json::parse(models::wording_json()));
    return table;
}

const std::vector<KindRule>& kind_rules() {
    static const std::vector<KindRule> rules = [] {
        std::vector<KindRule> result;
        for (const Json& kind : kinds_table().at("kinds")) result.push_back(kind_from(kind));
        return result;
    }();
    return rules;
}

const KindRule* kind_rule(const std::string& id) {
    const auto& rules = kind_rules();
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const KindRule& rule) { return rule.id == id; });
    return found == rules.end() ? nullptr : &*found;
}

std::vector<std::string> table_versions() {
    return {"kinds " + kinds_table().at("version").get<std::string>(), "wording " + wording().version,
            "labels " + label_table().version};
}

}  // namespace sohoa::dossier
