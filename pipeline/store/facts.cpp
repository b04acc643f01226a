#include "pipeline/store/facts.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "pipeline/store/number_key.h"

namespace sohoa::store {

namespace {

/// Groups of docs/contract.md whose person the paper is about.
constexpr std::array<std::string_view, 12> principals{"wife",     "husband",  "child",     "subject",
                                                      "deceased", "holder",   "applicant", "requester",
                                                      "owners",   "investor", "parties",   "representative"};

/// Fields that carry a number of the paper itself.
constexpr std::array<std::string_view, 6> own_numbers{"registration.number", "certification.number", "serial",
                                                      "register_number",     "business.code",        "dossier.code"};

bool is_principal(std::string_view group) {
    const std::string_view name = group.substr(0, group.find('['));
    return std::find(principals.begin(), principals.end(), name) != principals.end();
}

void add_number(std::string_view number, std::vector<std::string>& numbers) {
    std::string key = number_key(number);
    if (!key.empty() && std::find(numbers.begin(), numbers.end(), key) == numbers.end())
        numbers.push_back(std::move(key));
}

std::vector<Owner> owners_of(const std::vector<dossier::Field>& fields) {
    std::map<std::string, Owner> persons;  // by group
    std::string old_number;
    for (const auto& field : fields) {
        const std::size_t dot = field.name.rfind('.');
        const std::string group = dot == std::string::npos ? "" : field.name.substr(0, dot);
        const std::string name = dot == std::string::npos ? field.name : field.name.substr(dot + 1);
        if (name == "id_number") persons[group].id_number = digits_of(field.normalized);
        if (name == "full_name") persons[group].full_name = field.normalized;
        if (name == "old_id_number") old_number = digits_of(field.normalized);
    }
    std::vector<Owner> owners;
    const auto add = [&owners](const Owner& person) {
        const bool known = std::any_of(owners.begin(), owners.end(), [&](const Owner& each) {
            return each.id_number == person.id_number && each.full_name == person.full_name;
        });
        if (!known) owners.push_back(person);
    };
    if (const auto named = persons.find("owner"); named != persons.end()) {
        add(named->second);
        // A marriage is of both, a declaration of who makes it and of the child it is about.
        for (const char* group : {"wife", "husband", "child"}) {
            if (const auto person = persons.find(group); person != persons.end()) add(person->second);
        }
    } else {
        for (const auto& [group, person] : persons) {
            if (is_principal(group)) add(person);
        }
    }
    if (!old_number.empty()) owners.push_back({old_number, owners.empty() ? "" : owners.front().full_name});
    return owners;
}

}  // namespace

FieldFacts facts_of(const std::vector<dossier::Field>& fields) {
    FieldFacts facts;
    const auto keep = [](const dossier::Field& field, std::string_view name, std::string& to) {
        if (field.name == name && to.empty()) to = field.normalized;
    };
    for (const auto& field : fields) {
        keep(field, "number", facts.number);
        keep(field, "symbol", facts.symbol);
        keep(field, "date", facts.date);
        keep(field, "issuer", facts.issuer);
        keep(field, "summary", facts.summary);
        if (std::find(own_numbers.begin(), own_numbers.end(), field.name) != own_numbers.end())
            add_number(field.normalized, facts.numbers);
    }
    if (!facts.number.empty()) {
        add_number(facts.symbol.empty() ? facts.number : facts.number + "/" + facts.symbol, facts.numbers);
    }
    facts.owners = owners_of(fields);
    return facts;
}

}  // namespace sohoa::store
