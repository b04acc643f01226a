#include "pipeline/dossier/label_table.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "pipeline/dossier/bare_text.h"

namespace sohoa::models {
std::string_view labels_json();
}

namespace sohoa::dossier {

namespace {

using Json = nlohmann::json;

ValueType value_type(const std::string& name) {
    static const std::map<std::string, ValueType> types{
        {"text", ValueType::text},     {"short", ValueType::short_},
        {"name", ValueType::name},     {"date", ValueType::date},
        {"time", ValueType::time},     {"sex", ValueType::sex},
        {"id", ValueType::id},         {"paper", ValueType::paper},
        {"code", ValueType::code},     {"area", ValueType::area},
        {"amount", ValueType::amount}, {"count", ValueType::count},
        {"money", ValueType::money},   {"check", ValueType::check},
        {"period", ValueType::period}, {"registration", ValueType::registration}};
    return types.at(name);
}

std::vector<Phrase> phrases(const Json& json) {
    std::vector<Phrase> result;
    for (const std::string text : json) result.push_back({text, bare(text)});
    return result;
}

LabelRule rule_from(const Json& json) {
    return {json.at("field"), value_type(json.at("type")), json.value("group", ""), phrases(json.at("labels"))};
}

std::vector<LabelRule> rules_from(const Json& json) {
    std::vector<LabelRule> rules;
    for (const Json& rule : json) rules.push_back(rule_from(rule));
    return rules;
}

LabelForm form_from(const Json& json) {
    LabelForm form{.ids = json.at("ids"),
                   .owner = json.value("owner", ""),
                   .first_group = json.value("first_group", ""),
                   .person_labels = !json.value("own_labels_only", false),
                   .values_below = json.value("values_below", false),
                   .party_roles = json.value("party_roles", false),
                   .rules = rules_from(json.at("fields"))};
    for (const Json& group : json.at("groups")) {
        form.rules.push_back({"", ValueType::text, group.at("group"), phrases(group.at("labels"))});
    }
    return form;
}

LabelTable table_from(const Json& json) {
    LabelTable table{.version = json.at("version"),
                     .stops = phrases(json.at("stops")),
                     .person = rules_from(json.at("person")),
                     .certification = rules_from(json.at("certification")),
                     .forms = {},
                     .faces = {}};
    for (const Json& form : json.at("kinds")) table.forms.push_back(form_from(form));
    for (const Json& card : json.at("faces")) {
        table.faces.push_back({card.at("ids"), phrases(card.at("front")), phrases(card.at("back"))});
    }
    return table;
}

}  // namespace

const LabelTable& label_table() {
    static const LabelTable table = table_from(Json::parse(models::labels_json()));
    return table;
}

const LabelForm* label_form(const std::string& kind) {
    const auto& forms = label_table().forms;
    const auto found = std::find_if(forms.begin(), forms.end(), [&](const LabelForm& form) {
        return std::find(form.ids.begin(), form.ids.end(), kind) != form.ids.end();
    });
    return found == forms.end() ? nullptr : &*found;
}

}  // namespace sohoa::dossier
