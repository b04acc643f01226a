#pragma once
#include <string>
#include <vector>

#include "samples/maker/ink_mark.h"
#include "samples/maker/names.h"

namespace sohoa::maker {

/// An invented office that issues papers.
struct Agency {
    std::vector<std::string> parent;  ///< letterhead lines above the name, as printed
    std::vector<std::string> name;    ///< letterhead lines of the name
    std::string symbol;               ///< "UBND", "SNV"
    std::string place;                ///< "Quảng Ngãi" in "Quảng Ngãi, ngày …"
    std::vector<std::string> signer;  ///< "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"
    std::string head;  ///< "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN LẬP": who decides, as printed in decisions
    SealWords seal;
    Commune commune;
};

enum class AgencyKind { commune, province, department, office, centre, council, school };

Agency make_agency(AgencyKind kind, Random& random);
Agency make_commune(const Commune& commune, Random& random);
Agency any_agency(Random& random);

/// Files it under: "Lưu: VT, NV".
std::string file_mark(Random& random);

}  // namespace sohoa::maker
