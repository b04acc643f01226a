#include "pipeline/dossier/card_fields.h"

#include "pipeline/dossier/identity/card_qr.h"
#include "pipeline/dossier/reading_field.h"

namespace sohoa::dossier {

namespace {

constexpr double code_confidence = 0.999;

}  // namespace

std::vector<Field> read_card_codes(const ocr::PageReading& page, int number) {
    std::vector<Field> fields;
    for (const ocr::Code& code : page.codes) {
        const auto card = read_card_qr(code.text);
        if (!card) continue;
        const auto add = [&](const char* name, const std::string& value, const std::string& normalized) {
            if (normalized.empty()) return;
            fields.push_back({name, value, normalized, code_confidence, "accepted", {{number, code.box, "qr"}}, {}});
        };
        const std::string issued = card->issued ? iso(*card->issued) : "";
        add("date", issued, issued);
        add("owner.id_number", card->id_number, card->id_number);
        add("owner.full_name", card->full_name, normal_name(card->full_name));
        add("holder.full_name", card->full_name, normal_name(card->full_name));
        add("holder.birth_date", iso(card->birth_date), iso(card->birth_date));
        add("holder.sex", card->sex, card->sex);
        add("holder.residence", card->residence, normal_text(card->residence));
        add("holder.id_number", card->id_number, card->id_number);
        add("old_id_number", card->old_id_number, card->old_id_number);
        return fields;
    }
    return fields;
}

}  // namespace sohoa::dossier
