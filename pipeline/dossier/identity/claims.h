#pragma once
#include <string>
#include <vector>

#include "ocr/page_reading.h"
#include "pipeline/dossier/document.h"

namespace sohoa::dossier {

/// What one witness other than the print says of one field of a card.
struct Claim {
    std::string field;  ///< of the contract: "holder.id_number", "expiry_date", …
    std::string value;  ///< as the witness has it
    std::string normalized;
    Evidence evidence;       ///< its source is "qr", "mrz" or "barcode"
    double confidence = 0;   ///< 0 … 1
    bool certain = false;    ///< the witness carries checks of its own that hold, and says which field it is
    bool bare = false;       ///< a name without its marks
    bool cut_short = false;  ///< a bare name that may lack its end
    bool beside = false;     ///< confirms what is printed and is no field by itself
};

/// What the codes and the machine readable zones of a page say of the holder of a card: identity cards, passports,
/// health insurance cards, the bar code of 2016. Zones whose check digits do not hold are claims that nothing is sure
/// of. Empty where the page has none.
std::vector<Claim> claims_on(const ocr::PageReading& page, int number);

}  // namespace sohoa::dossier
