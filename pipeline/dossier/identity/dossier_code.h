#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "pipeline/dossier/identity/agency_id.h"

namespace sohoa::dossier {

/// Mã hồ sơ of a one-stop dossier: "000.00.04.G14-221010-0001" (TT 01/2018/TT-VPCP Đ.19), "H55.242-250805-0012" (with
/// identifiers of QĐ 20/2020/QĐ-TTg), and online numbers of the National Portal "G22.99-…".
struct DossierCode {
    std::string normal;   ///< joined by `-`, with its result: "H55.242-250805-0012-KQ1"
    std::string dossier;  ///< the same without the result
    AgencyId agency;
    std::string received;               ///< six digits yyMMdd
    std::optional<Date> received_date;  ///< nullopt where they are no day
    std::string ordinal;                ///< within the day, zeros kept
    bool online = false;                ///< of the National Portal
    int result = 0;  ///< n of "-KQn", the code of an electronic result (NĐ 45/2020/NĐ-CP Đ.14); 0: none
    CodeWarnings warnings;
};

/// `/` may stand for `-`, and blanks, dashes of any kind and look-alikes are passed over as in CodeCursor. An ordinal
/// has 4 to 10 digits. nullopt for anything else.
std::optional<DossierCode> read_dossier_code(std::string_view text);

}  // namespace sohoa::dossier
