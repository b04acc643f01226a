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

/// A register's certificate carries the date of its last entry.
void date_of_last_entry(Fields& fields, const std::vector<const Sheet*>& pages) {
    if (field_named(fields, "first_date") == nullptr || field_named(fields, "date") != nullptr) return;
    for (const Sheet* page : pages) {
        for (const Piece& piece : page->pieces) {
            if (!find_phrase(piece.bare, U"dang ky thay doi lan thu", 2.0)) continue;
            const auto date = find_written_date(piece.bare);
            if (!date) return;
            fields.push_back(
                field_from(piece, date->begin, date->end, "date", iso(date->date), date->exact ? 0.95 : 0.8));
            return;
        }
    }
    add_copy(fields, "first_date", "date");
}

/// "Nhà ở riêng lẻ; Cấp III": the class alone.
void class_alone(Fields& fields) {
    for (Field& field : fields) {
        if (field.name != "work.class") continue;
        const std::u32string text = to_utf32(field.normalized);
        const auto at = bare(text).rfind(U"cap ");
        if (at != std::u32string::npos && at > 0) field.normalized = to_utf8(text.substr(at));
    }
}

/// Who signed a card, and which agency gave it: the words are the same on every card.
Fields card_authority(const std::vector<const Sheet*>& pages) {
    struct Authority {
        std::u32string_view words;
        const char* field;
        const char* value;
    };
    static constexpr Authority authorities[] = {
        {U"cuc truong cuc canh sat", "signer.title", "CỤC TRƯỞNG CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI"},
        {U"bo cong an / ministry", "issuer", "BỘ CÔNG AN"}};
    Fields fields;
    for (const Sheet* page : pages) {
        for (const Piece& piece : page->pieces) {
            for (const Authority& authority : authorities) {
                if (const auto found = find_phrase(piece.bare, authority.words, 2.0))
                    add_new(fields,
                            {field_from(piece, found->begin, found->end, authority.field, authority.value, 0.9)});
            }
        }
    }
    return fields;
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

/// The line of a page where a lời chứng begins; nullptr for a page without one.
const Piece* certification_heading(const Sheet& page) {
    const auto found = std::find_if(page.pieces.begin(), page.pieces.end(), [](const Piece& piece) {
        // "612 bản sao chứng thực" inside a sentence is no lời chứng.
        return starts_with_phrase(piece.bare, U"so chung thuc", 1.0) ||
               find_phrase(piece.bare, U"so chung thuc:", 0.3) ||
               find_phrase(piece.bare, U"chung thuc ban sao dung voi ban chinh", 3.0);
    });
    return found == page.pieces.end() ? nullptr : &*found;
}

bool names_certification(const Sheet& page) {
    return certification_heading(page) != nullptr;
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

std::vector<Field> read_form(const std::vector<const Sheet*>& pages, const KindRule& kind, const Letterhead& head,
                             std::vector<RereadRequest>& requests) {
    const LabelForm* form = label_form(kind.id);
    if (form == nullptr) return {};
    Fields fields = read_labels(pages, *form, requests);
    if (kind.id == "giay_chung_nhan_qsdd") add_new(fields, land_serial(pages));
    if (kind.form != "card" && field_named(head.fields, "date") == nullptr) add_new(fields, closing_date(pages));
    if (kind.form == "card") {
        add_new(fields, card_face(pages, kind.id));
        add_new(fields, card_authority(pages));
    }
    date_of_last_entry(fields, pages);
    class_alone(fields);
    complete_registration(fields, kind, head);
    add_owner(fields, form->owner);
    return fields;
}

Sheet without_certification(const Sheet& page) {
    Sheet rest = page;
    const Piece* heading = certification_heading(page);
    if (heading == nullptr) return rest;
    std::erase_if(rest.pieces, [&](const Piece& piece) { return piece.box.y >= heading->box.y; });
    return rest;
}

std::vector<Field> read_certification(const std::vector<const Sheet*>& pages) {
    for (const Sheet* page : pages) {
        if (names_certification(*page)) return certification_on(*page);
    }
    return {};
}

}  // namespace sohoa::dossier
