#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <iostream>

#include "pipeline/cli/catalogue_progress.h"
#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/reading_limits.h"
#include "pipeline/cli/shared_options.h"
#include "pipeline/cli/stop_asked.h"
#include "pipeline/cli/summary_table.h"
#include "pipeline/cli/terminal_progress.h"
#include "pipeline/cli/told.h"
#include "pipeline/run/digitize.h"

namespace sohoa::cli {

namespace {

struct DigitizeWords {
    run::DigitizeOptions options;
    SigningWords signing;
    std::string catalogue;
    ReadingLimits limits;
    bool quiet = false;
    bool verbose = false;
};

int digitize(DigitizeWords& words, Language language) {
    auto& options = words.options;
    words.limits.apply(options.settings, options.workers);

    const auto key = words.signing.open(options.settings);
    if (!key) return told(key.error(), language, exit_usage);
    options.key = key->get();
    options.stop = &stop_in_good_order();

    TerminalProgress progress(language, words.quiet);
    CatalogueProgress filing(progress, options.output_folder);
    if (!words.catalogue.empty()) filing.open(words.catalogue);
    const auto batch = run::digitize(options, filing);
    progress.finish();
    if (!batch) {
        return told(batch.error(), language, batch.error().code == code::output_in_use ? exit_usage : exit_some_failed);
    }
    if (!words.quiet && (!progress.documents().empty() || !batch->lost.empty())) {
        std::cout << summary_table(progress.documents(), *batch, options.output_folder, key->get(), words.verbose,
                                   language);
    }
    if (!words.quiet) std::cout << passed_over_note(batch->passed_over, language);
    if (words.verbose) {
        std::cout << fmt::format(
            "{}: {} MB · {}: {} MB\n",
            in(language, {"Bộ nhớ lớn nhất của tiến trình đọc trang", "peak memory of a page worker"}),
            batch->worker_peak_kilobytes / 1024, in(language, {"của tiến trình chính", "of the main process"}),
            batch->parent_peak_kilobytes / 1024);
    }
    if (batch->stopped) {
        std::cerr << stopped_note(*batch, language);
        return exit_interrupted;
    }
    return batch->failed > 0 || filing.failed() ? exit_some_failed : exit_done;
}

}  // namespace

void add_digitize(CLI::App& app, Language& language, Action& action) {
    auto words = std::make_shared<DigitizeWords>();
    auto* command = app.add_subcommand("digitize",
                                       "số hóa: bản quét → PDF/A tìm kiếm được, dữ liệu JSON, văn bản\n"
                                       "(scans into searchable PDF/A, data and text)");
    command->group(command_group);
    command->footer(
        "Mỗi tệp là một tài liệu, ra KẾT-QUẢ/<tên>.pdf .json .txt; mỗi thư mục là một hồ sơ, có thêm dossier.json.\n"
        "  (each file is a document, each folder a dossier)\n"
        "Đọc được (reads) JPEG, PNG, TIFF, BMP, WebP, HEIC, PDF. Tệp gốc không bao giờ bị sửa (originals stay as they "
        "are).\n"
        "Dừng bằng Ctrl-C; chạy lại đúng lệnh ấy thì làm tiếp (stop with Ctrl-C; the same command goes on).\n"
        "Chỉ tiếng Việt (messages in English only): --lang vi (--lang en).\n\n"
        "Ví dụ (examples):\n"
        "  sohoa digitize ho-so/ -o ket-qua\n"
        "  sohoa digitize ho-so/ -o ket-qua --sign can-bo.p12\n"
        "  sohoa digitize trang_*.jpg -o ket-qua --join\n");
    auto& options = words->options;
    command->add_option("INPUT", options.inputs, "tệp hoặc thư mục cần số hóa (files or folders)")
        ->required()
        ->type_name("");
    command->add_option("-o,--output", options.output_folder, "thư mục kết quả, tự tạo nếu chưa có (output folder)")
        ->required()
        ->type_name("OUT");
    words->signing.add_to(*command);
    command->add_flag("--join", options.join,
                      "ghép các tệp đã cho, hoặc các trang đánh số trong thư mục, thành một tài liệu (join pages)");
    command->add_flag("--alto", options.settings.alto,
                      "ghi thêm <tên>.alto.xml: vị trí từng chữ, cho phần mềm khác (also ALTO 4)");
    command->add_flag("--hocr", options.settings.hocr,
                      "ghi thêm <tên>.hocr: vị trí từng chữ, dạng trang web (also hOCR 1.2)");
    command->add_flag("--force", options.force,
                      "làm lại và ghi đè kết quả đã có từ tệp hoặc tùy chọn khác (write over outputs that differ)");
    add_jobs(*command, options.jobs);
    add_catalogue(*command, words->catalogue);
    command->add_flag("-q,--quiet", words->quiet, "chỉ báo lỗi (errors only)");
    command->add_flag("-v,--verbose", words->verbose,
                      "nêu hết mọi điều cần lưu ý, cả bộ nhớ đã dùng (every warning and note, and memory used)");
    words->limits.add_to(*command);
    add_worker_program(*command, options.workers.program);
    command->callback(
        [words, &language, &action] { action = [words, &language] { return digitize(*words, language); }; });
}

}  // namespace sohoa::cli
