#include "pipeline/cli/summary_table.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <wchar.h>

#include "base/masking.h"
#include "base/vietnamese.h"
#include "pipeline/cli/told_problems.h"

namespace sohoa::cli {

namespace {

using Row = std::array<std::string, 6>;

/// Of a path the end tells more, of a sentence the beginning.
enum class Keep { beginning, end };

std::string shortened(const std::string& text, int width, Keep keep) {
    const std::u32string points = to_utf32(nfc(text));
    if (static_cast<int>(points.size()) <= width) return nfc(text);
    const auto kept = static_cast<std::size_t>(width) - 1;
    if (keep == Keep::end) return "…" + to_utf8(points.substr(points.size() - kept));
    return to_utf8(points.substr(0, kept)) + "…";
}

std::string padded(const std::string& text, int width) {
    return text + std::string(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
}

std::string blank_note(const run::DocumentSummary& document, Language language) {
    const std::string blank = in(language, {"trang trắng", document.blank_pages > 1 ? "blank pages" : "blank page"});
    return document.pages == 1 ? blank : fmt::format("{} {}", document.blank_pages, blank);
}

std::string note_of(const run::DocumentSummary& document, Language language) {
    using State = run::DocumentSummary::State;
    if (document.state == State::left_as_it_is)
        return in(language, {"đã có, giữ nguyên", "already there, left as it is"});
    std::string note = document.blank_pages > 0 ? blank_note(document, language) : "";
    if (!document.problems.empty()) {
        const Problem& worst = document.problems.front();
        if (!note.empty()) note += " · ";
        note += in(language == Language::both ? Language::vietnamese : language, worst.message);
        if (document.problems.size() > 1) note += fmt::format(" (+{})", document.problems.size() - 1);
    }
    return note;
}

bool is_cut(const run::DocumentSummary& document) {
    return std::any_of(document.problems.begin(), document.problems.end(),
                       [](const Problem& each) { return each.code == code::content_lost; });
}

Row row_of(const run::DocumentSummary& document, const std::string& output_folder, Language language) {
    const bool failed = document.state == run::DocumentSummary::State::failed;
    std::string name = document.output;
    if (!failed) name = std::filesystem::path(document.output).lexically_relative(output_folder).string();
    if (failed) name = document.input;
    const Language words = language == Language::english ? Language::english : Language::vietnamese;
    // What was left as it is was not looked into.
    const bool unknown = failed || document.state == run::DocumentSummary::State::left_as_it_is;
    return {mark_of(document),
            shortened(name, 48, Keep::end),
            failed ? "–" : std::to_string(document.pages),
            unknown || document.kind.id.empty() ? "–" : document.kind.label,
            unknown ? "–"
                    : fmt::format("{} ({} {})", document.fields, document.fields_to_review,
                                  in(words, {"cần xem", "to check"})),
            shortened(masked(note_of(document, language)), 60, Keep::beginning)};
}

/// An input that became no document.
Row row_of(const Problem& lost, Language language) {
    const Language words = language == Language::english ? Language::english : Language::vietnamese;
    return {"✗", shortened(lost.file, 48, Keep::end),
            "–", "–",
            "–", shortened(masked(in(words, lost.message)), 60, Keep::beginning)};
}

/// Pages a minute, of documents that were made now.
std::string speed_note(const std::vector<run::DocumentSummary>& documents, double seconds, Language language) {
    int pages = 0;
    for (const run::DocumentSummary& each : documents) {
        if (each.state == run::DocumentSummary::State::done) pages += each.pages;
    }
    if (pages == 0 || seconds <= 0) return {};
    return fmt::format(" ({:.0f} {})", pages * 60.0 / seconds, in(language, {"trang/phút", "pages/min"}));
}

/// Whether the PDF files are signed, and by whom.
std::string signature_note(const run::BatchSummary& batch, const sign::SigningKey* key, Language language) {
    if (batch.made == 0) return {};
    if (key == nullptr) {
        return in(language, {"CHƯA KÝ SỐ: các tệp PDF chưa có chữ ký; thêm --sign TỆP.p12 để ký",
                             "NOT SIGNED: the PDF files carry no signature; add --sign FILE.p12"}) +
               "\n";
    }
    const int count = batch.signed_documents;
    const Bilingual who = key->is_demo()
                              ? Bilingual{"chữ ký thử, không có giá trị pháp lý", "demo signature, no legal value"}
                              : Bilingual{"bởi " + key->common_name(), "by " + key->common_name()};
    return in(language, {fmt::format("Đã ký số: {} tệp, {}", count, who.vi),
                         fmt::format("signed files: {}, {}", count, who.en)}) +
           "\n";
}

}  // namespace

int display_width(const std::string& text) {
    int width = 0;
    for (const char32_t c : to_utf32(nfc(text))) {
        const bool mark = c >= 0x300 && c <= 0x36F;
        width += mark ? 0 : 1;
    }
    return width;
}

std::string summary_table(const std::vector<run::DocumentSummary>& documents, const run::BatchSummary& batch,
                          const std::string& output_folder, const sign::SigningKey* key, bool whole,
                          Language language) {
    const Language words = language == Language::english ? Language::english : Language::vietnamese;
    std::vector<Row> rows{{"", in(words, {"Tài liệu", "Document"}), in(words, {"Trang", "Pages"}),
                           in(words, {"Loại giấy", "Kind"}), in(words, {"Trường", "Fields"}),
                           in(words, {"Ghi chú", "Notes"})}};
    std::vector<run::DocumentSummary> sorted = documents;
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.output < b.output; });
    for (const auto& document : sorted) rows.push_back(row_of(document, output_folder, language));
    for (const Problem& lost : batch.lost) rows.push_back(row_of(lost, language));

    std::array<int, 6> widths{};
    for (const Row& row : rows) {
        for (std::size_t k = 0; k < row.size(); ++k) widths[k] = std::max(widths[k], display_width(row[k]));
    }
    std::string table;
    for (const Row& row : rows) {
        std::string line;
        for (std::size_t k = 0; k < row.size(); ++k)
            line += padded(row[k], widths[k]) + (k + 1 < row.size() ? "  " : "");
        line.erase(line.find_last_not_of(' ') + 1);
        table += line + "\n";
    }
    if (const std::string warnings = list_of_warnings(sorted, whole, language); !warnings.empty())
        table += "\n" + warnings;
    table +=
        fmt::format("\n{}: {} · {}: {} · {}: {} · {:.1f} s{}\n", in(language, {"Tài liệu", "documents"}),
                    batch.documents, in(language, {"trang", "pages"}), batch.pages, in(language, {"lỗi", "failed"}),
                    batch.failed, batch.seconds, speed_note(documents, batch.seconds, language));
    if (batch.left_as_they_are > 0) {
        table +=
            fmt::format("{}: {}\n", in(language, {"Đã có từ trước, giữ nguyên", "already there and left as they are"}),
                        batch.left_as_they_are);
    }
    if (const auto cut = std::count_if(documents.begin(), documents.end(), is_cut); cut > 0) {
        table += fmt::format(
            "! {}: {}\n",
            in(language, {"Tệp hỏng, mất một phần nội dung, cần quét lại", "damaged, a part is lost, scan again"}),
            cut);
    }
    if (const auto bad =
            std::count_if(documents.begin(), documents.end(), [](const auto& each) { return each.bad_pages > 0; });
        bad > 0) {
        table += fmt::format("! {}: {}\n",
                             in(language, {"Có trang kém hoặc không đọc được, nên quét lại",
                                           "with bad or unread pages, better scanned again"}),
                             bad);
    }
    table += signature_note(batch, key, language);
    table += fmt::format("{}: {}\n", in(language, {"Kết quả", "output"}), output_folder);
    return table;
}

std::string passed_over_note(const std::vector<std::string>& files, Language language) {
    constexpr std::size_t named = 5;
    if (files.empty()) return {};
    std::string names;
    for (std::size_t k = 0; k < std::min(named, files.size()); ++k) {
        const std::string name = std::filesystem::path(files[k]).filename().string();
        names += (k > 0 ? ", " : "") + masked(shortened(name, 48, Keep::end));
    }
    if (files.size() > named) names += ", …";
    return in(language, {fmt::format("Bỏ qua {} tệp không phải bản quét", files.size()),
                         fmt::format("passed over, no scans: {}", files.size())}) +
           ": " + names + "\n";
}

std::string stopped_note(const run::BatchSummary& batch, Language language) {
    constexpr std::size_t named = 5;
    const int finished = batch.made;
    Bilingual note{
        fmt::format("Đã dừng theo yêu cầu. Xong {} tài liệu, chưa xong {}", finished, batch.unfinished.size()),
        fmt::format("Stopped as asked. Finished documents: {}, not finished: {}", finished, batch.unfinished.size())};
    std::string names;
    for (std::size_t k = 0; k < std::min(named, batch.unfinished.size()); ++k) {
        names += "  … " + masked(shortened(batch.unfinished[k], 100, Keep::end)) + "\n";
    }
    if (batch.unfinished.size() > named) {
        const std::size_t more = batch.unfinished.size() - named;
        names += "  … " + in(language, {fmt::format("và {} tài liệu nữa", more), fmt::format("and {} more", more)});
        names += "\n";
    }
    Bilingual next{"Chạy lại đúng lệnh này để làm tiếp", "Run the same command again to go on"};
    if (batch.pages_kept > 0) {
        next.vi += fmt::format("; {} trang đã đọc không phải đọc lại", batch.pages_kept);
        next.en += fmt::format("; pages already read and kept: {}", batch.pages_kept);
    }
    return in(language, note) + (names.empty() ? "\n" : ":\n" + names) + in(language, next) + ".\n";
}

}  // namespace sohoa::cli
