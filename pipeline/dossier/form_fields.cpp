#include "pipeline/dossier/form_fields.h"

#include <algorithm>
#include <optional>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/date_text.h"
#include "pipeline/dossier/label_reading.h"
#include "pipeline/dossier/reading_field.h"
#include "pipeline/dossier/signer.h"

namespace sohoa::dossier {

namespace {

using Fields = std::vector<Field>;

void add_new(Fields& fields, Fields more) {
    for (Field& field : more) {
        if (field_named(fields, field.name) == nullptr) fields.push_back(std::move(field));
    }
}

void add_copy(Fields& fields, const std::string& from, const std::string& to) {
    const Field* source = field_named(fields, from);
    if (source == nullptr || field_named(fields, to) != nullptr) return;
    Field copy = *source;
    copy.name = to;
    fields.push_back(std::move(copy));
}

/// "Hải Sơn, ngày 05 tháng 3 năm 2024" over the signatures of a form.
Fields closing_date(const std::vector<const Sheet*>& pages) {
    for (auto page = pages.rbegin(); page != pages.rend(); ++page) {
        for (auto piece = (*page)->pieces.rbegin(); piece != (*page)->pieces.rend(); ++piece) {
            Fields found = place_and_date(*piece);
            if (found.size() == 2) return found;
        }
    }
    return {};
}

/// One or two capitals and six to eight digits, alone: "CM 264024", "AA 06654954".
std::optional<Field> serial_on(const Piece& piece) {
    std::u32string letters;
    std::u32string digits;
    for (const char32_t c : piece.text) {
        if (c >= U'A' && c <= U'Z' && digits.empty()) {
            letters.push_back(c);
        } else if (is_digit(c)) {
            digits.push_back(c);
        } else if (c != U' ' && c != U'.') {
            return std::nullopt;
        }
    }
    if (letters.empty() || letters.size() > 2 || digits.size() < 6 || digits.size() > 8) return std::nullopt;
    return field_from(piece, 0, piece.text.size(), "serial", to_utf8(letters + U" " + digits), 0.9);
}

Fields land_serial(const std::vector<const Sheet*>& pages) {
    for (const Sheet* page : pages) {
        for (const Piece& piece : page->pieces) {
            if (auto serial = serial_on(piece)) return {std::move(*serial)};
        }
    }
    return {};
}

/// The first of the phrases that a page carries, as a field of this value.
std::optional<Field> field_of_words(const std::vector<const Sheet*>& pages, const std::vector<Phrase>& phrases,
                                    const std::string& name, const std::string& value) {
    for (const Sheet* page : pages) {
        for (const Piece& piece : page->pieces) {
            for (const Phrase& phrase : phrases) {
                const auto found = find_phrase(piece.bare, phrase.bare, allowed_errors(phrase.bare));
                if (found) return field_from(piece, found->begin, found->end, name, value, 0.95);
            }
        }
    }
    return std::nullopt;
}

/// On an original the number of the paper is the number of the registration; an extract has a number of its own.
void complete_registration(Fields& fields, const KindRule& kind, const Letterhead& head) {
    const bool registers =
        field_named(fields, "registered_at") != nullptr || field_named(fields, "registration.date") != nullptr;
    const bool extract = kind.id.rfind("trich_luc", 0) == 0;
    if (!registers || extract) return;
    if (const Field* number = field_named(head.fields, "number"); number != nullptr) {
        Field copy = *number;
        copy.name = "registration.number";
        add_new(fields, {std::move(copy)});
    }
    if (field_named(head.fields, "date") == nullptr) add_copy(fields, "registration.date", "date");
}

void add_owner(Fields& fields, const std::string& group) {
    if (group.empty()) return;
    add_copy(fields, group + ".id_number", "owner.id_number");
    add_copy(fields, group + ".full_name", "owner.full_name");
}

/// Which faces of a card were scanned: each has words of its own.
Fields card_face(const std::vector<const Sheet*>& pages, const std::string& kind) {
    const auto& cards = label_table().faces;
    const auto card = std::find_if(cards.begin(), cards.end(), [&](const CardFaces& faces) {
        return std::find(faces.ids.begin(), faces.ids.end(), kind) != faces.ids.end();
    });
    if (card == cards.end()) return {};
    std::optional<Field> front = field_of_words(pages, card->front, "face", "front");
    std::optional<Field> back = field_of_words(pages, card->back, "face", "back");
    if (!front || !back) return front ? Fields{std::move(*front)} : back ? Fields{std::move(*back)} : Fields{};
    front->normalized = "both";
    front->evidence.insert(front->evidence.end(), back->evidence.begin(), back->evidence.end());
    return {std::move(*front)};
}

/// A lời chứng stands on the page.
bool names_certification(const Sheet& page) {
    return std::any_of(page.pieces.begin(), page.pieces.end(), [](const Piece& piece) {
        return find_phrase(piece.bare, U"so chung thuc", 1.0) ||
               find_phrase(piece.bare, U"chung thuc ban sao dung voi ban chinh", 3.0);
    });
}

Fields certification_on(const Sheet& page) {
    Fields fields = read_certification_labels(page);
    for (const Piece& piece : page.pieces) {
        const auto date = find_written_date(piece.bare);
        if (!date || date->begin > 6) continue;
        add_new(fields, {field_from(piece, date->begin, date->end, "certification.date", iso(date->date),
                                    date->exact ? 0.9 : 0.7)});
    }
    for (Field field : read_signer(page)) {
        if (field.name == "signer.mode") continue;
        field.name = field.name == "signer.title" ? "certifier.title" : "certifier.name";
        add_new(fields, {std::move(field)});
    }
    for (const Piece& piece : page.pieces) {
        const auto copy = find_phrase(piece.bare, U"ban sao dung voi ban chinh", 2.5);
        if (copy) add_new(fields, {field_from(piece, copy->begin, copy->end, "copy_kind", "ban_sao_chung_thuc", 0.95)});
    }
    return fields;
}

}  // namespace

std::vector<Field> read_form(const std::vector<const Sheet*>& pages, const KindRule& kind, const Letterhead& head) {
    const LabelForm* form = label_form(kind.id);
    if (form == nullptr) return {};
    Fields fields = read_labels(pages, *form);
    if (kind.id == "giay_chung_nhan_qsdd") add_new(fields, land_serial(pages));
    if (kind.form != "card" && field_named(head.fields, "date") == nullptr) add_new(fields, closing_date(pages));
    if (kind.form == "card") add_new(fields, card_face(pages, kind.id));
    complete_registration(fields, kind, head);
    add_owner(fields, form->owner);
    return fields;
}

std::vector<Field> read_certification(const std::vector<const Sheet*>& pages) {
    for (const Sheet* page : pages) {
        if (names_certification(*page)) return certification_on(*page);
    }
    return {};
}

}  // namespace sohoa::dossier
