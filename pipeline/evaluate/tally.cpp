#include "pipeline/evaluate/tally.h"

namespace sohoa::evaluate {

void Tally::add(const PaperScore& paper) {
    ++papers;
    pages += static_cast<std::size_t>(paper.pages);
    if (paper.pair.missing()) ++missing;
    text += paper.text;
    for (const JudgedWord& judged : paper.words) reliability.add(judged.word.confidence, judged.right);
    for (const FieldVerdict& verdict : paper.fields) (verdict.handwritten ? handwritten_fields : fields).add(verdict);
    kinds += paper.kind_right;
    codes += paper.codes;
    codes_misread += paper.codes_misread;
    zones += paper.zones;
    zones_misread += paper.zones_misread;
    unattended += paper.unattended;
}

void Evaluation::add(const PaperScore& paper) {
    const std::string kind = paper.kind.empty() ? "?" : paper.kind;
    all.add(paper);
    by_level[paper.pair.level].add(paper);
    by_kind[kind].add(paper);
    by_level_and_kind[{paper.pair.level, kind}].add(paper);
    for (const FieldVerdict& verdict : paper.fields) by_field[list_name(verdict.name)].add(verdict);
    if (paper.pair.text_path.empty() || (!text_only && paper.pair.json_path.empty())) missing.push_back(paper.pair);
}

}  // namespace sohoa::evaluate
