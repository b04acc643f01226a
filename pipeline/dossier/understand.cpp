#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/card_paper.h"
#include "pipeline/dossier/document.h"
#include "pipeline/dossier/form_fields.h"
#include "pipeline/dossier/identity/claims.h"
#include "pipeline/dossier/identity/cross_check.h"
#include "pipeline/dossier/letter_parts.h"
#include "pipeline/dossier/letterhead.h"
#include "pipeline/dossier/reading_field.h"
#include "pipeline/dossier/sheet.h"
#include "pipeline/dossier/signer.h"
#include "pipeline/dossier/title.h"
#include "pipeline/dossier/witnesses.h"

namespace sohoa::dossier {

namespace {

constexpr int looked_at = 3;  ///< pages at either end of a document
constexpr std::size_t most_requests = 40;

struct Looked {
    int number = 0;
    ocr::PageReading reading;
    Sheet sheet;
};

/// The first and last pages, each once, without those that could not be read.
std::vector<Looked> look(int page_count, const PageSource& page, const std::vector<RereadAnswer>& answers) {
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
        for (const RereadAnswer& answer : answers) {
            if (answer.request.page == number) take_answer(answer, *reading);
        }
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

std::vector<std::string> missing_fields(const Understanding& understood) {
    std::vector<std::string> missing;
    const KindRule* rule = kind_rule(understood.kind.id);
    if (rule == nullptr) return missing;
    for (const std::string& name : rule->required) {
        if (field_named(understood.fields, name) == nullptr) missing.push_back(name);
    }
    return missing;
}

std::vector<const Sheet*> sheets_of(const std::vector<Looked>& pages) {
    std::vector<const Sheet*> sheets;
    for (const Looked& looked : pages) sheets.push_back(&looked.sheet);
    return sheets;
}

/// What stands under letterhead and title: "TÌNH TRẠNG HÔN NHÂN" in a title and "Số:" of the paper are no labels.
Sheet body_of(const Sheet& first_page, const std::optional<Title>& title, const Letterhead& head) {
    Sheet sheet = first_page;
    sheet.pieces.clear();
    for (const Piece& piece : first_page.pieces) {
        const bool of_title =
            title && std::find(title->pieces.begin(), title->pieces.end(), &piece) != title->pieces.end();
        if (of_title || piece.row == head.number_row || head.names_agency(piece) || is_motto(piece)) continue;
        sheet.pieces.push_back(piece);
    }
    return sheet;
}

std::vector<Field> read_letter(const Sheet& first_page, const std::optional<Title>& title, const Letterhead& head) {
    std::vector<Field> fields;
    if (auto summary = read_summary(first_page, title, head)) fields.push_back(std::move(*summary));
    add_fields(fields, read_addressee(first_page));
    add_fields(fields, read_bases(first_page));
    add_fields(fields, read_handling_marks(first_page));
    return fields;
}

/// A paper is signed where its nơi nhận stand; annexes after it may carry signatures and nơi nhận of their own.
const Sheet* signed_page(const std::vector<Looked>& pages) {
    for (const Looked& looked : pages) {
        if (!read_recipients(looked.sheet).empty() && !read_signer(looked.sheet).empty()) return &looked.sheet;
    }
    return nullptr;
}

/// What the paper's own authority or applicant signed; a certification below it has a signer of its own.
std::vector<Field> signer_on(const Sheet& page) {
    const Sheet paper = without_certification(page);
    auto fields = read_signer(paper);
    return fields.empty() ? read_applicant_signature(paper) : fields;
}

/// The last page that has one.
std::vector<Field> last_found(const std::vector<Looked>& pages, std::vector<Field> (*read)(const Sheet&)) {
    for (auto looked = pages.rbegin(); looked != pages.rend(); ++looked) {
        if (auto fields = read(looked->sheet); !fields.empty()) return fields;
    }
    return {};
}

std::vector<Claim> claims_of(const std::vector<Looked>& pages) {
    std::vector<Claim> claims;
    for (const Looked& looked : pages) {
        auto more = claims_on(looked.reading, looked.number);
        std::move(more.begin(), more.end(), std::back_inserter(claims));
    }
    return claims;
}

/// Kind first, then what papers of its form carry.
void read_paper(std::vector<Looked>& pages, Understanding& understood) {
    Sheet& first_page = pages.front().sheet;
    part_letterhead(first_page);
    const Letterhead head = read_letterhead(first_page);
    const auto title = find_title(first_page, head);
    const std::vector<Claim> claims = claims_of(pages);
    understood.kind = kind_of(first_page, title, head);
    const bool other_paper = title && title->rule->form != "card" && title->score > 0.8;
    if (!claims.empty() && !other_paper) understood.kind = kind_of_card(claims, understood.kind);
    const KindRule* rule = kind_rule(understood.kind.id);
    std::vector<Field>& fields = understood.fields;
    const Sheet* last_page = signed_page(pages);
    const bool is_card = rule != nullptr && rule->form == "card";
    if (is_card) {
        if (title && title->rule == rule) add_fields(fields, {title_field(*title)});
    } else {
        add_fields(fields, head.fields);
        if (title && title->rule == rule) {
            add_fields(fields, {title_field(*title)});
            if (auto copy = copy_field(*title)) add_fields(fields, {std::move(*copy)});
        }
    }
    if (rule != nullptr && rule->form == "administrative") {
        add_fields(fields, read_letter(first_page, title, head));
        add_fields(fields, last_page != nullptr ? read_recipients(*last_page) : last_found(pages, read_recipients));
    } else if (rule != nullptr) {
        const Sheet body = is_card ? first_page : body_of(first_page, title, head);
        auto sheets = sheets_of(pages);
        sheets.front() = &body;
        std::vector<RereadRequest> requests;
        add_fields(fields, read_form(sheets, *rule, head, requests));
        // A card's code says for certain what is printed on it.
        if (!is_card || !tells_number(claims)) understood.requests = std::move(requests);
    }
    if (rule != nullptr && rule->form == "application") add_fields(fields, read_addressee(first_page));
    const bool certified_alone = rule != nullptr && rule->form == "certification";
    const auto read = certified_alone ? read_signer : signer_on;
    if (!is_card) add_fields(fields, last_page != nullptr ? read(*last_page) : last_found(pages, read));
    add_fields(fields, read_certification(sheets_of(pages)));
    weigh_witnesses(fields, sheets_of(pages), title);
    if (is_card) weigh_card(fields, claims, title);
}

}  // namespace

Understanding understand(int page_count, const PageSource& page) {
    return understand(page_count, page, {});
}

Understanding understand(int page_count, const PageSource& page, const std::vector<RereadAnswer>& answers) {
    Understanding understood;
    std::vector<Looked> pages = look(page_count, page, answers);
    if (pages.empty()) return understood;
    read_paper(pages, understood);
    sort_as_contract(understood.fields);
    understood.missing = missing_fields(understood);
    if (!answers.empty()) understood.requests.clear();
    if (understood.requests.size() > most_requests) understood.requests.resize(most_requests);
    return understood;
}

}  // namespace sohoa::dossier
