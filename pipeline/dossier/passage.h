#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/dossier/document.h"
#include "pipeline/dossier/sheet.h"

namespace sohoa::dossier {

/// Text that runs over several pieces, with the way back to where it stands on the pages. Pieces are joined by a blank;
/// a hyphen at the end of a line is healed: "phát-" + "triển" is "phát triển"'s word, "287/STC-" + "HCSN" keeps its
/// hyphen.
class Passage {
public:
    void add(const Piece& piece, std::size_t begin = 0, std::size_t end = std::u32string::npos);

    const std::u32string& text() const { return text_; }
    /// The same length: lower case without marks.
    const std::u32string& bare() const { return bare_; }
    bool empty() const { return text_.empty(); }
    /// Mean over the words; 0 without words.
    double mean_confidence() const;

    /// Text of a part, trimmed, with single blanks.
    std::string part(std::size_t begin = 0, std::size_t end = std::u32string::npos) const;

    /// Requests to read its words again, one for each line; none where all of them were read surely.
    std::vector<RereadRequest> requests(ocr::Grammar grammar) const;

    /// A field of the words that overlap a part: one evidence for each page, least confidence times `rule_strength`.
    Field field(std::size_t begin, std::size_t end, std::string name, std::string normalized,
                double rule_strength) const;

private:
    struct Word {
        std::size_t begin = 0;
        std::size_t end = 0;
        int page = 0;
        Box scan_box;
        Quad scan_quad;
        double confidence = 0;
    };

    std::u32string text_;
    std::u32string bare_;
    std::vector<Word> words_;
};

}  // namespace sohoa::dossier
