#include "pipeline/evaluate/reliability_html.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

#include "base/xml.h"
#include "pipeline/evaluate/table.h"

namespace sohoa::evaluate {

namespace {

constexpr double least_shown = 0.5;
constexpr double most_shown = 0.9999;
constexpr std::array<double, 10> ticks = {0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9999};

// Pixels of the diagram.
constexpr double plot_side = 400;
constexpr double plot_left = 80;
constexpr double plot_top = 14;
constexpr double plot_bottom = plot_top + plot_side;
constexpr double diagram_width = 500;
constexpr double diagram_height = 474;

/// From 0 at one wrong in two to 1 at one in ten thousand; outside [0, 1] beyond.
double along(double share) {
    const double wrong = std::max(1 - share, 1e-9);
    return std::log((1 - least_shown) / wrong) / std::log((1 - least_shown) / (1 - most_shown));
}

double x_of(double told) {
    return plot_left + plot_side * std::clamp(along(told), 0.0, 1.0);
}

double y_of(double right) {
    return plot_bottom - plot_side * std::clamp(along(right), 0.0, 1.0);
}

bool beyond(double share) {
    constexpr double slack = 1e-9;
    return along(share) < -slack || along(share) > 1 + slack;
}

std::string percent(double share) {
    return fmt::format("{:.5g}", 100 * share);
}

std::string line(double x1, double y1, double x2, double y2, const char* kind) {
    return fmt::format(R"(<line class="{}" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>)", kind, x1, y1, x2, y2);
}

std::string axes() {
    std::string svg;
    constexpr double right_end = plot_left + plot_side;
    for (const double tick : ticks) {
        svg += line(x_of(tick), plot_top, x_of(tick), plot_bottom, "grid");
        svg += line(plot_left, y_of(tick), right_end, y_of(tick), "grid");
        svg += fmt::format(R"(<text x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>)", x_of(tick),
                           plot_bottom + 20, percent(tick));
        svg += fmt::format(R"(<text x="{:.1f}" y="{:.1f}" text-anchor="end">{}</text>)", plot_left - 12, y_of(tick) + 4,
                           percent(tick));
        svg += "\n";
    }
    svg += line(plot_left, plot_bottom, right_end, plot_top, "even") + "\n";
    svg += line(x_of(Reliability::sure), y_of(Reliability::sure), right_end, y_of(Reliability::sure), "promise") + "\n";
    svg += fmt::format(R"(<text x="{:.0f}" y="{:.0f}" text-anchor="middle">độ chắc được ghi, % (told)</text>)",
                       plot_left + plot_side / 2, diagram_height - 12);
    svg += fmt::format(
        R"svg(<text transform="translate(18 {:.0f}) rotate(-90)" text-anchor="middle">từ đọc đúng, % (right)</text>)svg",
        plot_top + plot_side / 2);
    return svg + "\n";
}

std::string point(const ConfidenceBin& bin) {
    const Interval bounds = wilson(bin.right);
    const double x = x_of(bin.told());
    const double radius = 3 + 2 * std::log10(static_cast<double>(bin.right.of));
    const bool hollow = beyond(bin.told()) || beyond(bin.right.value());
    return line(x, y_of(bounds.low), x, y_of(bounds.high), "bounds") +
           line(x - 4, y_of(bounds.low), x + 4, y_of(bounds.low), "bounds") +
           line(x - 4, y_of(bounds.high), x + 4, y_of(bounds.high), "bounds") +
           fmt::format(R"(<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>)", hollow ? "hollow" : "full", x,
                       y_of(bin.right.value()), radius) +
           "\n";
}

std::string diagram(const Reliability& all) {
    const Share sure = all.sure_right();
    std::string svg = fmt::format(
        "<svg role=img aria-labelledby=\"reliability-title reliability-desc\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
        "width=\"{0:.0f}\" height=\"{1:.0f}\">\n"
        "<title id=reliability-title>Biểu đồ tin cậy (reliability diagram)</title>\n"
        "<desc id=reliability-desc>Mỗi chấm là các từ được ghi độ chắc gần nhau: ngang là độ chắc được ghi, dọc là "
        "phần "
        "đọc đúng; trên đường chéo là đúng như ghi. Từ 99 % trở lên: {2} từ, đúng {3} %. (Each point is words of "
        "similar "
        "told confidence: told to the right, share right upwards; on the diagonal both agree. Told 99 % and more: {2} "
        "words, {3} % right.) Các số ở bảng bên dưới (figures in the table below).</desc>\n",
        diagram_width, diagram_height, sure.of, percent_with_bounds(sure));
    svg += axes();
    for (const ConfidenceBin& bin : all.bins()) {
        if (bin.right.of > 0) svg += point(bin);
    }
    return svg + "</svg>\n";
}

std::string bins_table(const Reliability& all) {
    std::string html =
        "<table><caption>Theo độ chắc <span class=en>by told confidence</span></caption><tr><th>khoảng, % "
        "<span class=en>range</span></th><th>số từ <span class=en>words</span></th><th>được ghi, % <span "
        "class=en>told, mean</span></th><th>đọc đúng, % [95 %] <span class=en>right</span></th></tr>\n";
    for (std::size_t k = 0; k < Reliability::bin_count; ++k) {
        const ConfidenceBin& bin = all.bins()[k];
        const bool last = k + 1 == Reliability::bin_count;
        html += fmt::format("<tr><td>{} – {}{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                            percent(Reliability::edges[k]), last ? "" : "&lt; ", percent(Reliability::edges[k + 1]),
                            bin.right.of, bin.right.of == 0 ? "–" : fmt::format("{:.2f}", 100 * bin.told()),
                            percent_with_bounds(bin.right));
    }
    return html + "</table>\n";
}

std::string levels_table(const Evaluation& evaluation) {
    std::string html =
        "<table><tr><th>mức <span class=en>level</span></th><th>số từ <span class=en>words</span></th><th>ghi từ 99 % "
        "trở lên, % <span class=en>told 99 % and more</span></th><th>trong đó đúng, % [95 %] <span class=en>of these "
        "right</span></th><th>lệch trung bình, % <span class=en>calibration error</span></th></tr>\n";
    const auto row = [&](const std::string& name, const Reliability& told) {
        const Share right = told.sure_right();
        const bool broken = right.of > 0 && right.value() < Reliability::sure;
        html += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td{}>{}, n={}</td><td>{:.2f}</td></tr>\n",
                            xml_escaped(name), told.words(), percent_with_bounds(told.sure_share()),
                            broken ? " class=bad" : "", percent_with_bounds(right), right.of,
                            100 * told.calibration_error());
    };
    for (const auto& [level, tally] : evaluation.by_level) row(level, tally.reliability);
    row("Σ", evaluation.all.reliability);
    return html + "</table>\n";
}

}  // namespace

std::string reliability_html(const Evaluation& evaluation) {
    const Reliability& all = evaluation.all.reliability;
    if (all.words() == 0) return {};
    return "<h2>Độ chắc của từng từ <span class=en>confidence of words: is it as likely as told?</span></h2>\n" +
           levels_table(evaluation) + "<figure>\n" + diagram(all) +
           "<figcaption>Ngang: độ chắc được ghi. Dọc: phần đọc đúng, với khoảng 95 %. Đường chéo: đúng như ghi. Nét "
           "đứt: từ "
           "ghi 99 % trở lên phải đúng ít nhất 99 %. Chấm rỗng: vượt ra ngoài trục. Chấm to: nhiều từ. <span "
           "class=en>Told confidence to "
           "the right, share right upwards with 95 % bounds; on the diagonal both agree. Dashed: what is promised of "
           "words told 99 % and more. Hollow: beyond the axes. Larger: more words.</span></figcaption>"
           "</figure>\n" +
           bins_table(all);
}

}  // namespace sohoa::evaluate
