#include "pipeline/inspect/inspection_html.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/masking.h"
#include "base/xml.h"
#include "ocr/quality_words.h"
#include "pipeline/inspect/overlay.h"
#include "pipeline/inspect/step_words.h"

namespace sohoa::inspect {

namespace {

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>sohoa: soi trang (inspection)</title>
<style>
body{font:15px/1.45 system-ui,sans-serif;margin:1.5rem auto;max-width:90rem;padding:0 1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.2rem;margin-top:2rem}.en{color:#666;font-weight:normal}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem;align-items:start}
.steps{display:grid;grid-template-columns:repeat(auto-fill,minmax(18rem,1fr));gap:1rem}
figure{margin:0}figure img{width:100%;border:1px solid #ccc;background:#eee}figcaption{font-size:.9rem}
.key{display:inline-block;width:.8em;height:.8em;margin:0 .3em 0 .9em;border:2px solid}
table{border-collapse:collapse}td,th{padding:.15rem .7rem;border-bottom:1px solid #ddd;text-align:left;vertical-align:top}
td.n{text-align:right;white-space:nowrap}.bar{background:#4a7ab5;height:.7em;display:inline-block}
.good{color:#0b5a17}.doubtful{color:#945300}.bad{color:#8c0f05}
</style></head><body>
)";

std::string bilingual(const Bilingual& text) {
    if (text.empty()) return {};
    return fmt::format("{} <span class=en>{}</span>", xml_escaped(text.vi), xml_escaped(text.en));
}

std::string linked_picture(const std::string& name) {
    return fmt::format("<a href=\"{0}\"><img loading=lazy alt=\"\" src=\"{0}\"></a>", xml_escaped(name));
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
    const Bilingual name = ocr::words_for_verdict(reading.quality.verdict);
    std::string html = fmt::format("<b class={}>{}</b>", xml_escaped(reading.quality.verdict), bilingual(name));
    for (const std::string& issue : reading.quality.issues) {
        const ocr::IssueWords words = ocr::words_for_issue(issue);
        html += fmt::format("<br>{}. {}", bilingual(words.what), bilingual(words.advice));
    }
    return html;
}

std::string facts(const Inspection& page) {
    const ocr::PageReading& reading = page.reading;
    std::string html = "<table>\n";
    html += row({"Bản quét", "scan"}, fmt::format("{} × {} px, {:.0f} dpi{}", reading.width, reading.height,
                                                  reading.dpi, page.dpi_guessed ? " (đoán, guessed)" : ""));
    html += row({"Chất lượng", "quality"}, verdict(reading));
    html += row({"Xoay, nghiêng", "turn, skew"}, fmt::format("{}°, {:.2f}°", reading.orientation, reading.skew));
    if (reading.blank) html += row({"Trang trắng", "blank"}, "✓");
    for (const InspectedFigure& figure : page.figures) {
        html += row({figure.name, ""}, fmt::format("{:.4g}", figure.value));
    }
    return html + "</table>\n";
}

std::string times(const Inspection& page) {
    double most = 1;
    double total = 0;
    for (const InspectedStep& step : page.steps) {
        most = std::max(most, step.milliseconds);
        total += step.milliseconds;
    }
    std::string html = "<table>\n";
    for (const InspectedStep& step : page.steps) {
        const StepWords words = words_for_step(step.name);
        html += fmt::format(
            "<tr><th>{}</th><td class=n>{:.1f} ms</td><td><span class=bar style=\"width:{:.0f}px\"></span></td>"
            "<td>{}</td></tr>\n",
            bilingual(words.name), step.milliseconds, 200 * step.milliseconds / most, bilingual(words.method));
    }
    return html + fmt::format("<tr><th>Σ</th><td class=n>{:.0f} ms</td><td></td><td></td></tr></table>\n", total);
}

std::string step_pictures(const Inspection& page) {
    std::string html = "<div class=steps>\n";
    for (const InspectedStep& step : page.steps) {
        if (step.picture.empty()) continue;
        html += fmt::format("<figure>{}<figcaption>{}</figcaption></figure>\n", linked_picture(step.picture),
                            bilingual(words_for_step(step.name).name));
    }
    return html + "</div>\n";
}

/// The plane as text is read from it: what the last step of the imaging left.
std::string reading_plane_of(const Inspection& page) {
    const auto last = std::find_if(page.steps.rbegin(), page.steps.rend(),
                                   [](const InspectedStep& step) { return !step.picture.empty(); });
    return last == page.steps.rend() ? std::string() : last->picture;
}

std::string page_html(const Inspection& page) {
    return fmt::format(
        "<h2>{} <span class=en>{}</span></h2>\n{}<p>{}</p>\n"
        "<div class=pair><figure>{}<figcaption>{}</figcaption></figure>"
        "<figure>{}<figcaption>{}</figcaption></figure></div>\n"
        "<h3>{}</h3>\n{}<h3>{}</h3>\n{}",
        fmt::format("Trang {}", page.page), fmt::format("page {}", page.page), facts(page), legend(page.reading),
        linked_picture(page.overlay), bilingual({"Bản quét và những gì tìm thấy", "the scan and what was found"}),
        linked_picture(reading_plane_of(page)), bilingual({"Ảnh để đọc", "the reading plane"}),
        bilingual({"Từng bước, thời gian", "steps and their time"}), times(page),
        bilingual({"Ảnh sau từng bước", "the plane after each step"}), step_pictures(page));
}

}  // namespace

std::string inspection_html(const std::vector<Inspection>& pages) {
    std::string html(head);
    const std::string file = pages.empty() ? "" : masked(pages.front().file);
    html += fmt::format("<h1>Soi trang <span class=en>inspection</span>: {}</h1>\n", xml_escaped(file));
    for (const Inspection& page : pages) html += page_html(page);
    return html + "</body></html>\n";
}

std::string unfinished_inspection_html() {
    return fmt::format("{}<p>{}</p></body></html>\n", head,
                       bilingual({"Đang soi, hoặc lần soi bị ngắt giữa chừng: chạy lại lệnh.",
                                  "At work, or the inspection was cut short: run the command again."}));
}

bool is_inspection(std::string_view html) {
    return html.starts_with(head);
}

}  // namespace sohoa::inspect
