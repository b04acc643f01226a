#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <unistd.h>

#include "base/files.h"
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
    const auto answer = done_by(pool, run::InspectTask{words.file, page, words.output, prefix, settings});
    if (!answer) return fail(answer.error());
    const auto json = read_file(words.output + "/" + prefix + ".json");
    if (!json) return fail(json.error());
    return inspect::inspection_from_json(*json);
}

void print_summary(const inspect::Inspection& page) {
    double imaging = 0;
    double text = 0;
    for (const inspect::InspectedStep& step : page.steps) {
        (step.name == "text" || step.name == "turn_by_reading" ? text : imaging) += step.milliseconds;
    }
    std::cout << fmt::format(
        "trang (page) {}: {} × {} px, {:.0f} dpi, xoay (turn) {}°, nghiêng (skew) {:.2f}°, ảnh (imaging) {:.0f} ms, "
        "chữ (text) {:.0f} ms{}\n",
        page.page, page.reading.width, page.reading.height, page.reading.dpi, page.reading.orientation,
        page.reading.skew, imaging, text, page.reading.blank ? ", trắng (blank)" : "");
}

int inspect_pages(const InspectWords& words, Language language) {
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
    run::WorkerPool pool(1, workers);
    const auto opened = done_by(pool, run::OpenTask{words.file, settings.limits});
    if (!opened) return told(opened.error(), language, exit_some_failed);
    const int count = std::get<run::OpenAnswer>(*opened).pages;
    if (words.page > count) {
        return told(problem(code::page_missing,
                            {fmt::format("Tệp chỉ có {} trang", count), fmt::format("the file has {} pages", count)})
                        .in_file(words.file),
                    language, exit_usage);
    }
    std::vector<inspect::Inspection> pages;
    int exit = exit_done;
    for (int page = words.page > 0 ? words.page : 1; page <= (words.page > 0 ? words.page : count); ++page) {
        auto inspection = inspected(pool, words, settings, page);
        if (!inspection) {
            exit = told(inspection.error(), language, exit_some_failed);
            continue;
        }
        print_summary(*inspection);
        pages.push_back(*std::move(inspection));
    }
    if (pages.empty()) return exit;  // what is told stands in the message; there is nothing to open
    const std::string index = words.output + "/index.html";
    if (auto written = write_file_atomically(index, inspect::inspection_html(pages)); !written) {
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
    words->limits.add_to(*command);
    add_worker_program(*command, words->worker_program);
    command->callback(
        [words, &language, &action] { action = [words, &language] { return inspect_pages(*words, language); }; });
}

}  // namespace sohoa::cli
