#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// Phrases that are no Vietnamese and that recognisers read again and again for others ("chỉ tiết" for "chi tiết").
class Confusions {
public:
    /// A phrase, "=" and what is meant on a line, with as many words and letters; lines that begin with # are remarks.
    explicit Confusions(std::string_view text);

    /// models/language/confusions.txt, as it was built into the program.
    static const Confusions& built_in();

    struct Phrase {
        std::vector<std::u32string> read;
        std::vector<std::u32string> meant;
    };
    const std::vector<Phrase>& all() const { return phrases_; }

private:
    std::vector<Phrase> phrases_;
};

/// Writes what is meant, in the case of what was read, which stays in `Word::raw`. Signs may stand before the first and
/// behind the last word of a phrase; it may go on in the next line of its block, but not in another cell of a table.
void mend_confusions(std::vector<Block>& blocks, const Confusions& confusions);

}  // namespace sohoa::ocr
