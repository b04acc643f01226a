#include "pipeline/evaluate/field_score.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/vietnamese.h"

namespace sohoa::evaluate {

namespace {

std::string comparable(std::string_view value) {
    return lower(new_tone_placement(single_spaced(value)));
}

void take_reading(FieldVerdict& verdict, const ReadField& field) {
    verdict.given = field.normalized;
    verdict.status = field.status;
    verdict.page = field.page;
    verdict.box = field.box;
}

}  // namespace

bool same_value(std::string_view a, std::string_view b) {
    return comparable(a) == comparable(b);
}

std::vector<FieldVerdict> compare_fields(const Truth& truth, const Reading* reading) {
    std::map<std::string_view, const ReadField*> given;
    if (reading != nullptr) {
        for (const ReadField& field : reading->fields) {
            if (!field.normalized.empty()) given.try_emplace(field.name, &field);
        }
    }
    const std::set<std::string_view> handwritten(truth.handwritten.begin(), truth.handwritten.end());
    std::vector<FieldVerdict> verdicts;
    for (const NamedValue& wanted : truth.fields) {
        FieldVerdict verdict;
        verdict.name = wanted.name;
        verdict.handwritten = handwritten.contains(wanted.name);
        verdict.truth = wanted.value;
        if (const auto found = given.find(wanted.name); found != given.end()) {
            take_reading(verdict, *found->second);
            verdict.outcome = same_value(wanted.value, verdict.given) ? Outcome::right : Outcome::wrong;
            given.erase(found);
        }
        verdicts.push_back(std::move(verdict));
    }
    if (reading == nullptr) return verdicts;
    for (const ReadField& field : reading->fields) {
        const auto left = given.find(field.name);
        if (left == given.end() || left->second != &field) continue;
        FieldVerdict verdict;
        verdict.name = field.name;
        verdict.outcome = Outcome::unasked;
        take_reading(verdict, field);
        verdicts.push_back(std::move(verdict));
    }
    return verdicts;
}

void FieldScore::add(const FieldVerdict& verdict) {
    switch (verdict.outcome) {
        case Outcome::right:
            ++right;
            break;
        case Outcome::wrong:
            ++wrong;
            break;
        case Outcome::missing:
            ++missing;
            break;
        case Outcome::unasked:
            ++unasked;
            break;
    }
    if (verdict.status != "accepted") return;
    ++accepted;
    if (verdict.outcome == Outcome::right) ++accepted_right;
}

FieldScore& FieldScore::operator+=(const FieldScore& other) {
    right += other.right;
    wrong += other.wrong;
    missing += other.missing;
    unasked += other.unasked;
    accepted += other.accepted;
    accepted_right += other.accepted_right;
    return *this;
}

std::string list_name(std::string_view field_name) {
    std::string name;
    bool inside = false;
    for (const char c : field_name) {
        if (c == ']') inside = false;
        if (!inside) name.push_back(c);
        if (c == '[') inside = true;
    }
    return name;
}

}  // namespace sohoa::evaluate
