#include "pipeline/dossier/witnesses.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/closed_words.h"
#include "pipeline/dossier/date_text.h"
#include "pipeline/dossier/date_words.h"
#include "pipeline/dossier/number_symbol.h"
#include "pipeline/dossier/reading_field.h"

namespace sohoa::dossier {

namespace {

using Pages = std::vector<const Sheet*>;

constexpr double sure = 0.8;  ///< least confidence of each of two readings that confirm one another

Field* named(std::vector<Field>& fields, std::string_view name) {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

bool ends_with(std::string_view text, std::string_view tail) {
    return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

void accept(Field& field, const Evidence& witness) {
    if (field.confidence < sure) return;
    field.status = "accepted";
    field.evidence.push_back(witness);
}

void doubt(Field& field) {
    if (field.status == "review") field.confidence *= 0.5;
}

bool stands_in(const Field& field, int page, const Box& box) {
    return std::any_of(field.evidence.begin(), field.evidence.end(), [&](const Evidence& evidence) {
        const Box& own = evidence.box;
        return evidence.page == page && own.x < box.right() && box.x < own.right() && own.y < box.bottom() &&
               box.y < own.bottom();
    });
}

Evidence evidence_of(const Piece& piece, std::size_t begin, std::size_t end) {
    return {piece.page, piece.scan_box(begin, end), "text"};
}

// ---- number, symbol and date: a second mention --------------------------------------------------------------------

void accept_second_mention(std::vector<Field>& fields, const Piece& piece, std::size_t at) {
    Field* number = named(fields, "number");
    Field* symbol = named(fields, "symbol");
    if (number == nullptr || symbol == nullptr) return;
    const auto read = read_number_line(std::u32string_view(piece.text).substr(at));
    if (!read || !read->exact || read->number != number->normalized || read->symbol != symbol->normalized) return;
    const std::size_t begin = at + read->number_begin;
    const std::size_t end = at + read->symbol_end;
    const Evidence witness = evidence_of(piece, begin, end);
    if (stands_in(*number, piece.page, witness.box) || piece.confidence(begin, end) < sure) return;
    accept(*number, witness);
    accept(*symbol, witness);
    const auto said = find_date(piece.bare, end);
    Field* date = named(fields, "date");
    if (!said || !said->exact || said->begin > end + 12 || date == nullptr || iso(said->date) != date->normalized)
        return;
    if (piece.confidence(said->begin, said->end) >= sure) accept(*date, evidence_of(piece, said->begin, said->end));
}

void look_for_second_mention(std::vector<Field>& fields, const Pages& pages) {
    for (const Sheet* page : pages) {
        for (const Piece& piece : page->pieces) {
            for (auto at = piece.bare.find(U"so "); at != std::u32string::npos; at = piece.bare.find(U"so ", at + 1)) {
                if (at == 0 || !is_word_character(piece.bare[at - 1])) accept_second_mention(fields, piece, at);
            }
        }
    }
}

// ---- symbol and title -------------------------------------------------------------------------------------------

/// "SVHTTDL" of "SỞ VĂN HOÁ, THỂ THAO VÀ DU LỊCH"; an abbreviation that stands in the name stays whole.
std::string initials(const std::string& agency) {
    std::string letters;
    for (const std::string& word : words_of(agency)) {
        const std::u32string points = to_utf32(word);
        if (bare(word) == U"va" || points.empty() || !is_word_character(points.front())) continue;
        letters += word == "UBND" || word == "HĐND" ? word : to_utf8(points.substr(0, 1));
    }
    return upper(letters);
}

/// The number of groups of the symbol, and whether title and agency tell all of them.
bool told_by_title_and_agency(const std::string& symbol, const KindRule* rule,
                              const std::vector<std::string>& agencies) {
    std::size_t begin = 0;
    int groups = 0;
    while (begin <= symbol.size()) {
        const std::size_t end = std::min(symbol.find_first_of("-/", begin), symbol.size());
        const std::string group = symbol.substr(begin, end - begin);
        begin = end + 1;
        ++groups;
        const bool kind =
            groups == 1 && rule != nullptr &&
            std::find(rule->abbreviations.begin(), rule->abbreviations.end(), group) != rule->abbreviations.end();
        const bool agency = to_utf32(group).size() >= 3 &&
                            std::any_of(agencies.begin(), agencies.end(), [&](const std::string& letters) {
                                return letters.rfind(upper(group), 0) == 0;
                            });
        if (!kind && !agency) return false;
    }
    return groups >= 2;
}

void weigh_symbol(std::vector<Field>& fields, const std::optional<Title>& title) {
    Field* symbol = named(fields, "symbol");
    if (symbol == nullptr || symbol->evidence.empty()) return;
    std::vector<std::string> agencies;
    for (const char* name : {"issuer", "issuer_parent"}) {
        if (const Field* agency = named(fields, name)) agencies.push_back(initials(agency->normalized));
    }
    const Field* printed = named(fields, "title");
    const KindRule* rule = title && printed != nullptr ? title->rule : nullptr;
    const bool told = told_by_title_and_agency(symbol->normalized, rule, agencies);
    const std::string abbreviation = kind_abbreviation(symbol->normalized);
    const bool kind = rule != nullptr && std::find(rule->abbreviations.begin(), rule->abbreviations.end(),
                                                   abbreviation) != rule->abbreviations.end();
    const Evidence of_symbol = symbol->evidence.front();
    if (told && rule != nullptr && !printed->evidence.empty()) accept(*symbol, printed->evidence.front());
    Field* title_field = named(fields, "title");
    if (kind && title_field != nullptr && symbol->confidence >= sure) accept(*title_field, of_symbol);
}

// ---- persons ----------------------------------------------------------------------------------------------------

/// The recognisers have no ỵ: THUỴ is read as THUY both times, so two readings of such a name are one witness.
bool may_lack_a_dot(const std::string& name) {
    const std::vector<std::string> syllables = words_of(name);
    return std::any_of(syllables.begin(), syllables.end(),
                       [](const std::string& syllable) { return syllable.ends_with('Y') || syllable.ends_with('y'); });
}

bool names_person(const Field& field) {
    return ends_with(field.name, "full_name") || ends_with(field.name, "signer.name");
}

/// "Lò Thị Kim" is no print of that name where "Phấn" follows: no word with a capital stands beside a whole name.
bool is_whole_name(const Piece& piece, std::size_t begin, std::size_t end) {
    std::size_t before = begin;
    while (before > 0 && piece.text[before - 1] == U' ') --before;
    if (before > 0 && before == begin) return false;
    if (before > 0 && is_word_character(piece.text[before - 1])) {
        std::size_t word = before;
        while (word > 0 && is_word_character(piece.text[word - 1])) --word;
        if (is_upper(piece.text[word])) return false;
    }
    if (end == piece.text.size()) return true;
    if (is_word_character(piece.text[end]) || piece.text[end] == U'-') return false;
    const std::size_t next = piece.text.find_first_not_of(U' ', end);
    return next == std::u32string::npos || !is_upper(piece.text[next]);
}

/// The same name, printed elsewhere.
std::optional<Evidence> second_print(const Field& field, const Pages& pages) {
    const std::u32string wanted = bare(lower(field.normalized));
    for (const Sheet* page : pages) {
        for (const Piece& piece : page->pieces) {
            const auto at = piece.bare.find(wanted);
            if (at == std::u32string::npos) continue;
            const std::size_t end = at + wanted.size();
            const Evidence witness = evidence_of(piece, at, end);
            if (!is_whole_name(piece, at, end) || stands_in(field, piece.page, witness.box) ||
                piece.confidence(at, end) < sure)
                continue;
            if (upper(new_tone_placement(piece.part(at, end))) == upper(new_tone_placement(field.normalized)))
                return witness;
        }
    }
    return std::nullopt;
}

std::optional<Evidence> second_number(const Field& field, const Pages& pages) {
    const std::u32string wanted = to_utf32(field.normalized);
    for (const Sheet* page : pages) {
        for (const Piece& piece : page->pieces) {
            const auto at = piece.text.find(wanted);
            if (at == std::u32string::npos) continue;
            const std::size_t end = at + wanted.size();
            const bool alone = (at == 0 || !is_word_character(piece.text[at - 1])) &&
                               (end == piece.text.size() || !is_word_character(piece.text[end]));
            const Evidence witness = evidence_of(piece, at, end);
            if (alone && !stands_in(field, piece.page, witness.box) && piece.confidence(at, end) >= sure)
                return witness;
        }
    }
    return std::nullopt;
}

/// What twelve digits say: digit 4 century and sex, digits 5 and 6 the year.
struct Told {
    std::string year;
    std::string sex;
};

std::optional<Told> told_by(const std::string& id_number) {
    if (id_number.size() != 12) return std::nullopt;
    const int code = id_number[3] - '0';
    const int century = 19 + code / 2;
    return Told{std::to_string(century) + id_number.substr(4, 2), code % 2 == 0 ? "Nam" : "Nữ"};
}

void weigh_person(std::vector<Field>& fields, const std::string& group) {
    Field* number = named(fields, group + "id_number");
    const auto told = number == nullptr ? std::nullopt : told_by(number->normalized);
    if (!told || number->evidence.empty()) return;
    const bool number_sure = number->confidence >= sure;
    const Evidence witness = number->evidence.front();
    if (Field* date = named(fields, group + "birth_date")) {
        const bool agrees = date->normalized.rfind(told->year, 0) == 0;
        if (!agrees) doubt(*date), doubt(*number);
        if (agrees && number_sure && date->normalized.size() == told->year.size()) accept(*date, witness);
    }
    if (Field* sex = named(fields, group + "sex")) {
        const bool agrees = sex->normalized == told->sex;
        if (!agrees) doubt(*sex), doubt(*number);
        if (agrees && number_sure) accept(*sex, witness);
    }
}

void weigh_date_words(std::vector<Field>& fields) {
    Field* date = named(fields, "child.birth_date");
    Field* words = named(fields, "child.birth_date_words");
    if (date == nullptr || words == nullptr || words->evidence.empty() || date->evidence.empty()) return;
    const auto said = date_in_words(words->normalized);
    if (!said) return;
    if (iso(*said) != date->normalized) {
        doubt(*date);
        return;
    }
    const Evidence of_words = words->evidence.front();
    const bool words_sure = words->confidence >= sure;
    if (date->confidence >= sure) accept(*words, date->evidence.front());
    if (words_sure) accept(*date, of_words);
}

}  // namespace

void weigh_witnesses(std::vector<Field>& fields, const Pages& pages, const std::optional<Title>& title) {
    look_for_second_mention(fields, pages);
    weigh_symbol(fields, title);
    weigh_date_words(fields);
    for (std::size_t k = 0; k < fields.size(); ++k) {
        constexpr std::string_view id = "id_number";
        const std::string name = fields[k].name;
        if (ends_with(name, id)) weigh_person(fields, name.substr(0, name.size() - id.size()));
    }
    for (Field& field : fields) {
        if (field.status != "review") continue;
        if (names_person(field) && begins_with_surname(field.normalized) && !may_lack_a_dot(field.normalized)) {
            if (const auto witness = second_print(field, pages)) accept(field, *witness);
        } else if (ends_with(field.name, "id_number") && field.normalized.size() == 12) {
            if (const auto witness = second_number(field, pages)) accept(field, *witness);
        }
    }
}

}  // namespace sohoa::dossier
