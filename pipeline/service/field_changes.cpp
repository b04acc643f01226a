#include "pipeline/service/field_changes.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/date.h"
#include "base/vietnamese.h"
#include "pipeline/dossier/label_table.h"

namespace sohoa::service {

namespace {

using Json = nlohmann::ordered_json;

Failure wrong(const char* vi, const char* en) {
    return fail(code::request_malformed, {vi, en}, {"Xem docs/service.md", "see docs/service.md"});
}

std::string text_in(const Json& object, const char* name) {
    const auto at = object.find(name);
    return at != object.end() && at->is_string() ? single_spaced(at->get<std::string>()) : "";
}

Result<FieldChange> change_from(const Json& entry) {
    constexpr std::size_t longest_value = 4000;
    if (!entry.is_object()) return wrong("Mỗi trường là một đối tượng JSON", "each field is a JSON object");
    FieldChange change{text_in(entry, "name"), text_in(entry, "value"), text_in(entry, "normalized"),
                       entry.value("add", Json(false)) == Json(true)};
    const bool confirms = entry.value("confirm", Json(false)) == Json(true);
    if (change.name.empty() || change.name.size() > 200) return wrong("Thiếu tên trường (name)", "a field has no name");
    if (change.value.size() > longest_value || change.normalized.size() > longest_value)
        return wrong("Giá trị quá dài", "a value is too long");
    if (change.value.empty() != confirms) {
        return wrong("Mỗi trường cần hoặc value, hoặc confirm: true", "each field has either value or confirm: true");
    }
    return change;
}

/// "mother.full_name" and "parcels[0].area" end in the name that tells the type.
std::string last_part(const std::string& field) {
    const auto dot = field.rfind('.');
    std::string part = dot == std::string::npos ? field : field.substr(dot + 1);
    return part.substr(0, part.find('['));
}

std::optional<dossier::ValueType> type_of(const std::string& field) {
    const std::string last = last_part(field);
    const auto& table = dossier::label_table();
    const auto in = [&](const std::vector<dossier::LabelRule>& rules) -> std::optional<dossier::ValueType> {
        for (const auto& rule : rules) {
            if (rule.field == field || last_part(rule.field) == last) return rule.type;
        }
        return std::nullopt;
    };
    if (last == "date" || last.ends_with("_date") || last == "valid_until") return dossier::ValueType::date;
    return in(table.person);
}

}  // namespace

Result<FieldChanges> field_changes_from(std::string_view json) {
    const Json body = Json::parse(json, nullptr, false);
    if (!body.is_object()) return wrong("Nội dung không phải JSON", "the body is no JSON object");
    FieldChanges changes;
    changes.by = text_in(body, "by");
    if (changes.by.empty() || changes.by.size() > 200)
        return wrong("Thiếu người xác nhận (by)", "who confirms is missing (by)");
    const auto fields = body.find("fields");
    constexpr std::size_t most = 500;
    if (fields == body.end() || !fields->is_array() || fields->empty() || fields->size() > most)
        return wrong("Thiếu danh sách trường (fields)", "the list of fields is missing (fields)");
    for (const Json& entry : *fields) {
        auto change = change_from(entry);
        if (!change) return fail(change.error());
        changes.fields.push_back(*std::move(change));
    }
    return changes;
}

Result<std::string> normal_form(const std::string& field, const std::string& value) {
    const std::string line = single_spaced(valid_utf8(value));
    const auto type = type_of(field);
    if (type == dossier::ValueType::date) {
        const auto date = date_as_typed(line);
        if (!date) {
            return fail(code::value_unfit,
                        {"“" + line + "” không phải là ngày (trường " + field + ")",
                         "“" + line + "” is no date (field " + field + ")"},
                        {"Viết 05/03/2024, 03/2024 hoặc 2024", "write 05/03/2024, 03/2024 or 2024"});
        }
        return iso(*date);
    }
    if (type == dossier::ValueType::id) {
        std::string digits;
        std::copy_if(line.begin(), line.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
        if (digits.size() != 9 && digits.size() != 12) {
            return fail(code::value_unfit, {"Số giấy tờ tùy thân có 9 hoặc 12 chữ số (trường " + field + ")",
                                            "an identity number has 9 or 12 digits (field " + field + ")"});
        }
        return digits;
    }
    if (type == dossier::ValueType::name || last_part(field) == "full_name") return upper(line);
    return line;
}

}  // namespace sohoa::service
