#include "pipeline/evaluate/report_html.h"

#include <fmt/format.h>
#include <vector>

#include "base/masking.h"
#include "base/vietnamese.h"
#include "base/xml.h"
#include "pipeline/dossier/identity/personal_papers.h"
#include "pipeline/evaluate/edit_distance.h"
#include "pipeline/evaluate/reliability_html.h"
#include "pipeline/evaluate/snippets.h"
#include "pipeline/evaluate/table.h"

namespace sohoa::evaluate {

namespace {

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>sohoa: chấm điểm (evaluation)</title>
<style>
body{font:15px/1.45 system-ui,sans-serif;margin:1.5rem auto;max-width:75rem;padding:0 1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.15rem;margin-top:2.2rem}small,.en{color:#666;font-weight:normal}
table{border-collapse:collapse}th,td{padding:.25rem .7rem;border-bottom:1px solid #ddd;text-align:right}
th:first-child,td:first-child{text-align:left}
article{border:1px solid #ddd;border-radius:6px;padding:.6rem .8rem;margin:.7rem 0;break-inside:avoid}
article img{max-width:100%;display:block;margin:.4rem 0;border:1px solid #eee}
.t{font-family:ui-monospace,monospace;font-size:.93rem;overflow-wrap:anywhere}
del{background:#ffd9d6;color:#8c0f05;text-decoration:none}ins{background:#d5f2d8;color:#0b5a17;text-decoration:none}
.bad{color:#8c0f05;font-weight:600}
figure{margin:1rem 0}figcaption{max-width:44rem}caption{text-align:left;padding:.6rem 0 .2rem}
svg{max-width:100%;height:auto}svg text{font-size:12px;fill:#444}svg line{stroke-width:1}
.grid{stroke:#e6e6e6}.even{stroke:#777}.promise{stroke:#8c0f05;stroke-dasharray:5 4}svg .bounds{stroke:#1a5fa8;stroke-width:1.6}
.full{fill:#1a5fa8;fill-opacity:.75}.hollow{fill:#fff;fill-opacity:.6;stroke:#1a5fa8;stroke-width:1.6}
</style></head><body>
)";

constexpr std::size_t longest_compared = 2000;  // characters of a text whose differences are marked

class Shown {
public:
    explicit Shown(bool personal) : personal_(personal) {}

    std::string text(const std::string& raw) const { return personal_ ? raw : masked(raw); }
    /// The place, or none where its picture would show a card, or a text with a personal number.
    Place picture_of(const Place& place, const std::string& truth, const std::string& given) const {
        const bool shown = personal_ || (!place.of_card && masked(truth) == truth && masked(given) == given);
        return shown ? place : Place{};
    }
    /// The same, and none where it is a person's field.
    Place picture_of(const WorstField& field) const {
        const FieldVerdict& verdict = field.verdict;
        if (!personal_ && dossier::is_personal_field(verdict.name)) return {};
        return picture_of(field.place, verdict.truth, verdict.given);
    }

private:
    bool personal_;
};

/// One side of an alignment, the symbols that the other side lacks or has otherwise enclosed in `tag`.
std::string marked_side(const std::u32string& side, const std::vector<Step>& steps, Step own, std::string_view tag) {
    std::string result;
    bool open = false;
    std::size_t at = 0;
    for (const Step step : steps) {
        if (step != Step::same && step != Step::changed && step != own) continue;
        const bool different = step != Step::same;
        if (different != open) result += different ? fmt::format("<{}>", tag) : fmt::format("</{}>", tag);
        open = different;
        result += xml_escaped(to_utf8(side.substr(at++, 1)));
    }
    return open ? result + fmt::format("</{}>", tag) : result;
}

std::string both_sides(const std::string& truth, const std::string& given) {
    const std::u32string wanted = to_utf32(truth);
    const std::u32string read = to_utf32(given);
    std::string top = xml_escaped(truth);
    std::string bottom = xml_escaped(given);
    if (wanted.size() <= longest_compared && read.size() <= longest_compared && !given.empty() && !truth.empty()) {
        const std::vector<Step> steps = alignment(wanted, read);
        top = marked_side(wanted, steps, Step::lost, "del");
        bottom = marked_side(read, steps, Step::added, "ins");
    }
    const std::string_view none = "<small>không có (none)</small>";
    return fmt::format("<div class=t>{}</div><div class=t>{}</div>", truth.empty() ? none : top,
                       given.empty() ? none : bottom);
}

std::string picture(const std::string& jpeg) {
    if (jpeg.empty()) return {};
    return "<img alt=\"\" src=\"data:image/jpeg;base64," + base64(jpeg) + "\">";
}

std::string figures(const Evaluation& evaluation) {
    std::string html =
        "<table><tr><th>mức <span class=en>level</span></th><th>bản quét <span class=en>scans</span></th>"
        "<th>ký tự <span class=en>characters</span></th><th>CER % [95 %]</th><th>WER % [95 %]</th>";
    if (!evaluation.text_only) {
        html +=
            "<th>trường đọc đúng <span class=en>field recall</span></th>"
            "<th>nhận ngay đúng <span class=en>accepted precision</span></th>";
    }
    html += "</tr>\n";
    const auto row = [&](const std::string& name, const Tally& tally) {
        html += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td>", xml_escaped(name),
                            tally.papers, tally.text.characters.of, percent_with_bounds(tally.text.characters),
                            percent_with_bounds(tally.text.words));
        if (!evaluation.text_only) {
            html += fmt::format("<td>{}, n={}</td><td>{}, n={}</td>", percent_with_bounds(tally.fields.recall()),
                                tally.fields.recall().of, percent_with_bounds(tally.fields.accepted_precision()),
                                tally.fields.accepted);
        }
        html += "</tr>\n";
    };
    for (const auto& [level, tally] : evaluation.by_level) row(level, tally);
    row("Σ", evaluation.all);
    return html + "</table>\n";
}

std::string missing_list(const Evaluation& evaluation) {
    if (evaluation.missing.empty()) return {};
    std::string html = "<h2>Thiếu kết quả <span class=en>missing output, counted as total loss</span></h2><ul>\n";
    for (const Pair& pair : evaluation.missing) {
        html += fmt::format("<li>{}.{}</li>\n", xml_escaped(masked(pair.stem)), xml_escaped(pair.level));
    }
    return html + "</ul>\n";
}

std::string line_cases(const std::vector<WorstLine>& lines, const Shown& shown) {
    if (lines.empty()) return {};
    std::vector<Place> places;
    for (const WorstLine& line : lines) places.push_back(shown.picture_of(line.place, line.truth, line.given));
    const std::vector<std::string> snippets = cut_snippets(places);
    std::string html = "<h2>Dòng sai nhiều nhất <span class=en>worst lines: truth above, reading below</span></h2>\n";
    for (std::size_t k = 0; k < lines.size(); ++k) {
        const WorstLine& line = lines[k];
        html += fmt::format("<article><small>{}{} · {} lỗi (edits)</small>{}{}</article>\n",
                            xml_escaped(masked(line.paper)),
                            line.place.page > 0 ? fmt::format(", trang (page) {}", line.place.page) : "", line.edits,
                            picture(snippets[k]), both_sides(shown.text(line.truth), shown.text(line.given)));
    }
    return html;
}

std::string word_cases(const std::vector<WorstWord>& words, const Shown& shown) {
    if (words.empty()) return {};
    std::vector<Place> places;
    for (const WorstWord& word : words) places.push_back(shown.picture_of(word.place, word.truth, word.given));
    const std::vector<std::string> snippets = cut_snippets(places);
    std::string html =
        "<h2>Từ sai mà ghi là chắc <span class=en>wrong words told sure: truth above, reading below</span></h2>\n";
    for (std::size_t k = 0; k < words.size(); ++k) {
        const WorstWord& word = words[k];
        html +=
            fmt::format("<article><small>{}{} · {:.2f} %</small>{}{}</article>\n", xml_escaped(masked(word.paper)),
                        word.place.page > 0 ? fmt::format(", trang (page) {}", word.place.page) : "", 100 * word.told,
                        picture(snippets[k]), both_sides(shown.text(word.truth), shown.text(word.given)));
    }
    return html;
}

std::string_view words_for(Outcome outcome) {
    switch (outcome) {
        case Outcome::wrong:
            return "sai (wrong)";
        case Outcome::missing:
            return "thiếu (missing)";
        case Outcome::unasked:
            return "thừa (not on the paper)";
        case Outcome::right:
            break;
    }
    return "đúng (right)";
}

std::string field_cases(const std::vector<WorstField>& fields, const Shown& shown) {
    if (fields.empty()) return {};
    std::vector<Place> places;
    for (const WorstField& field : fields) places.push_back(shown.picture_of(field));
    const std::vector<std::string> snippets = cut_snippets(places);
    std::string html = "<h2>Trường sai <span class=en>failed fields: truth above, reading below</span></h2>\n";
    for (std::size_t k = 0; k < fields.size(); ++k) {
        const FieldVerdict& verdict = fields[k].verdict;
        html += fmt::format("<article><b>{}</b> <small>{}{}</small> <span class=\"{}\">{}{}</span>{}{}</article>\n",
                            xml_escaped(verdict.name), xml_escaped(masked(fields[k].paper)),
                            verdict.handwritten ? ", viết tay (handwritten)" : "",
                            verdict.status == "accepted" ? "bad" : "", words_for(verdict.outcome),
                            verdict.status.empty() ? "" : ", " + xml_escaped(verdict.status), picture(snippets[k]),
                            both_sides(shown.text(verdict.truth), shown.text(verdict.given)));
    }
    return html;
}

}  // namespace

std::string report_html(const Evaluation& evaluation, const WorstCases& worst, bool show_personal) {
    const Shown shown(show_personal);
    return std::string(head) + "<h1>Chấm điểm <span class=en>evaluation</span></h1>\n" + figures(evaluation) +
           reliability_html(evaluation) + missing_list(evaluation) + line_cases(worst.lines(), shown) +
           word_cases(worst.words(), shown) + field_cases(worst.fields(), shown) + "</body></html>\n";
}

}  // namespace sohoa::evaluate
