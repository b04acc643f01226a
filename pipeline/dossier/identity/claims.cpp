#include "pipeline/dossier/identity/claims.h"

#include <algorithm>
#include <utility>

#include "pipeline/dossier/identity/machine_zone.h"
#include "pipeline/dossier/identity/payload.h"
#include "pipeline/dossier/reading_field.h"

namespace sohoa::dossier {

namespace {

constexpr double sure_of_code = 0.999;
constexpr double likely_of_code = 0.9;  // a field that was told by its form alone
constexpr double sure_of_zone = 0.998;  // check digits hold
constexpr double doubtful_zone = 0.4;   // one of them does not

/// Collects the claims of one witness.
class Claims {
public:
    Claims(Evidence evidence, double confidence, bool certain)
        : evidence_(std::move(evidence)), confidence_(confidence), certain_(certain) {}

    Claim* add(const std::string& field, const std::string& value, const std::string& normalized) {
        if (normalized.empty()) return nullptr;
        all_.push_back({field, value, normalized, evidence_, confidence_, certain_, false, false, false});
        return &all_.back();
    }

    void add(const std::string& field, const std::string& value, const std::string& normalized,
             CardCertainty certainty) {
        Claim* claim = add(field, value, normalized);
        if (claim == nullptr || certainty == CardCertainty::certain) return;
        claim->certain = false;
        claim->confidence = likely_of_code;
    }

    std::vector<Claim> take() { return std::move(all_); }

private:
    Evidence evidence_;
    double confidence_;
    bool certain_;
    std::vector<Claim> all_;
};

std::string text_of(const std::optional<Date>& date) {
    return date ? iso(*date) : std::string{};
}

std::vector<Claim> claims_of(const CardQr& card, const Evidence& evidence) {
    Claims claims(evidence, sure_of_code, true);
    const auto& sure = card.certainty;
    claims.add("holder.id_number", card.id_number, card.id_number);
    claims.add("holder.full_name", card.full_name, normal_name(card.full_name), sure.full_name);
    claims.add("holder.birth_date", iso(card.birth_date), iso(card.birth_date), sure.birth_date);
    claims.add("holder.sex", card.sex, card.sex, sure.sex);
    claims.add("holder.residence", card.residence, normal_text(card.residence), sure.residence);
    claims.add("old_id_number", card.old_id_number, card.old_id_number, sure.old_id_number);
    claims.add("date", text_of(card.issued), text_of(card.issued), sure.issued);
    claims.add("expiry_date", text_of(card.expires), text_of(card.expires), sure.expires);
    return claims.take();
}

std::vector<Claim> claims_of(const HealthCardQr& card, const Evidence& evidence) {
    Claims claims(evidence, sure_of_code, true);
    claims.add("number", card.card_number, card.card_number);
    claims.add("holder.full_name", card.full_name, normal_name(card.full_name));
    claims.add("holder.birth_date", text_of(card.birth_date), text_of(card.birth_date));
    claims.add("holder.sex", card.sex, card.sex);
    claims.add("holder.residence", card.address, normal_text(card.address));
    return claims.take();
}

std::vector<Claim> claims_of(const PersonalNumber& number, const Evidence& evidence) {
    Claims claims(evidence, sure_of_code, true);
    claims.add("holder.id_number", number.digits, number.digits);
    return claims.take();
}

std::vector<Claim> claims_of(const ocr::Code& code, int page) {
    const Payload payload = read_payload(code.text);
    const Evidence evidence{page, code.box, code.format == "QRCode" ? "qr" : "barcode"};
    if (const auto* card = std::get_if<CardQr>(&payload.content)) return claims_of(*card, evidence);
    if (const auto* card = std::get_if<HealthCardQr>(&payload.content)) return claims_of(*card, evidence);
    if (const auto* number = std::get_if<PersonalNumber>(&payload.content)) return claims_of(*number, evidence);
    return {};
}

/// The latest day a holder may be born: the day the paper ends, where it tells one.
Date latest_birth(const std::vector<std::string>& lines) {
    constexpr Date far{2099, 12, 31};
    const auto zone = read_machine_zone(lines, far);
    return zone && zone->expiry_date ? *zone->expiry_date : Date{2050, 12, 31};
}

std::vector<Claim> claims_of(const ocr::Mrz& mrz, int page) {
    const auto zone = read_machine_zone(mrz.lines, latest_birth(mrz.lines));
    if (!zone) return {};
    const bool valid = mrz.valid && zone->valid;
    Claims claims({page, mrz.box, "mrz"}, valid ? sure_of_zone : doubtful_zone, valid);
    claims.add("holder.id_number", zone->personal_number, zone->personal_number);
    if (zone->personal_number.empty()) claims.add("holder.id_number", zone->old_id_number, zone->old_id_number);
    if (zone->format == ocr::MrzFormat::td3) claims.add("number", zone->document_number, zone->document_number);
    claims.add("holder.birth_date", text_of(zone->birth_date), text_of(zone->birth_date));
    if (zone->expiry == Expiry::on_date)
        claims.add("expiry_date", text_of(zone->expiry_date), text_of(zone->expiry_date));
    // Check digits cover neither sex nor state nor name.
    const auto unchecked = [&](Claim* claim) {
        if (claim != nullptr) claim->certain = false;
    };
    unchecked(claims.add("holder.sex", zone->sex, zone->sex));
    if (zone->nationality == "VNM") {
        Claim* nationality = claims.add("holder.nationality", "VNM", "Việt Nam");
        unchecked(nationality);
        nationality->beside = true;
    }
    if (valid) {
        if (Claim* name = claims.add("holder.full_name", zone->full_name(), zone->full_name())) {
            name->certain = false;
            name->confidence = mrz.confidence;
            name->bare = true;
            name->cut_short = zone->name_truncated;
        }
    }
    return claims.take();
}

}  // namespace

std::vector<Claim> claims_on(const ocr::PageReading& page, int number) {
    std::vector<Claim> claims;
    const auto append = [&](std::vector<Claim> more) {
        std::move(more.begin(), more.end(), std::back_inserter(claims));
    };
    for (const ocr::Code& code : page.codes) append(claims_of(code, number));
    for (const ocr::Mrz& mrz : page.mrz) append(claims_of(mrz, number));
    return claims;
}

}  // namespace sohoa::dossier
