#include <algorithm>
#include <set>

#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/card_fields.h"
#include "pipeline/dossier/document.h"
#include "pipeline/dossier/letter_parts.h"
#include "pipeline/dossier/letterhead.h"
#include "pipeline/dossier/reading_field.h"
#include "pipeline/dossier/sheet.h"
#include "pipeline/dossier/signer.h"
#include "pipeline/dossier/title.h"

namespace sohoa::dossier {

namespace {

constexpr int looked_at = 3;  ///< pages at either end of a document

struct Looked {
    int number = 0;
    ocr::PageReading reading;
    Sheet sheet;
};

/// The first and last pages, each once, without those that could not be read.
std::vector<Looked> look(int page_count, const PageSource& page) {
    std::set<int> numbers;
    for (int k = 0; k < looked_at; ++k) {
        numbers.insert(1 + k);
        numbers.insert(page_count - k);
    }
    std::vector<Looked> pages;
    for (const int number : numbers) {
        if (number < 1 || number > page_count) continue;
        auto reading = page(number);
        if (!reading) continue;
        Sheet sheet = lay_out(*reading, number);
        pages.push_back({number, std::move(*reading), std::move(sheet)});
    }
    return pages;
}

/// Adds what is not there yet; a second reading of the same field becomes an alternative, or a second witness.
void add_fields(std::vector<Field>& fields, std::vector<Field> more) {
    for (Field& field : more) {
        const auto found =
            std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == field.name; });
        if (found == fields.end()) {
            fields.push_back(std::move(field));
        } else if (found->normalized == field.normalized) {
            found->evidence.insert(found->evidence.end(), field.evidence.begin(), field.evidence.end());
        } else if (std::find(found->alternatives.begin(), found->alternatives.end(), field.normalized) ==
                   found->alternatives.end()) {
            found->alternatives.push_back(field.normalized);
        }
    }
}

/// Names of the contract in its order; others after them in the order found.
void sort_as_contract(std::vector<Field>& fields) {
    static const std::vector<std::string> order{"issuer_parent",   "issuer",       "number",      "symbol",
                                                "place",           "date",         "title",       "summary",
                                                "signer.mode",     "signer.title", "signer.name", "owner.id_number",
                                                "owner.full_name", "valid_until"};
    const auto rank = [&](const Field& field) {
        return std::find(order.begin(), order.end(), field.name) - order.begin();
    };
    std::stable_sort(fields.begin(), fields.end(), [&](const Field& a, const Field& b) { return rank(a) < rank(b); });
}

/// A card's code says which card it is by its date of issue; the words on it say so better where they can be read.
Kind kind_of_card(const std::vector<Field>& fields, const std::optional<Title>& title) {
    if (title && title->rule->form == "card") return {title->rule->id, title->rule->label, 0.99};
    const Field* date = field_named(fields, "date");
    const KindRule* rule = kind_rule(date != nullptr && date->normalized >= "2024-07-01" ? "can_cuoc" : "cccd");
    return rule == nullptr ? Kind{} : Kind{rule->id, rule->label, 0.97};
}

std::vector<std::string> missing_fields(const Understanding& understood) {
    std::vector<std::string> missing;
    const KindRule* rule = kind_rule(understood.kind.id);
    if (rule == nullptr) return missing;
    for (const std::string& name : rule->required) {
        if (field_named(understood.fields, name) == nullptr) missing.push_back(name);
    }
    return missing;
}

void read_first_page(Sheet& sheet, const std::vector<Field>& card, Understanding& understood) {
    part_letterhead(sheet);
    const Letterhead head = read_letterhead(sheet);
    const auto title = find_title(sheet, head);
    const bool other_paper = title && title->rule->form != "card" && title->score > 0.8;
    understood.kind = card.empty() || other_paper ? kind_of(sheet, title, head) : kind_of_card(card, title);
    const KindRule* rule = kind_rule(understood.kind.id);
    if (rule != nullptr && rule->form == "card") {
        add_fields(understood.fields, card);
        return;
    }
    add_fields(understood.fields, head.fields);
    if (title && title->rule->id == understood.kind.id) add_fields(understood.fields, {title_field(*title)});
    if (rule != nullptr && rule->form == "administrative") {
        if (auto summary = read_summary(sheet, title, head)) add_fields(understood.fields, {std::move(*summary)});
        add_fields(understood.fields, read_addressee(sheet));
        add_fields(understood.fields, read_bases(sheet));
        add_fields(understood.fields, read_handling_marks(sheet));
    }
}

}  // namespace

Understanding understand(int page_count, const PageSource& page) {
    Understanding understood;
    std::vector<Looked> pages = look(page_count, page);
    if (pages.empty()) return understood;
    std::vector<Field> card;
    for (const Looked& looked : pages) {
        if (card.empty()) card = read_card_codes(looked.reading, looked.number);
    }
    read_first_page(pages.front().sheet, card, understood);
    for (auto looked = pages.rbegin(); looked != pages.rend(); ++looked) {
        auto signer = read_signer(looked->sheet);
        if (signer.empty()) continue;
        add_fields(understood.fields, std::move(signer));
        break;
    }
    const KindRule* rule = kind_rule(understood.kind.id);
    for (auto looked = pages.rbegin(); rule != nullptr && rule->form == "administrative" && looked != pages.rend();
         ++looked) {
        auto recipients = read_recipients(looked->sheet);
        if (recipients.empty()) continue;
        add_fields(understood.fields, std::move(recipients));
        break;
    }
    sort_as_contract(understood.fields);
    understood.missing = missing_fields(understood);
    return understood;
}

}  // namespace sohoa::dossier
