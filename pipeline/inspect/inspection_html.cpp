#include "pipeline/inspect/inspection_html.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "base/masking.h"
#include "base/vietnamese.h"
#include "base/xml.h"
#include "ocr/quality_words.h"
#include "pipeline/inspect/figure_words.h"
#include "pipeline/inspect/overlay.h"
#include "pipeline/inspect/step_words.h"

namespace sohoa::inspect {

namespace {

/// Every page of an inspection begins so, of whatever version.
constexpr std::string_view signature = R"(<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>sohoa: soi trang (inspection)</title>
)";

constexpr std::string_view style = R"(<style>
body{font:15px/1.45 system-ui,sans-serif;margin:1.5rem auto;max-width:90rem;padding:0 1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1.05rem}.en{color:#666;font-weight:normal}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem;align-items:start}
.steps{display:grid;grid-template-columns:repeat(auto-fill,minmax(18rem,1fr));gap:1rem}
.part{border-left:.3rem solid #ccc;padding-left:1rem;margin-top:2rem}
figure{margin:0}figure img{width:100%;border:1px solid #ccc;background:#eee}figcaption{font-size:.9rem}
.key{display:inline-block;width:.8em;height:.8em;margin:0 .3em 0 .9em;border:2px solid}
table{border-collapse:collapse}td,th{padding:.15rem .7rem;border-bottom:1px solid #ddd;text-align:left;vertical-align:top}
td.n{text-align:right;white-space:nowrap}.bar{background:#4a7ab5;height:.7em;display:inline-block}
.good{color:#0b5a17}.note{color:#444}.doubtful,.warning{color:#945300}.bad,.error,.beyond{color:#8c0f05}
.problems{padding-left:1.2rem}.problems b{font-weight:600}.beyond{font-weight:600}
details{margin:1rem 0}summary{cursor:pointer;font-weight:600}
</style></head><body>
)";

/// Stands only where a page of a file is shown.
constexpr std::string_view pages_begin = "<main>";

std::string bilingual(const Bilingual& text) {
    if (text.empty()) return {};
    if (text.en.empty() || text.en == text.vi) return xml_escaped(text.vi);
    return fmt::format("{} <span class=en>{}</span>", xml_escaped(text.vi), xml_escaped(text.en));
}

std::string linked_picture(const std::string& name) {
    return fmt::format("<a href=\"{0}\"><img loading=lazy alt=\"\" src=\"{0}\"></a>", xml_escaped(name));
}

std::string captioned(const std::string& picture, const Bilingual& caption) {
    if (picture.empty()) return {};
    return fmt::format("<figure>{}<figcaption>{}</figcaption></figure>\n", linked_picture(picture), bilingual(caption));
}

std::string folded(const Bilingual& summary, const std::string& html) {
    return fmt::format("<details><summary>{}</summary>\n{}</details>\n", bilingual(summary), html);
}

Bilingual masked_words(const Bilingual& text) {
    return {masked(text.vi), masked(text.en)};
}

std::string list_of(const std::vector<Problem>& problems) {
    if (problems.empty()) return {};
    std::string html = "<ul class=problems>\n";
    for (const Problem& each : problems) {
        html += fmt::format("<li class={}>", name_of(each.severity));
        if (each.page > 0)
            html += bilingual({fmt::format("Trang {}: ", each.page), fmt::format("page {}: ", each.page)});
        html += fmt::format("<b>{}</b>", bilingual(masked_words(each.message)));
        if (!each.remedy.empty()) html += "<br>→ " + bilingual(masked_words(each.remedy));
        html += "</li>\n";
    }
    return html + "</ul>\n";
}

std::string legend(const ocr::PageReading& reading) {
    std::string html;
    for (const Mark& mark : marks()) {
        const int count = count_of(mark.kind, reading);
        if (count == 0) continue;
        html += fmt::format("<span class=key style=\"border-color:rgb({},{},{})\"></span>{} {}", mark.colour[0],
                            mark.colour[1], mark.colour[2], count, bilingual(mark.name));
    }
    return html;
}

std::string row(const Bilingual& name, const std::string& value) {
    return fmt::format("<tr><th>{}</th><td>{}</td></tr>\n", bilingual(name), value);
}

std::string verdict(const ocr::PageReading& reading) {
    const std::string& word = reading.quality.verdict;
    return fmt::format("<b class={}>{}</b>", xml_escaped(word), bilingual(ocr::words_for_verdict(word)));
}

std::string how_it_lies(int orientation, double skew) {
    return row({"Xoay cho đúng chiều", "turned by"}, fmt::format("{}°", orientation)) +
           row({"Nghiêng", "skew"}, fmt::format("{:.2f}°", skew));
}

std::string blank_row(bool blank) {
    return blank ? row({"Trang trắng", "blank page"}, "✓") : std::string();
}

std::string facts(const Inspection& page) {
    const ocr::PageReading& reading = page.reading;
    std::string html = "<table>\n";
    html += row({"Chất lượng", "quality"}, verdict(reading));
    html += row({"Bản quét", "scan"}, fmt::format("{} × {} px, {:.0f} dpi{}", reading.width, reading.height,
                                                  reading.dpi, page.dpi_guessed ? " (đoán, guessed)" : ""));
    if (reading.parts.empty()) {
        html += how_it_lies(reading.orientation, reading.skew) + blank_row(reading.blank);
    } else {
        html +=
            row({"Số phần (tờ) trên bản quét", "parts (sheets) on the scan"}, fmt::format("{}", reading.parts.size()));
    }
    return html + "</table>\n";
}

/// 0: the whole scan, or the only sheet.
std::vector<InspectedStep> steps_of(const Inspection& page, int part) {
    std::vector<InspectedStep> steps;
    std::copy_if(page.steps.begin(), page.steps.end(), std::back_inserter(steps),
                 [part](const InspectedStep& step) { return step.part == part; });
    return steps;
}

std::string figures(const Inspection& page, int part) {
    std::string rows;
    for (const InspectedFigure& figure : page.figures) {
        if (figure.part != part) continue;
        const FigureWords words = words_for_figure(figure);
        rows += fmt::format("<tr><th>{}</th><td class=\"n{}\">{}</td><td>{}</td></tr>\n", bilingual(words.name),
                            words.beyond ? " beyond" : "", bilingual(words.value), bilingual(words.bound));
    }
    if (rows.empty()) return {};
    return folded(
        {"Số đo và mức xét", "figures and what they are judged by"},
        fmt::format("<table>\n<tr><th>{}</th><th>{}</th><th>{}</th></tr>\n{}</table>\n", bilingual({"Số đo", "figure"}),
                    bilingual({"Trang này", "here"}), bilingual({"Mức xét", "bound"}), rows));
}

std::string times(const std::vector<InspectedStep>& steps) {
    double most = 1;
    double total = 0;
    for (const InspectedStep& step : steps) {
        most = std::max(most, step.milliseconds);
        total += step.milliseconds;
    }
    std::string html = "<table>\n";
    for (const InspectedStep& step : steps) {
        const StepWords words = words_for_step(step.name);
        html += fmt::format(
            "<tr><th>{}</th><td class=n>{:.1f} ms</td><td><span class=bar style=\"width:{:.0f}px\"></span></td>"
            "<td>{}</td></tr>\n",
            bilingual(words.name), step.milliseconds, 200 * step.milliseconds / most, bilingual(words.method));
    }
    return html + fmt::format("<tr><th>Σ</th><td class=n>{:.0f} ms</td><td></td><td></td></tr></table>\n", total);
}

std::string step_pictures(const std::vector<InspectedStep>& steps) {
    std::string html = "<div class=steps>\n";
    for (const InspectedStep& step : steps) {
        if (!step.picture.empty()) html += captioned(step.picture, words_for_step(step.name).name);
    }
    return html + "</div>\n";
}

std::string folded_steps(const std::vector<InspectedStep>& steps) {
    return folded({"Từng bước, thời gian", "steps and their time"}, times(steps)) +
           folded({"Ảnh sau từng bước", "the plane after each step"}, step_pictures(steps));
}

/// The plane as text is read from it: what the last step of the imaging left.
std::string reading_plane(const std::vector<InspectedStep>& steps) {
    const auto last =
        std::find_if(steps.rbegin(), steps.rend(), [](const InspectedStep& step) { return !step.picture.empty(); });
    return last == steps.rend() ? std::string() : captioned(last->picture, {"Ảnh để đọc", "the reading plane"});
}

std::string part_html(const Inspection& page, int number) {
    const ocr::Part& part = page.reading.parts[static_cast<std::size_t>(number - 1)];
    const auto steps = steps_of(page, number);
    return fmt::format(
        "<section class=part><h3>Phần {0} <span class=en>part {0}</span></h3>\n<div class=pair>{1}"
        "<div><table>\n{2}{3}</table>\n{4}</div></div>\n{5}</section>\n",
        number, reading_plane(steps), how_it_lies(part.orientation, part.skew), blank_row(part.blank),
        figures(page, number), folded_steps(steps));
}

std::string withheld_note(const Inspection& page) {
    if (!page.withheld) return {};
    return fmt::format(
        "<p class=note>{}</p>\n",
        bilingual(
            {"Không hiện ảnh: trang là thẻ hoặc có số định danh. Soi lại với --show-personal để xem.",
             "No pictures: the page is a card or shows a personal number. Inspect with --show-personal to see."}));
}

std::string list_of_codes(const std::vector<std::string>& codes) {
    if (codes.empty()) return {};
    std::string items;
    for (const std::string& code : codes) items += fmt::format("<li><code>{}</code></li>\n", xml_escaped(code));
    return folded({"Mã và dòng máy đọc", "codes and machine readable lines"}, fmt::format("<ul>\n{}</ul>\n", items));
}

std::string page_html(const Inspection& page) {
    std::vector<Problem> problems = page.reading.problems;
    for (Problem& each : problems) each.page = 0;  // the heading says it
    const auto steps = steps_of(page, 0);
    const bool several = !page.reading.parts.empty();
    std::string html = fmt::format(
        "<h2>Trang {0} <span class=en>page {0}</span></h2>\n{1}{2}<p>{3}</p>\n{6}<div class=pair>{4}{5}</div>\n{7}",
        page.page, facts(page), list_of(problems), legend(page.reading),
        captioned(page.overlay, {"Bản quét và những gì tìm thấy", "the scan and what was found"}),
        several ? std::string() : reading_plane(steps), withheld_note(page), list_of_codes(page.codes));
    for (int k = 1; k <= static_cast<int>(page.reading.parts.size()); ++k) html += part_html(page, k);
    if (several) html += fmt::format("<h3>{}</h3>\n", bilingual({"Cả bản quét", "the whole scan"}));
    return html + figures(page, 0) + folded_steps(steps);
}

}  // namespace

std::string inspection_html(const InspectedFile& file) {
    std::string html = fmt::format("{}{}<h1>Soi trang <span class=en>inspection</span>: {}</h1>\n", signature, style,
                                   xml_escaped(masked(valid_utf8(file.file))));
    if (file.pages.empty()) {
        html += fmt::format("<p class=error>{}</p>\n", bilingual({"Không soi được.", "Nothing could be inspected."}));
    }
    html += list_of(file.problems);
    if (!file.pages.empty()) {
        html += pages_begin;
        for (const Inspection& page : file.pages) html += page_html(page);
        html += "</main>\n";
    }
    return html + "</body></html>\n";
}

std::string unfinished_inspection_html() {
    return fmt::format("{}{}<p>{}</p></body></html>\n", signature, style,
                       bilingual({"Đang soi, hoặc lần soi bị ngắt giữa chừng: chạy lại lệnh.",
                                  "At work, or the inspection was cut short: run the command again."}));
}

bool is_inspection(std::string_view html) {
    return html.starts_with(signature);
}

bool shows_pages(std::string_view html) {
    return is_inspection(html) && html.find(pages_begin) != std::string_view::npos;
}

}  // namespace sohoa::inspect
