#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <iostream>

#include "base/masking.h"
#include "base/sha256.h"
#include "pipeline/cli/catalogue_progress.h"
#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/reading_limits.h"
#include "pipeline/cli/signing_identity.h"
#include "pipeline/cli/stop_asked.h"
#include "pipeline/cli/summary_table.h"
#include "pipeline/cli/terminal_progress.h"
#include "pipeline/run/digitize.h"

namespace sohoa::cli {

namespace {

struct DigitizeWords {
    run::DigitizeOptions options;
    std::string sign;
    std::string passphrase_file;
    std::string catalogue;
    ReadingLimits limits;
    bool quiet = false;
    bool verbose = false;
};

int digitize(DigitizeWords& words, Language language) {
    auto& options = words.options;
    words.limits.apply(options.settings, options.workers);

    std::unique_ptr<sign::SigningKey> key;
    if (!words.sign.empty()) {
        auto identity = signing_identity(words.sign, words.passphrase_file);
        if (!identity) {
            std::cerr << "✗ " << masked(describe(identity.error(), language)) << "\n";
            return exit_usage;
        }
        key = *std::move(identity);
        options.key = key.get();
        options.settings.signer = hex(sha256(key->certificates().front()));
    }
    options.stop = &stop_in_good_order();

    TerminalProgress progress(language, words.quiet);
    CatalogueProgress filing(progress, options.output_folder);
    if (!words.catalogue.empty()) filing.open(words.catalogue);
    const auto batch = run::digitize(options, filing);
    progress.finish();
    if (!batch) {
        std::cerr << "✗ " << masked(describe(batch.error(), language)) << "\n";
        return batch.error().code == code::output_in_use ? exit_usage : exit_some_failed;
    }
    if (!words.quiet && !progress.documents().empty()) {
        std::cout << summary_table(progress.documents(), *batch, options.output_folder, key.get(), language);
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
    command
        ->add_option("--sign", words->sign,
                     "ký số bằng tệp .p12 của cán bộ; demo: chữ ký thử, không có giá trị pháp lý "
                     "(sign with a PKCS#12 file, or a demo key without legal value)")
        ->type_name("FILE.p12|demo");
    command
        ->add_option("--passphrase-file", words->passphrase_file,
                     "tệp có dòng đầu là mật khẩu của .p12; hoặc đặt biến SOHOA_PASSPHRASE; không có thì được hỏi "
                     "(passphrase of the key; asked for if not given)")
        ->type_name("FILE");
    command->add_flag("--join", options.join,
                      "ghép các tệp đã cho, hoặc các trang đánh số trong thư mục, thành một tài liệu (join pages)");
    command->add_flag("--alto", options.settings.alto,
                      "ghi thêm <tên>.alto.xml: vị trí từng chữ, cho phần mềm khác (also ALTO 4)");
    command->add_flag("--force", options.force,
                      "làm lại và ghi đè kết quả đã có từ tệp hoặc tùy chọn khác (write over outputs that differ)");
    command
        ->add_option("-j,--jobs", options.jobs,
                     "số trang đọc cùng lúc; mặc định bằng số lõi của máy (pages read at once)")
        ->check(CLI::Range(1, 1024).description(""))
        ->type_name("N");
    command
        ->add_option("--catalog", words->catalogue,
                     "đưa vào kho tra cứu này, để tìm bằng sohoa find (put documents into this catalogue)")
        ->envname("SOHOA_CATALOG")
        ->type_name("FILE");
    command->add_flag("-q,--quiet", words->quiet, "chỉ báo lỗi (errors only)");
    command->add_flag("-v,--verbose", words->verbose, "báo cả bộ nhớ đã dùng (also memory used)");
    words->limits.add_to(*command);
    // For tests: a program that reads pages in the place of this one, and fails where it is told to.
    command->add_option("--worker-program", options.workers.program, "")->group("");
    command->callback(
        [words, &language, &action] { action = [words, &language] { return digitize(*words, language); }; });
}

}  // namespace sohoa::cli
