#include "pipeline/evaluate/table.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "base/vietnamese.h"

namespace sohoa::evaluate {

namespace {

using Row = std::vector<std::string>;

std::size_t width_of(const std::string& text) {
    return to_utf32(text).size();
}

/// Columns as wide as their widest cell, the first flush left, the others flush right.
class Table {
public:
    Table(const Bilingual& title, Language language) : title_(in(language, title)), language_(language) {}

    void columns(const std::vector<Bilingual>& names) {
        Row vi;
        Row en;
        for (const Bilingual& name : names) {
            vi.push_back(name.vi);
            en.push_back(name.en);
        }
        if (language_ != Language::english) heads_.push_back(std::move(vi));
        if (language_ != Language::vietnamese) heads_.push_back(std::move(en));
    }
    void row(Row cells) { rows_.push_back(std::move(cells)); }
    /// A line between groups of rows.
    void rule() { rows_.emplace_back(); }

    std::string text() const {
        std::vector<std::size_t> widths;
        for (const auto* rows : {&heads_, &rows_}) {
            for (const Row& row : *rows) {
                widths.resize(std::max(widths.size(), row.size()));
                for (std::size_t k = 0; k < row.size(); ++k) widths[k] = std::max(widths[k], width_of(row[k]));
            }
        }
        std::size_t whole = 2 * (widths.empty() ? 0 : widths.size() - 1);
        for (const std::size_t width : widths) whole += width;
        std::string rule;
        for (std::size_t k = 0; k < whole; ++k) rule += "─";
        std::string text = "\n" + title_ + "\n";
        for (const Row& row : heads_) text += line(row, widths);
        text += rule + "\n";
        for (const Row& row : rows_) text += row.empty() ? rule + "\n" : line(row, widths);
        return text;
    }

private:
    static std::string line(const Row& row, const std::vector<std::size_t>& widths) {
        std::string text;
        for (std::size_t k = 0; k < row.size(); ++k) {
            const std::string padding(widths[k] - width_of(row[k]), ' ');
            if (k > 0) text += "  ";
            text += k == 0 ? row[k] + padding : padding + row[k];
        }
        return text.substr(0, text.find_last_not_of(' ') + 1) + "\n";
    }

    std::string title_;
    Language language_;
    std::vector<Row> heads_;
    std::vector<Row> rows_;
};

/// One row for all, then levels, kinds and, where there are several of both, the two together.
template <class Add>
void groups(const Evaluation& evaluation, Table& table, Add add) {
    const auto several = [](const auto& map) { return map.size() > 1; };
    for (const auto& [level, tally] : evaluation.by_level) add(level, tally);
    table.rule();
    if (several(evaluation.by_kind)) {
        for (const auto& [kind, tally] : evaluation.by_kind) add(kind, tally);
        table.rule();
    }
    if (several(evaluation.by_kind) && several(evaluation.by_level)) {
        for (const auto& [group, tally] : evaluation.by_level_and_kind) add(group.first + "/" + group.second, tally);
        table.rule();
    }
    add("Σ", evaluation.all);
}

std::string characters_table(const Evaluation& evaluation, Language language) {
    Table table({"KÝ TỰ: lỗi, % [khoảng tin cậy 95 %]", "characters: errors, % [95 % bounds]"}, language);
    table.columns({{"mức, loại", "level, kind"},
                   {"bản quét", "scans"},
                   {"trang", "pages"},
                   {"ký tự", "n chars"},
                   {"CER", "CER"},
                   {"CER bỏ dấu", "base CER"},
                   {"CER dòng rời", "line-free CER"}});
    groups(evaluation, table, [&](const std::string& name, const Tally& tally) {
        const TextScore& text = tally.text;
        table.row({name, fmt::to_string(tally.papers), fmt::to_string(tally.pages), fmt::to_string(text.characters.of),
                   percent_with_bounds(text.characters), percent_with_bounds(text.base),
                   percent_with_bounds(text.lines)});
    });
    return table.text();
}

std::string words_table(const Evaluation& evaluation, Language language) {
    Table table({"TỪ: lỗi và tìm thấy, % [95 %]", "words: errors and found, % [95 %]"}, language);
    table.columns({{"mức, loại", "level, kind"},
                   {"từ", "n words"},
                   {"WER", "WER"},
                   {"từ tìm thấy", "free word recall"},
                   {"chữ viết tay", "n handwritten"},
                   {"lỗi viết tay", "handwriting CER"}});
    groups(evaluation, table, [&](const std::string& name, const Tally& tally) {
        const TextScore& text = tally.text;
        table.row({name, fmt::to_string(text.words.of), percent_with_bounds(text.words),
                   percent_with_bounds(text.free_words), fmt::to_string(text.handwriting.of),
                   percent_with_bounds(text.handwriting)});
    });
    return table.text();
}

void add_field_columns(Table& table) {
    table.columns({{"", ""},
                   {"trường", "n fields"},
                   {"đọc đúng", "recall"},
                   {"đọc được", "n given"},
                   {"chính xác", "precision"},
                   {"nhận ngay", "n accepted"},
                   {"tỷ lệ nhận ngay", "accepted share"},
                   {"nhận ngay đúng", "accepted precision"}});
}

void add_field_row(Table& table, const std::string& name, const FieldScore& score) {
    table.row({name, fmt::to_string(score.recall().of), percent_with_bounds(score.recall()),
               fmt::to_string(score.given()), percent_with_bounds(score.precision()), fmt::to_string(score.accepted),
               percent_with_bounds(score.accepted_share()), percent_with_bounds(score.accepted_precision())});
}

std::string fields_table(const Evaluation& evaluation, Language language) {
    Table table({"TRƯỜNG DỮ LIỆU in, % [95 %]", "printed fields, % [95 %]"}, language);
    add_field_columns(table);
    groups(evaluation, table,
           [&](const std::string& name, const Tally& tally) { add_field_row(table, name, tally.fields); });
    if (evaluation.all.handwritten_fields.recall().of > 0) {
        add_field_row(table, in(language, {"viết tay", "handwritten"}), evaluation.all.handwritten_fields);
    }
    return table.text();
}

std::string field_names_table(const Evaluation& evaluation, Language language) {
    Table table({"TỪNG TRƯỜNG (in và viết tay), % [95 %]", "by field, printed and handwritten, % [95 %]"}, language);
    add_field_columns(table);
    for (const auto& [name, score] : evaluation.by_field) add_field_row(table, name, score);
    return table.text();
}

std::string kinds_table(const Evaluation& evaluation, Language language) {
    Table table(
        {"LOẠI GIẤY, MÃ VẠCH và DÒNG MÁY ĐỌC, % [95 %]", "kinds, barcodes and machine readable zones, % [95 %]"},
        language);
    table.columns({{"mức, loại", "level, kind"},
                   {"bản quét", "n scans"},
                   {"đúng loại", "kind right"},
                   {"mã vạch", "n codes"},
                   {"đọc được", "read"},
                   {"đọc sai", "misread"},
                   {"dòng máy đọc", "n zones"},
                   {"đọc được", "read"},
                   {"đọc sai", "misread"},
                   {"không cần xem", "unattended"}});
    groups(evaluation, table, [&](const std::string& name, const Tally& tally) {
        table.row({name, fmt::to_string(tally.kinds.of), percent_with_bounds(tally.kinds),
                   fmt::to_string(tally.codes.of), percent_with_bounds(tally.codes),
                   fmt::to_string(tally.codes_misread), fmt::to_string(tally.zones.of),
                   percent_with_bounds(tally.zones), fmt::to_string(tally.zones_misread),
                   percent_with_bounds(tally.unattended)});
    });
    return table.text();
}

/// One line: how many words are told sure, and whether they are right as often as that.
std::string reliability_line(const Reliability& told, Language language) {
    if (told.words() == 0) return {};
    const std::string share = percent_with_bounds(told.sure_share());
    const std::string right = percent_with_bounds(told.sure_right());
    const std::size_t sure = told.sure_right().of;
    const double error = 100 * told.calibration_error();
    return "\n" +
           in(language,
              {fmt::format("TỪ ghi độ chắc 0.99 trở lên: {} % số từ; đúng {} %, n={}; lệch trung bình {:.2f} %", share,
                           right, sure, error),
               fmt::format("words told 0.99 and more: {} % of words; right {} %, n={}; calibration error "
                           "{:.2f} %",
                           share, right, sure, error)}) +
           "\n";
}

constexpr std::size_t names_shown = 5;

/// Told before the figures, because these scans drag all of them down: usually they were not digitised, not misread.
std::string not_made(const Evaluation& evaluation, Language language) {
    std::size_t count = 0;
    std::string names;
    for (const Pair& pair : evaluation.missing) {
        if (!pair.missing()) continue;
        if (++count <= names_shown) names += fmt::format("  {}.{}\n", pair.stem, pair.level);
    }
    if (count == 0) return {};
    const std::size_t all = evaluation.all.papers;
    std::string text = fmt::format(
        "\n{}:\n{}",
        in(language,
           {fmt::format("CHÚ Ý: {} trong {} bản quét chưa có kết quả, các số dưới đây tính chúng sai hết", count, all),
            fmt::format("NOTE: {} of {} scans have no output; the figures count them as all wrong", count, all)}),
        names);
    if (count > names_shown) {
        const std::size_t more = count - names_shown;
        text +=
            fmt::format("  {}\n", in(language, {fmt::format("và {} bản nữa", more), fmt::format("and {} more", more)}));
    }
    return text + fmt::format("  → {}\n", in(language, {"Số hóa chúng rồi chấm lại", "digitise them and score again"}));
}

std::string missing_list(const Evaluation& evaluation, Language language) {
    std::string text;
    const auto halves = [&](const Pair& pair) { return !pair.missing(); };
    const auto count = std::count_if(evaluation.missing.begin(), evaluation.missing.end(), halves);
    if (count > 0) {
        text += fmt::format("\n{}: {}\n",
                            in(language, {"THIẾU MỘT TRONG HAI TỆP, phần thiếu tính là mất hết",
                                          "one of the two files is missing, counted as total loss"}),
                            count);
    }
    for (const Pair& pair : evaluation.missing) {
        if (pair.missing()) continue;
        const bool text_only = evaluation.text_only;
        text += fmt::format("  {}.{}: {}{}\n", pair.stem, pair.level, pair.text_path.empty() ? ".txt " : "",
                            pair.json_path.empty() && !text_only ? ".json" : "");
    }
    for (const auto& [level, scans] : evaluation.untouched) {
        text +=
            fmt::format("\n{}: {} ({})\n",
                        in(language, {"Mức không có kết quả nào, không chấm", "level without any output, not scored"}),
                        level, scans);
    }
    return text;
}

}  // namespace

std::string percent_with_bounds(const Share& share) {
    if (share.of == 0) return "–";
    const Interval bounds = wilson(share);
    return fmt::format("{:.2f} [{:.2f}–{:.2f}]", 100 * share.value(), 100 * bounds.low, 100 * bounds.high);
}

std::string table_of(const Evaluation& evaluation, Language language) {
    std::string text = not_made(evaluation, language) + characters_table(evaluation, language) +
                       words_table(evaluation, language) + reliability_line(evaluation.all.reliability, language);
    if (!evaluation.text_only) {
        text += fields_table(evaluation, language) + field_names_table(evaluation, language) +
                kinds_table(evaluation, language);
    }
    return text + missing_list(evaluation, language);
}

}  // namespace sohoa::evaluate
