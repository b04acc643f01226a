#include "pipeline/cli/found_table.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/masking.h"
#include "base/vietnamese.h"
#include "pipeline/cli/summary_table.h"

namespace sohoa::cli {

namespace {

using Row = std::array<std::string, 7>;

std::string shortened(const std::string& text, std::size_t width) {
    const std::u32string points = to_utf32(single_spaced(text));
    return points.size() <= width ? to_utf8(points) : to_utf8(points.substr(0, width - 1)) + "…";
}

/// "2024-03-05" as people write it: 05/03/2024.
std::string date_shown(const std::string& date) {
    if (date.size() == 10) return date.substr(8, 2) + "/" + date.substr(5, 2) + "/" + date.substr(0, 4);
    if (date.size() == 7) return date.substr(5, 2) + "/" + date.substr(0, 4);
    return date;
}

std::string or_dash(const std::string& text) {
    return text.empty() ? "–" : text;
}

Row row_of(const store::Hit& hit, int nth, Language words) {
    const auto& facts = hit.facts;
    std::string number = facts.number;
    if (!facts.symbol.empty()) number += (number.empty() ? "" : "/") + facts.symbol;
    std::string owner = facts.owner_name;
    if (!facts.owner_id_number.empty()) owner += (owner.empty() ? "" : " ") + facts.owner_id_number;
    return {std::to_string(nth),
            or_dash(date_shown(facts.date)),
            or_dash(shortened(number, 24)),
            or_dash(shortened(facts.kind.label, 32)),
            or_dash(masked(shortened(owner, 44))),
            or_dash(shortened(facts.dossier_code, 24)),
            in(words, store::label_of(facts.state))};
}

/// The words found, made to stand out; masking keeps the length of a text, so their places hold.
std::string snippet_shown(const store::Snippet& snippet, bool colours) {
    const std::string hidden = masked(snippet.text);
    std::string shown;
    std::size_t at = 0;
    for (const auto& [begin, end] : snippet.hits) {
        shown += hidden.substr(at, begin - at) + (colours ? "\x1b[1m" : "[") + hidden.substr(begin, end - begin) +
                 (colours ? "\x1b[0m" : "]");
        at = end;
    }
    return shown + hidden.substr(at);
}

std::string in_columns(const std::vector<Row>& rows, std::size_t index, const std::array<int, 7>& widths) {
    std::string line;
    for (std::size_t k = 0; k < widths.size(); ++k) {
        const std::string& cell = rows[index][k];
        line += cell;
        if (k + 1 < widths.size())
            line += std::string(static_cast<std::size_t>(std::max(0, widths[k] - display_width(cell)) + 2), ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
}

std::string nothing_found(const store::Query& query, Language language) {
    std::string text = in(language, {"Không tìm thấy tài liệu nào", "no document found"}) + "\n";
    const bool narrowed = !query.owner_id_number.empty() || !query.number.empty() || !query.kinds.empty() ||
                          !query.date_from.empty() || !query.date_to.empty() || !query.dossier_code.empty() ||
                          query.state;
    if (narrowed) {
        text +=
            in(language, {"Thử bỏ bớt điều kiện (--owner, --number, --kind, --from, --to, --dossier, --state)",
                          "try with fewer conditions (--owner, --number, --kind, --from, --to, --dossier, --state)"}) +
            "\n";
    }
    if (!query.words.empty()) {
        text += in(language, {"Thử ít từ hơn, hoặc gõ không dấu: chữ trên bản quét mờ có thể bị đọc sai dấu",
                              "try fewer words, or type without marks: marks on a faint scan may be misread"}) +
                "\n";
    }
    return text;
}

}  // namespace

std::string found_table(const store::Found& found, const store::Query& query, bool colours, Language language) {
    if (found.hits.empty()) return nothing_found(query, language);
    const Language words = language == Language::english ? Language::english : Language::vietnamese;
    std::vector<Row> rows{{"", in(words, {"Ngày", "Date"}), in(words, {"Số, ký hiệu", "Number"}),
                           in(words, {"Loại giấy", "Kind"}), in(words, {"Của ai", "Owner"}),
                           in(words, {"Hồ sơ", "Dossier"}), in(words, {"Trạng thái", "State"})}};
    int nth = query.offset;
    for (const auto& hit : found.hits) rows.push_back(row_of(hit, ++nth, words));
    std::array<int, 7> widths{};
    for (const Row& row : rows) {
        for (std::size_t k = 0; k < row.size(); ++k) widths[k] = std::max(widths[k], display_width(row[k]));
    }
    std::string table = in_columns(rows, 0, widths);
    for (std::size_t k = 0; k < found.hits.size(); ++k) {
        const auto& hit = found.hits[k];
        table += in_columns(rows, k + 1, widths);
        if (!hit.snippet.text.empty()) {
            const std::string where =
                hit.snippet.page > 0 ? fmt::format("{} {}: ", in(words, {"trang", "page"}), hit.snippet.page) : "";
            table += "   " + where + snippet_shown(hit.snippet, colours) + "\n";
        } else if (!hit.facts.summary.empty()) {
            table += "   " + masked(shortened(hit.facts.summary, 120)) + "\n";
        }
        table +=
            "   → " +
            (hit.facts.pdf_path.empty() ? in(words, {"(chưa số hóa xong)", "(not read yet)"}) : hit.facts.pdf_path) +
            "\n";
    }
    const int last = query.offset + static_cast<int>(found.hits.size());
    table += fmt::format("\n{} {}–{} / {}{} {}\n", in(words, {"Kết quả", "Results"}), query.offset + 1, last,
                         found.total_is_exact ? "" : in(words, {"hơn ", "more than "}), found.total,
                         in(language, {"tài liệu", "documents"}));
    return table;
}

std::string found_json(const store::Found& found) {
    using Json = nlohmann::ordered_json;
    Json json{{"schema", "sohoa-find/1"}, {"total", found.total}, {"total_is_exact", found.total_is_exact}};
    json["hits"] = Json::array();
    for (const auto& hit : found.hits) {
        const auto& facts = hit.facts;
        Json entry{{"id", facts.id},
                   {"score", hit.score},
                   {"state", store::name_of(facts.state)},
                   {"kind", {{"id", facts.kind.id}, {"label", facts.kind.label}}},
                   {"number", facts.number},
                   {"symbol", facts.symbol},
                   {"date", facts.date},
                   {"issuer", facts.issuer},
                   {"summary", facts.summary},
                   {"owner", {{"full_name", facts.owner_name}, {"id_number", facts.owner_id_number}}},
                   {"dossier_code", facts.dossier_code},
                   {"pages", facts.pages},
                   {"source", {{"file", facts.source_file}}},
                   {"outputs", {{"pdf", facts.pdf_path}, {"json", facts.json_path}, {"txt", facts.txt_path}}},
                   {"added_at", facts.added_at},
                   {"updated_at", facts.updated_at}};
        if (!hit.snippet.text.empty()) {
            entry["snippet"] = {{"page", hit.snippet.page}, {"text", hit.snippet.text}, {"hits", hit.snippet.hits}};
        }
        json["hits"].push_back(std::move(entry));
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace sohoa::cli
