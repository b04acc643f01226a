#include <CLI/CLI.hpp>
#include <atomic>
#include <csignal>
#include <fmt/format.h>
#include <iostream>

#include "base/masking.h"
#include "base/sha256.h"
#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/signing_identity.h"
#include "pipeline/cli/summary_table.h"
#include "pipeline/cli/terminal_progress.h"
#include "pipeline/run/digitize.h"

namespace sohoa::cli {

namespace {

/// Turned by Ctrl-C; the one thing a signal handler may touch.
std::atomic<bool> stop_asked{false};

struct DigitizeWords {
    run::DigitizeOptions options;
    std::string sign;
    std::string passphrase_file;
    long long megapixels = 150;
    long long megabytes = 2048;
    long long worker_megabytes = 4096;
    int page_seconds = 120;
    bool quiet = false;
    bool verbose = false;
};

int digitize(DigitizeWords& words, Language language) {
    auto& options = words.options;
    options.settings.limits.pixels = words.megapixels * 1'000'000;
    options.settings.limits.bytes = static_cast<std::size_t>(words.megabytes) << 20;
    options.workers.memory_bytes = words.worker_megabytes << 20;
    options.workers.deadline = std::chrono::seconds(words.page_seconds);

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
    options.stop = &stop_asked;
    std::signal(SIGINT, [](int) { stop_asked = true; });
    std::signal(SIGTERM, [](int) { stop_asked = true; });
    std::signal(SIGPIPE, SIG_IGN);

    TerminalProgress progress(language, words.quiet);
    const auto batch = run::digitize(options, progress);
    progress.finish();
    if (!batch) {
        std::cerr << "✗ " << masked(describe(batch.error(), language)) << "\n";
        return exit_some_failed;
    }
    if (!words.quiet) {
        std::cout << summary_table(progress.documents(), *batch, options.output_folder, key != nullptr, language);
    }
    if (words.verbose) {
        std::cout << fmt::format(
            "{}: {} MB · {}: {} MB\n",
            in(language, {"Bộ nhớ lớn nhất của tiến trình đọc trang", "peak memory of a page worker"}),
            batch->worker_peak_kilobytes / 1024, in(language, {"của tiến trình chính", "of the main process"}),
            batch->parent_peak_kilobytes / 1024);
    }
    if (batch->stopped) {
        std::cerr << in(language, {"Đã dừng. Chạy lại đúng lệnh này để làm tiếp; trang đã xong không phải đọc lại.",
                                   "Stopped. Run the same command again to go on; finished pages are kept."})
                  << "\n";
        return exit_interrupted;
    }
    return batch->failed > 0 ? exit_some_failed : exit_done;
}

}  // namespace

void add_digitize(CLI::App& app, Language& language, Action& action) {
    auto words = std::make_shared<DigitizeWords>();
    auto* command = app.add_subcommand(
        "digitize",
        "bản quét → PDF/A tìm kiếm được, dữ liệu JSON, văn bản (scans into searchable PDF/A, data and text)\n\n"
        "  Mỗi tệp là một tài liệu: KẾT_QUẢ/<tên>.pdf .json .txt; mỗi thư mục là một hồ sơ, có thêm dossier.json.\n"
        "  Đọc được JPEG, PNG, TIFF, BMP, WebP, HEIC, PDF.\n"
        "  (each file is a document, each folder a dossier)\n\n"
        "  sohoa digitize ho-so/ -o ket-qua --sign can-bo.p12\n"
        "  sohoa digitize trang_*.jpg -o ket-qua --join\n");
    command->add_option("INPUT", words->options.inputs, "tệp hoặc thư mục (files or folders)")
        ->required()
        ->type_name("");
    command->add_option("-o,--output", words->options.output_folder, "thư mục kết quả (output folder)")
        ->required()
        ->type_name("OUT");
    command
        ->add_option("-j,--jobs", words->options.jobs,
                     "số tiến trình đọc trang; mặc định bằng số lõi (worker processes)")
        ->check(CLI::Range(1, 1024).description(""))
        ->type_name("N");
    command->add_flag("--join", words->options.join,
                      "ghép các tệp đã cho, hoặc các trang đánh số trong thư mục, thành một tài liệu (join pages)");
    command
        ->add_option("--sign", words->sign,
                     "ký số: demo, hoặc tệp PKCS#12 (sign with the demo identity or a PKCS#12 file)")
        ->type_name("demo|FILE.p12");
    command
        ->add_option("--passphrase-file", words->passphrase_file,
                     "tệp chứa mật khẩu khóa; hoặc đặt biến SOHOA_PASSPHRASE (passphrase of the key)")
        ->type_name("FILE");
    command->add_flag("--alto", words->options.settings.alto, "ghi thêm <tên>.alto.xml (ALTO 4)");
    command->add_flag("--force", words->options.force, "ghi đè kết quả khác đã có (write over outputs that differ)");
    command->add_flag("-q,--quiet", words->quiet, "chỉ báo lỗi (errors only)");
    command->add_flag("-v,--verbose", words->verbose, "báo cả bộ nhớ đã dùng (also memory used)");
    auto* limits = command->add_option_group("Giới hạn (limits)");
    limits->add_option("--max-megapixels", words->megapixels, "điểm ảnh mỗi trang, triệu (megapixels a page)")
        ->capture_default_str()
        ->type_name("N");
    limits->add_option("--max-megabytes", words->megabytes, "dung lượng mỗi tệp (megabytes a file)")
        ->capture_default_str()
        ->type_name("N");
    limits->add_option("--max-pages", words->options.settings.limits.pages, "số trang mỗi tệp (pages a file)")
        ->capture_default_str()
        ->type_name("N");
    limits->add_option("--page-seconds", words->page_seconds, "thời gian mỗi trang (seconds a page)")
        ->capture_default_str()
        ->type_name("N");
    limits
        ->add_option("--worker-memory", words->worker_megabytes,
                     "bộ nhớ địa chỉ mỗi tiến trình, MB (address space a worker)")
        ->capture_default_str()
        ->type_name("MB");
    command->callback(
        [words, &language, &action] { action = [words, &language] { return digitize(*words, language); }; });
}

}  // namespace sohoa::cli
