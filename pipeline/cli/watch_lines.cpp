#include "pipeline/cli/watch_lines.h"

#include <ctime>
#include <fmt/format.h>
#include <iostream>

#include "base/date.h"
#include "base/masking.h"
#include "base/vietnamese.h"

namespace sohoa::cli {

namespace {

/// Names may hold anything, line ends too.
std::string on_one_line(const std::string& text) {
    return masked(single_spaced(valid_utf8(text)));
}

std::string time_now() {
    std::string time = vietnam_time(std::time(nullptr)).substr(0, 19);
    time[10] = ' ';
    return time;
}

void say(const std::string& text) {
    std::cout << time_now() << " " << on_one_line(text) << std::endl;
}

}  // namespace

std::string paper_line(const run::WatchedPaperReport& report, Language language) {
    const auto in_words = [&](const Bilingual& text) { return in(language, text); };
    std::string line = (report.failed ? "✗ " : "✓ ") + report.name + (report.is_folder ? "/" : "") + " → ";
    if (report.failed) {
        line += report.destination;
        if (!report.problems.empty()) {
            Problem worst = report.problems.front();
            if (worst.file == report.name) worst.file.clear();  // said already
            line += ": " + describe(worst, language);
        }
        int errors = 0;
        for (const Problem& each : report.problems) errors += each.severity == Severity::error ? 1 : 0;
        if (errors > 1) line += fmt::format(" · {} {}", errors, in_words({"lỗi", "errors"}));
        return line;
    }
    if (report.outputs.size() == 1) line += report.outputs.front();
    if (report.outputs.size() > 1) {
        line += fmt::format("{} {}", report.outputs.size(), in_words({"tài liệu", "documents"}));
    }
    if (report.outputs.empty()) line += report.destination;
    if (report.stood_already) {
        line += " · " + in_words({"đã có từ trước", "made before"});
    } else if (report.pages > 0) {
        line += fmt::format(" · {} {}", report.pages, in_words({"trang", report.pages == 1 ? "page" : "pages"}));
    }
    if (report.fields_to_review > 0) {
        line += fmt::format(" · {} {}", report.fields_to_review, in_words({"trường cần xem", "fields to review"}));
    }
    if (report.passed_over > 0) {
        line +=
            fmt::format(" · {} {}", report.passed_over, in_words({"tệp không phải giấy tờ", "files are no papers"}));
    }
    return line;
}

void WatchLines::watching(std::size_t left) {
    std::string line = in(language_, {"Đang trông thư mục", "watching"}) + " " + folder_;
    if (left > 0) {
        line += fmt::format(" · {} {}", left,
                            in(language_, {"giấy dở dang từ lần trước, làm tiếp", "papers of the run before go on"}));
    }
    say(line);
}

void WatchLines::paper_done(const run::WatchedPaperReport& report) {
    say(paper_line(report, language_));
}

void WatchLines::paper_changed(const std::string& name) {
    say(name + ": " +
        in(language_, {"còn đang được ghi tiếp, sẽ đọc lại từ đầu khi đã yên",
                       "was still being written to, is read anew once it stands still"}));
}

void WatchLines::refused(const Problem& why) {
    say("✗ " + describe(why, language_));
}

void WatchLines::trouble(const Problem& why) {
    say("⚠ " + describe(why, language_) + " · " +
        in(language_,
           {"giấy tờ được giữ nguyên, tự làm tiếp khi hết lỗi", "papers stay where they are; it goes on by itself"}));
}

void WatchLines::trouble_over(const Bilingual& what) {
    say("✓ " + in(language_, what));
}

void WatchLines::ended(const run::WatchSummary& summary) {
    std::string line = fmt::format("{}: {} {}, {} {}", in(language_, {"Đã dừng", "stopped"}), summary.done,
                                   in(language_, {"xong", "done"}), summary.failed, in(language_, {"lỗi", "failed"}));
    if (summary.under_way > 0) {
        line += fmt::format(
            " · {} {} {}/.sohoa-watch", summary.under_way,
            in(language_, {"đang đọc dở, lần sau làm tiếp, nằm trong", "half-read, the next run goes on, in"}),
            folder_);
    }
    if (summary.waiting > 0) {
        line += fmt::format(" · {} {}", summary.waiting, in(language_, {"còn chờ trong thư mục", "still waiting"}));
    }
    say(line);
}

}  // namespace sohoa::cli
