#include "pipeline/dossier/identity/machine_zone.h"

#include <algorithm>

#include "base/vietnamese.h"
#include "pipeline/dossier/identity/code_text.h"
#include "pipeline/dossier/identity/personal_number.h"

namespace sohoa::dossier {

namespace {

using ocr::MrzField;
using ocr::MrzFormat;

constexpr std::size_t most_zone_lines = 3;
constexpr std::size_t longest_zone_line = 200;  ///< bytes, blanks that a reader left in it included

/// Capitals without blanks; nullopt where something else than [A-Z0-9<] stands there.
std::optional<std::string> zone_line(const std::string& raw) {
    if (raw.size() > longest_zone_line) return std::nullopt;
    std::string line;
    for (char c : raw) {
        if (c == ' ') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '<') return std::nullopt;
        line.push_back(c);
    }
    return line;
}

std::string without_fillers(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), '<'), text.end());
    return text;
}

/// Words parted by fillers.
std::string words_in_zone(std::string text) {
    std::replace(text.begin(), text.end(), '<', ' ');
    return single_spaced(text);
}

/// Two digits; -1 where something else stands there, 0 for two fillers (unknown).
int two_digits(std::string_view text) {
    if (text == "<<") return 0;
    return is_digits(text, 2) ? 10 * (text[0] - '0') + (text[1] - '0') : -1;
}

/// yyMMdd in a century; fillers for an unknown month or day.
std::optional<Date> zone_date(std::string_view text, int century) {
    if (text.size() != 6 || !is_digits(text.substr(0, 2), 2)) return std::nullopt;
    Date date{century + two_digits(text.substr(0, 2)), two_digits(text.substr(2, 2)), two_digits(text.substr(4, 2))};
    if (date.month < 0 || date.day < 0) return std::nullopt;
    if (date.month == 0) date.day = 0;
    if (!is_valid(date)) return std::nullopt;
    return date;
}

void read_birth(MachineZone& zone, std::string_view text, const Date& today) {
    if (const auto number = read_personal_number(zone.personal_number)) {
        const auto date = zone_date(text, number->birth_year / 100 * 100);
        if (date && date->year == number->birth_year) {
            zone.birth_date = date;
            zone.century_by_number = true;
            return;
        }
    }
    const int latest = today.year / 100 * 100;
    for (const int century : {latest, latest - 100}) {
        const auto date = zone_date(text, century);
        if (!date || *date > today) continue;
        zone.birth_date = date;
        return;
    }
}

void read_expiry(MachineZone& zone, std::string_view text) {
    if (text == "<<<<<<" || text == "991231") {
        zone.expiry = Expiry::never;
    } else if (const auto date = zone_date(text, 2000); date && date->day > 0) {
        zone.expiry = Expiry::on_date;
        zone.expiry_date = date;
    }
}

void read_numbers(MachineZone& zone, std::span<const std::string> lines) {
    zone.document_number = without_fillers(ocr::text_of(lines, range_of(zone.format, MrzField::document_number)));
    const std::string data = ocr::text_of(lines, range_of(zone.format, MrzField::optional_data));
    const ocr::CheckDigit& check = ocr::check_digits_of(zone.format).front();
    const std::string after_number = ocr::text_of(lines, {check.line, check.position, check.position + 1});
    if (zone.format != MrzFormat::td3 && after_number == "<" && zone.issuing_state != "VNM") {
        const std::string rest = data.substr(0, data.find('<'));
        if (rest.size() >= 2) zone.document_number += rest.substr(0, rest.size() - 1);
    }
    if (zone.issuing_state != "VNM") return;
    const std::string number =
        zone.format == MrzFormat::td1 ? data.substr(0, 12) : data.substr(0, std::min(data.find('<'), data.size()));
    if (is_digits(number, 12)) zone.personal_number = number;
    if (is_digits(number, 9)) zone.old_id_number = number;
    if (zone.format == MrzFormat::td1 && !zone.personal_number.empty())
        zone.numbers_agree = zone.document_number == zone.personal_number.substr(3);
}

void read_name(MachineZone& zone, const std::string& field) {
    const std::size_t gap = field.find("<<");
    zone.surname = words_in_zone(field.substr(0, gap));
    if (gap != std::string::npos) zone.given_names = words_in_zone(field.substr(gap));
    zone.name_truncated = !field.empty() && field.back() != '<';
}

/// Words of a name for comparing: folded, apostrophes left out, hyphens and fillers as blanks.
std::vector<std::string> words_of_name(std::string_view name) {
    std::u32string plain;
    for (const char32_t c : to_utf32(folded(name))) {
        if (c == U'\'' || c == U'’' || c == U'‘' || c == U'`') continue;
        plain.push_back(c == U'-' || c == U'<' || c == U'.' ? U' ' : c);
    }
    return words_of(to_utf8(plain));
}

}  // namespace

std::string MachineZone::full_name() const {
    return surname.empty() || given_names.empty() ? surname + given_names : surname + " " + given_names;
}

std::optional<MachineZone> read_machine_zone(std::span<const std::string> given, const Date& today) {
    if (given.size() > most_zone_lines) return std::nullopt;
    std::vector<std::string> lines;
    for (const std::string& raw : given) {
        const auto line = zone_line(raw);
        if (!line) return std::nullopt;
        lines.push_back(*line);
    }
    const auto format = ocr::format_of(lines);
    if (!format) return std::nullopt;
    const auto field = [&](MrzField name) { return ocr::text_of(lines, range_of(*format, name)); };
    MachineZone zone;
    zone.format = *format;
    zone.document_code = without_fillers(field(MrzField::document_code));
    zone.issuing_state = without_fillers(field(MrzField::issuing_state));
    zone.nationality = without_fillers(field(MrzField::nationality));
    read_numbers(zone, lines);
    read_birth(zone, field(MrzField::birth_date), today);
    const std::string sex = field(MrzField::sex);
    zone.sex = sex == "M" ? "Nam" : sex == "F" ? "Nữ" : "";
    read_expiry(zone, field(MrzField::expiry_date));
    read_name(zone, field(MrzField::name));
    for (const ocr::CheckDigit& digit : ocr::check_digits_of(*format))
        zone.checks.push_back({digit.name, ocr::state_of(digit, lines)});
    zone.valid = ocr::holds(lines) && zone.numbers_agree;
    return zone;
}

bool same_name_without_marks(std::string_view printed, std::string_view zone_name, bool truncated) {
    const std::vector<std::string> wanted = words_of_name(printed);
    const std::vector<std::string> found = words_of_name(zone_name);
    if (wanted.empty() || found.empty()) return false;
    if (!truncated) return wanted == found;
    if (found.size() > wanted.size()) return false;
    return std::equal(found.begin(), found.end(), wanted.begin(),
                      [](const std::string& cut, const std::string& whole) { return whole.starts_with(cut); });
}

}  // namespace sohoa::dossier
