#include "ocr/text/layout/row_facts.h"

#include "ocr/text/layout/anchors.h"
#include "ocr/text/layout/bands.h"

namespace sohoa::ocr {

const RowFacts& RowReader::facts_of(const std::vector<int>& row) {
    const auto [at, is_new] = known_.try_emplace(row);
    if (is_new) {
        const std::string text = line_of(pieces_, row).text;
        at->second = {label_of(text),    says_motto(text),          says_recipients(text),
                      says_signer(text), says_place_and_date(text), says_addressee(text),
                      says_number(text)};
    }
    return at->second;
}

}  // namespace sohoa::ocr
