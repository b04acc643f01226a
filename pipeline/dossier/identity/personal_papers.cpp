#include "pipeline/dossier/identity/personal_papers.h"

#include <algorithm>
#include <array>

#include "base/masking.h"
#include "pipeline/dossier/document.h"
#include "pipeline/dossier/identity/payload.h"

namespace sohoa::dossier {

namespace {

constexpr std::array<std::string_view, 7> card_kinds{"cccd",     "can_cuoc",         "cccd_ma_vach", "cmnd",
                                                     "ho_chieu", "giay_phep_lai_xe", "the_bhyt"};

constexpr std::array<std::string_view, 14> personal_fields{
    "full_name", "birth_date", "birth_date_words", "sex",     "ethnicity",     "nationality", "birth_place",
    "home_town", "residence",  "id_number",        "id_kind", "id_issue_date", "id_issuer",   "old_id_number"};

bool hides(const std::string& text) {
    return masked(text) != text;
}

bool is_personal_code(const ocr::Code& code) {
    const PayloadKind kind = read_payload(code.text).kind();
    return kind == PayloadKind::card || kind == PayloadKind::health_card || kind == PayloadKind::personal_number ||
           hides(code.text);
}

}  // namespace

bool is_card_kind(std::string_view kind) {
    return std::find(card_kinds.begin(), card_kinds.end(), kind) != card_kinds.end();
}

bool is_personal_field(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    const std::string_view leaf = dot == std::string_view::npos ? name : name.substr(dot + 1);
    return std::find(personal_fields.begin(), personal_fields.end(), leaf) != personal_fields.end();
}

bool shows_personal_data(const ocr::PageReading& page) {
    if (!page.mrz.empty() || std::any_of(page.codes.begin(), page.codes.end(), is_personal_code)) return true;
    for (const ocr::Block& block : page.blocks) {
        for (const ocr::Line& line : block.lines) {
            if (hides(line.text)) return true;
        }
    }
    return is_card_kind(understand(1, [&page](int) -> Result<ocr::PageReading> { return page; }).kind.id);
}

}  // namespace sohoa::dossier
