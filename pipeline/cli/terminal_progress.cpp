#include "pipeline/cli/terminal_progress.h"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <iterator>
#include <unistd.h>

#include "base/masking.h"
#include "pipeline/cli/told_problems.h"

namespace sohoa::cli {

TerminalProgress::TerminalProgress(Language language, bool quiet)
    : language_(language), quiet_(quiet), terminal_(::isatty(STDERR_FILENO) != 0) {}

TerminalProgress::~TerminalProgress() {
    clear();
}

void TerminalProgress::pages_known(int total, bool final) {
    total_ = total;
    total_final_ = final;
    draw(false);
}

void TerminalProgress::page_done(int done) {
    if (first_count_ < 0) first_count_ = done > 1 ? done : 0;
    done_ = done;
    draw(false);
}

void TerminalProgress::document_done(const run::DocumentSummary& summary) {
    documents_.push_back(summary);
    std::vector<Problem> errors;
    std::copy_if(summary.problems.begin(), summary.problems.end(), std::back_inserter(errors),
                 [](const Problem& each) { return each.severity == Severity::error; });
    for (const SharedProblem& each : told_once(errors)) {
        clear();
        std::cerr << "✗ " << describe(each, language_) << "\n";
    }
    if (!terminal_ && !quiet_ && summary.state == run::DocumentSummary::State::done) {
        std::cerr << fmt::format("{} {}  ({} {})\n", mark_of(summary), masked(summary.output), summary.pages,
                                 in(language_, {"trang", summary.pages == 1 ? "page" : "pages"}));
    }
    draw(true);
}

void TerminalProgress::problem(const Problem& problem) {
    clear();
    std::cerr << "✗ " << masked(describe(problem, language_)) << "\n";
}

void TerminalProgress::stopping() {
    clear();
    if (quiet_) return;
    std::cerr << in(language_, {"Đang dừng: chỉ ghi nốt tài liệu đã đọc xong mọi trang …",
                                "stopping: only documents whose pages are all read are still written"})
              << std::endl;
}

void TerminalProgress::finish() {
    clear();
}

void TerminalProgress::draw(bool now) {
    if (quiet_) return;
    const auto time = Clock::now();
    const auto pause = terminal_ ? std::chrono::milliseconds{100} : std::chrono::seconds{10};
    if (!terminal_) {
        // A log gets a line every ten seconds, so that a long paper is seen to move.
        if (last_draw_ == Clock::time_point{}) last_draw_ = begin_;
        if (time - last_draw_ < pause) return;
    } else if (!now && time - last_draw_ < pause) {
        return;
    }
    last_draw_ = time;
    const double seconds = std::chrono::duration<double>(time - begin_).count();
    const int fresh = done_ - std::max(0, first_count_);
    const double speed = seconds > 1 ? fresh * 60.0 / seconds : 0;
    std::string line =
        fmt::format("{}/{}{} {}", done_, total_, total_final_ ? "" : "+", in(language_, {"trang", "pages"}));
    if (speed > 0) line += fmt::format(" · {:.0f} {}", speed, in(language_, {"trang/phút", "pages/min"}));
    if (speed > 0 && total_final_ && total_ > done_) {
        line += fmt::format(" · {} {:.0f} s", in(language_, {"còn khoảng", "about"}), (total_ - done_) * 60.0 / speed);
    }
    if (terminal_) {
        std::cerr << "\r\x1b[K" << line << std::flush;
        drawn_ = true;
    } else {
        std::cerr << line << "\n";
    }
}

void TerminalProgress::clear() {
    if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
    drawn_ = false;
}

}  // namespace sohoa::cli
