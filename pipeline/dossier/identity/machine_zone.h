#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "ocr/codes/mrz_layout.h"

namespace sohoa::dossier {

/// A check digit of a zone, by its name in ocr::CheckDigit.
struct CheckedDigit {
    std::string_view name;
    ocr::CheckState state = ocr::CheckState::fails;
};

enum class Expiry {
    unreadable,
    never,  ///< no date stands there, or 31 December 1999, which Vietnamese cards without an end are said to carry
    on_date
};

/// What a machine readable zone says (ICAO 9303, and what Vietnamese papers make of it).
struct MachineZone {
    ocr::MrzFormat format = ocr::MrzFormat::td1;
    std::string document_code;  ///< "ID", "P", "I" …
    std::string issuing_state;  ///< "VNM"
    std::string nationality;
    std::string document_number;  ///< without fillers; of a Vietnamese card the last nine digits of the personal number
    std::string personal_number;  ///< twelve digits from the optional data of a Vietnamese paper; else empty
    std::string old_id_number;    ///< nine digits there (passports before the personal number)
    std::optional<Date> birth_date;
    bool century_by_number = false;  ///< else by plausibility: the latest century that is not in the future
    std::string sex;                 ///< "Nam", "Nữ"; empty where it is not told
    Expiry expiry = Expiry::unreadable;
    std::optional<Date> expiry_date;
    std::string surname;          ///< without marks, capitals, as is all of the name
    std::string given_names;      ///< the rest, words parted by blanks
    bool name_truncated = false;  ///< the name fills its field, so it may go on
    std::vector<CheckedDigit> checks;
    bool numbers_agree = true;  ///< the two places of a Vietnamese card's number say the same
    bool valid = false;         ///< no check digit fails, and the numbers agree

    /// Surname first, as it is printed.
    std::string full_name() const;
};

/// Reads lines of [A-Z0-9<] (small letters are taken for capitals, blanks passed over). nullopt where their number and
/// length is no format's or another character stands there. Wrong check digits are told, never a reason to refuse.
///
/// A birth year has two digits. Its century is the one that the fourth digit of the personal number tells, where that
/// number's own year is the same; else the latest that does not lie after `today`.
std::optional<MachineZone> read_machine_zone(std::span<const std::string> lines, const Date& today);

/// Whether a printed name may be the one of a zone: the same words without marks, case, apostrophes and hyphens (Đ →
/// D). With `truncated` the zone may lack words at the end and have any word cut short (ICAO 9303-3, 4.6). Empty names
/// are never the same.
bool same_name_without_marks(std::string_view printed, std::string_view zone_name, bool truncated = false);

}  // namespace sohoa::dossier
