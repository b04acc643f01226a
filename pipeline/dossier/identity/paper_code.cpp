#include "pipeline/dossier/identity/paper_code.h"

#include "pipeline/dossier/identity/agency_id.h"

namespace sohoa::dossier {

std::optional<PaperCode> read_paper_code(std::string_view text) {
    const auto code = plain_code(text);
    if (!code) return std::nullopt;
    CodeCursor at(*code);
    PaperCode paper;
    if (at.passes("TP")) {
        paper.kind = PaperCodeKind::component;
    } else if (!at.passes("KQ")) {
        return std::nullopt;
    }
    at.one_of("-.");
    const std::string letter = at.letter();
    paper.agency = letter + at.digits(2);
    at.one_of(".");
    paper.ordinal = at.digits(6);
    if (!at.done() || letter > "Y") return std::nullopt;
    paper.normal = (paper.kind == PaperCodeKind::result ? "KQ." : "TP-") + paper.agency + "." + paper.ordinal;
    paper.agency_name = level_one_name(paper.agency, std::nullopt, paper.warnings);
    if (at.mended()) paper.warnings.push_back(CodeWarning::mended);
    return paper;
}

}  // namespace sohoa::dossier
