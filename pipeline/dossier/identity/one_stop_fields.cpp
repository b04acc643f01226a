#include "pipeline/dossier/identity/one_stop_fields.h"

#include <algorithm>

#include "base/vietnamese.h"
#include "pipeline/dossier/identity/code_tables.h"

namespace sohoa::dossier {

std::string* field_of(OneStopPaper& paper, std::string_view name) {
    if (name == "dossier_code") return &paper.dossier_code;
    if (name == "procedure_code") return &paper.procedure_code;
    if (name == "owner_id") return &paper.owner_id;
    if (name == "paper_name") return &paper.paper_name;
    if (name == "system_name") return &paper.system_name;
    if (name == "published_at") return &paper.published_at;
    if (name == "due_at") return &paper.due_at;
    if (name == "valid_until") return &paper.valid_until;
    return name == "scope" ? &paper.scope : nullptr;
}

std::string* aliased_field(OneStopPaper& paper, std::string_view alias) {
    std::string plain;
    for (const char c : folded(alias)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain.push_back(c);
    }
    const auto& aliases = one_stop_aliases();
    const auto found =
        std::find_if(aliases.begin(), aliases.end(), [&](const FieldAlias& each) { return each.alias == plain; });
    return found == aliases.end() ? nullptr : field_of(paper, found->field);
}

bool is_owner_id(std::string_view text) {
    const auto letter_or_digit = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    return !text.empty() && text.size() <= 35 && letter_or_digit(text.front()) && letter_or_digit(text.back()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return letter_or_digit(c) || c == '-' || c == '.'; });
}

}  // namespace sohoa::dossier
