#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// Offices of those who sign, in capitals ("PHÓ CHỦ TỊCH").
class SignerTitles {
public:
    /// A title a line; lines that begin with # are remarks, those with = other words that stand there.
    explicit SignerTitles(std::string_view text);

    /// models/language/titles.txt, as it was built into the program.
    static const SignerTitles& built_in();

    /// A title is its words.
    const std::vector<std::vector<std::string>>& all() const { return titles_; }
    /// What looks like a title and is none to be mended to: stays where it was read so.
    const std::vector<std::vector<std::string>>& others() const { return others_; }

private:
    std::vector<std::vector<std::string>> others_;
    std::vector<std::vector<std::string>> titles_;
};

/// Mends the offices above signatures, which the seal is pressed over ("THÍ KƯỞNG" → "THỨ TRƯỞNG"), those at the head
/// of letters, and the name of the state above the motto. Only at the head of lines in capitals, behind "KT." and the
/// like, in the first lines of blocks with the roles "signature", "letterhead_issuer" and "letterhead_motto", and only
/// where one title is nearer to what was read than any other: two marks apart where the recogniser was sure, up to four
/// letters in ten where it was not. Either placement of tone marks stays ("UỶ"). What was read stays in `Word::raw`.
void mend_titles(std::vector<Block>& blocks, const SignerTitles& titles);

}  // namespace sohoa::ocr
