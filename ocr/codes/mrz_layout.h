#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Machine readable zones of ICAO Doc 9303 (parts 4 to 6, 8th edition): what stands where and what its check digits
/// cover. Lines and positions count from 0 here; ICAO counts from 1.
namespace sohoa::ocr {

enum class MrzFormat {
    td1,  ///< 3 lines of 30: cards
    td2,  ///< 2 lines of 36
    td3   ///< 2 lines of 44: passports
};

int line_count(MrzFormat format);
int line_length(MrzFormat format);

/// "TD1", "TD2" or "TD3".
std::string_view name_of(MrzFormat format);

/// The format whose number of lines and length these lines have; nullopt where there is none.
std::optional<MrzFormat> format_of(std::span<const std::string> lines);

/// Positions [begin, end) of one line.
struct MrzRange {
    int line = 0;
    int begin = 0;
    int end = 0;

    bool operator==(const MrzRange&) const = default;
};

enum class MrzField {
    document_code,
    issuing_state,
    document_number,
    optional_data,  ///< TD1: of the first line; the full 12-digit number on Vietnamese cards
    birth_date,
    sex,
    expiry_date,
    nationality,
    second_optional_data,  ///< TD1 only: of the second line
    name
};

/// Where a field stands, without its check digit. An empty range for what the format has not.
MrzRange range_of(MrzFormat format, MrzField field);

/// The text of a range; empty where the lines are too short for it.
std::string text_of(std::span<const std::string> lines, const MrzRange& range);

struct CheckDigit {
    std::string_view name;  ///< document_number, optional_data, birth_date, expiry_date or composite
    int line = 0;
    int position = 0;
    std::vector<MrzRange> covers;  ///< in the order in which they are summed

    bool operator==(const CheckDigit&) const = default;
};

/// The check digits of a format in reading order; the composite one is last. TD1 has the one that ICAO does not know
/// and Vietnamese cards carry: optional_data at the end of the first line, over the twelve-digit number before it.
const std::vector<CheckDigit>& check_digits_of(MrzFormat format);

enum class CheckState {
    holds,
    fails,
    absent  ///< the place is not used for a check digit here
};

/// Whether one check digit of these lines holds. Lines that lack its places fail.
///
/// absent: `<` in TD3's personal number where that is empty; TD1's optional_data on a card of another state than VNM or
/// where a Vietnamese card has `<` in its place. `<` after the document number of TD1 and TD2 says that the number is
/// longer than nine characters and goes on in the optional data, its check digit behind it (ICAO 9303-5, 4.2.2).
CheckState state_of(const CheckDigit& digit, std::span<const std::string> lines);

/// True when no check digit fails; lines of no format never hold.
bool holds(std::span<const std::string> lines);

/// ICAO 9303-3, 4.9: weights 7, 3, 1; A = 10 … Z = 35, `<` = 0; the sum's last digit as a character. nullopt when a
/// character is none of [A-Z0-9<].
std::optional<char> check_digit(std::string_view text);

enum class MrzIssuer { any, vietnam };

/// The characters that may stand at a place, for whoever reads it. Empty outside the format.
///
/// `vietnam` is narrower: digits only in the number and the optional data of a card, one letter and seven digits in the
/// number of a passport, "VNM" for the states. It is what is known of their papers, so a hint and no reason to refuse
/// one.
std::string_view alphabet_at(MrzFormat format, int line, int position, MrzIssuer issuer = MrzIssuer::any);

}  // namespace sohoa::ocr
