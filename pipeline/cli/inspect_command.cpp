#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <unistd.h>

#include "base/files.h"
#include "base/masking.h"
#include "ocr/quality_words.h"
#include "ocr/text/reading_steps.h"
#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/reading_limits.h"
#include "pipeline/cli/shared_options.h"
#include "pipeline/cli/told.h"
#include "pipeline/inspect/inspection_folder.h"
#include "pipeline/inspect/inspection_html.h"
#include "pipeline/run/output_lock.h"
#include "pipeline/run/worker_pool.h"

namespace sohoa::cli {

namespace {

struct InspectWords {
    std::string file;
    std::string output;
    int page = 0;  ///< 0: all
    std::string model = "vie";
    bool show_personal = false;
    ReadingLimits limits;
    std::string worker_program;
};

Result<run::Answer> done_by(run::WorkerPool& pool, run::Task task) {
    pool.submit(0, std::move(task));
    for (;;) {
        for (run::Outcome& outcome : pool.wait(std::chrono::milliseconds{1000})) return std::move(outcome.answer);
    }
}

Result<inspect::Inspection> inspected(run::WorkerPool& pool, const InspectWords& words, const run::Settings& settings,
                                      int page) {
    const std::string prefix = fmt::format("page-{}", page);
    const auto answer =
        done_by(pool, run::InspectTask{words.file, page, words.output, prefix, settings, words.show_personal});
    if (!answer) return fail(answer.error());
    const auto json = read_file(words.output + "/" + prefix + ".json");
    if (!json) return fail(json.error());
    return inspect::inspection_from_json(*json);
}

void print_summary(const inspect::Inspection& page, Language language) {
    const auto words = [language](const char* vi, const char* en) { return in(language, {vi, en}); };
    const ocr::PageReading& reading = page.reading;
    double imaging = 0;
    double text = 0;
    for (const inspect::InspectedStep& step : page.steps) {
        (ocr::is_reading_step(step.name) || step.name == "turn_by_reading" ? text : imaging) += step.milliseconds;
    }
    std::string line = fmt::format("{} {}: {}: {}", words("trang", "page"), page.page, words("chất lượng", "quality"),
                                   in(language, ocr::words_for_verdict(reading.quality.verdict)));
    if (reading.blank) line += ", " + words("trang trắng", "blank page");
    line += fmt::format(", {} × {} px, {:.0f} dpi", reading.width, reading.height, reading.dpi);
    const auto lies = [&words](int turn, double skew) {
        return fmt::format(", {} {}°, {} {:.2f}°", words("xoay", "turn"), turn, words("nghiêng", "skew"), skew);
    };
    if (reading.parts.empty()) line += lies(reading.orientation, reading.skew);
    line += fmt::format(", {} {:.0f} ms, {} {:.0f} ms\n", words("ảnh", "imaging"), imaging, words("chữ", "text"), text);
    for (std::size_t k = 0; k < reading.parts.size(); ++k) {
        const ocr::Part& part = reading.parts[k];
        line += fmt::format("  {} {}/{}{}{}\n", words("phần", "part"), k + 1, reading.parts.size(),
                            lies(part.orientation, part.skew), part.blank ? ", " + words("trắng", "blank") : "");
    }
    for (Problem each : reading.problems) {
        each.file.clear();  // said already, as the page
        each.page = 0;
        line += "  ! " + masked(describe(each, language)) + "\n";
    }
    std::cout << line;
}

/// The pages that the user asked for; fails where the file does not have them.
Result<std::vector<int>> pages_asked(const InspectWords& words, int count) {
    if (words.page > count) {
        return fail(
            problem(code::page_missing,
                    {fmt::format("Tệp chỉ có {} trang", count), fmt::format("the file has {} pages", count)},
                    {fmt::format("Chọn --page từ 1 đến {}", count), fmt::format("choose --page from 1 to {}", count)})
                .in_file(words.file));
    }
    std::vector<int> pages;
    for (int page = words.page > 0 ? words.page : 1; page <= (words.page > 0 ? words.page : count); ++page) {
        pages.push_back(page);
    }
    return pages;
}

/// Tells why nothing could be inspected, on the terminal and in the folder.
int told_and_left(const InspectWords& words, inspect::InspectedFile& file, const Problem& why, Language language,
                  int status) {
    file.problems.push_back(why);
    if (auto left = inspect::leave_failure(words.output, file); !left) told(left.error(), language, status);
    return told(why, language, status);
}

int inspect_pages(const InspectWords& words, Language language) {
    std::error_code ignored;
    if (std::filesystem::is_directory(words.file, ignored)) {
        return told(
            problem(code::file_unreadable,
                    {"Đây là thư mục; lệnh inspect soi từng tệp", "this is a folder; inspect looks at one file"},
                    {"Soi một tệp trong đó; cả thư mục thì dùng sohoa digitize",
                     "inspect a file of it; for a whole folder use sohoa digitize"})
                .in_file(words.file),
            language, exit_usage);
    }
    run::Settings settings;
    settings.model = words.model;
    run::WorkerOptions workers;
    workers.program = words.worker_program;
    words.limits.apply(settings, workers);
    const auto lock = run::OutputLock::take(words.output);
    if (!lock) return told(lock.error(), language, exit_usage);
    if (auto taken = inspect::take_inspection_folder(words.output, words.file); !taken) {
        return told(taken.error(), language, exit_usage);
    }
    inspect::InspectedFile file{words.file, {}, {}};
    run::WorkerPool pool(1, workers);
    const auto opened = done_by(pool, run::OpenTask{words.file, settings.limits});
    if (!opened) return told_and_left(words, file, opened.error(), language, exit_some_failed);
    const auto& facts = std::get<run::OpenAnswer>(*opened);
    const auto numbers = pages_asked(words, facts.pages);
    if (!numbers) return told_and_left(words, file, numbers.error(), language, exit_usage);
    file.problems = facts.problems;
    for (const Problem& each : file.problems) std::cout << "! " << masked(describe(each, language)) << "\n";
    int exit = exit_done;
    for (const int page : *numbers) {
        auto inspection = inspected(pool, words, settings, page);
        if (!inspection) {
            exit = told(inspection.error(), language, exit_some_failed);
            file.problems.push_back(inspection.error());
            continue;
        }
        print_summary(*inspection, language);
        file.pages.push_back(*std::move(inspection));
    }
    if (file.pages.empty()) {
        if (auto left = inspect::leave_failure(words.output, file); !left) told(left.error(), language, exit);
        return exit;  // what is told stands in the message; there is nothing to open
    }
    const std::string index = words.output + "/index.html";
    if (auto written = write_file_atomically(index, inspect::inspection_html(file)); !written) {
        return told(written.error(), language, exit_some_failed);
    }
    std::cout << fmt::format("{}: {}\n", in(language, {"Mở trang", "open"}), index);
    return exit;
}

}  // namespace

void add_inspect(CLI::App& app, Language& language, Action& action) {
    auto words = std::make_shared<InspectWords>();
    auto* command = app.add_subcommand(
        "inspect",
        "soi một trang: từng bước xử lý ảnh, vùng tìm thấy, thời gian\n(every step, region and millisecond of a page)");
    command->group(command_group);
    command->add_option("IMAGE", words->file, "ảnh hoặc PDF (an image or PDF)")->required()->type_name("");
    command->add_option("-o,--output", words->output, "thư mục chứa trang HTML và ảnh (folder of the HTML page)")
        ->required()
        ->type_name("DIR");
    command->add_option("--page", words->page, "chỉ trang này, đếm từ 1 (this page alone, from 1)")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000).description(""));
    command->add_flag("--show-personal", words->show_personal,
                      "hiện ảnh trang thẻ và số định danh (show pictures of cards and personal numbers)");
    words->limits.add_to(*command);
    add_worker_program(*command, words->worker_program);
    command->callback(
        [words, &language, &action] { action = [words, &language] { return inspect_pages(*words, language); }; });
}

}  // namespace sohoa::cli
