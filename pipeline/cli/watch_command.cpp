#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/reading_limits.h"
#include "pipeline/cli/shared_options.h"
#include "pipeline/cli/stop_asked.h"
#include "pipeline/cli/told.h"
#include "pipeline/cli/watch_filing.h"
#include "pipeline/cli/watch_lines.h"
#include "pipeline/run/watch.h"

namespace sohoa::cli {

namespace {

struct WatchWords {
    run::WatchOptions options;
    SigningWords signing;
    std::string catalogue;
    double poll_seconds = 2;
    double still_seconds = 5;
    ReadingLimits limits;
};

std::chrono::milliseconds of_seconds(double seconds) {
    return std::chrono::milliseconds{static_cast<long long>(seconds * 1000)};
}

std::string without_slash_at_end(std::string path) {
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    return path;
}

int watch(WatchWords& words, Language language) {
    auto& options = words.options;
    options.folder = without_slash_at_end(options.folder);
    options.poll = of_seconds(words.poll_seconds);
    options.still = of_seconds(words.still_seconds);
    words.limits.apply(options.settings, options.workers);
    const auto key = words.signing.open(options.settings);
    if (!key) return told(key.error(), language, exit_usage);
    options.key = key->get();
    // A key or a catalogue in the folder itself is no paper.
    std::vector<std::string> no_papers{words.signing.passphrase_file};
    if (words.signing.sign != "demo") no_papers.push_back(words.signing.sign);
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
        if (!words.catalogue.empty()) no_papers.push_back(words.catalogue + ending);
    }
    std::erase(no_papers, "");
    options.left_alone = std::move(no_papers);
    WatchFiling filing(words.catalogue);
    if (!words.catalogue.empty()) {
        if (auto opened = filing.open(); !opened && opened.error().code != code::catalogue_busy) {
            return told(opened.error(), language, exit_usage);
        }
        options.file_document = [&filing](const run::WatchedDocument& document) { return filing.add(document); };
    }
    options.stop = &stop_in_good_order();

    WatchLines lines(options.folder, language);
    const auto watched = run::watch(options, lines);
    if (!watched) return told(watched.error(), language, exit_usage);
    lines.ended(*watched);
    return options.once && (watched->failed > 0 || watched->in_trouble) ? exit_some_failed : exit_done;
}

void add_watch_options(CLI::App& command, WatchWords& words) {
    auto& options = words.options;
    command.add_option("FOLDER,--folder", options.folder, "thư mục mà máy quét ghi vào (the folder scanners write to)")
        ->required()
        ->type_name("");
    command.add_option("-o,--output", options.output_folder, "thư mục kết quả, tự tạo nếu chưa có (output folder)")
        ->required()
        ->type_name("OUT");
    words.signing.add_to(command);
    add_catalogue(command, words.catalogue);
    command.add_flag("--alto", options.settings.alto, "ghi thêm <tên>.alto.xml (also ALTO 4)");
    command.add_flag("--hocr", options.settings.hocr, "ghi thêm <tên>.hocr (also hOCR 1.2)");
    add_jobs(command, options.jobs);
    command.add_option("--poll-seconds", words.poll_seconds, "bao lâu xem thư mục một lần (seconds between looks)")
        ->capture_default_str()
        ->check(CLI::Range(0.05, 3600.0).description(""))
        ->type_name("S");
    command
        .add_option("--still-seconds", words.still_seconds,
                    "tệp phải đứng yên bao lâu mới được đọc (how long a file must stand still)")
        ->capture_default_str()
        ->check(CLI::Range(0.1, 86400.0).description(""))
        ->type_name("S");
    command.add_flag("--once", options.once,
                     "làm hết những gì đang có rồi kết thúc; mã thoát 1 nếu có lỗi (take what stands there, then end)");
    words.limits.add_to(command);
    add_worker_program(command, options.workers.program);
}

}  // namespace

void add_watch(CLI::App& app, Language& language, Action& action) {
    auto words = std::make_shared<WatchWords>();
    auto* command = app.add_subcommand(
        "watch", "trông một thư mục: giấy tờ quét vào đó được số hóa ngay\n(digitise whatever is put into a folder)");
    command->group(command_group);
    command->footer(
        "Mỗi tệp là một tài liệu, mỗi thư mục con là một hồ sơ. Xong thì giấy được chuyển vào FOLDER/done/<ngày>/,\n"
        "  lỗi thì vào FOLDER/failed/ kèm tệp .reason.txt nói lý do. Trùng tên không ghi đè: kết quả là tên-2.\n"
        "  (a file is a document, a folder a dossier; then it is moved to done/<day>/, or to failed/ with the reason;\n"
        "  the same name again becomes name-2)\n"
        "Tệp ẩn, tệp tạm (.tmp .part .crdownload ~$…), lối tắt được để yên (hidden, temporary files and links are left "
        "alone).\n"
        "Dừng bằng Ctrl-C; chạy lại thì làm tiếp (stop with Ctrl-C; started again it goes on).\n\n"
        "Ví dụ (example):\n"
        "  sohoa watch /srv/quet -o /srv/ket-qua --sign can-bo.p12 --catalog kho.sqlite\n");
    add_watch_options(*command, *words);
    command->callback([words, &language, &action] { action = [words, &language] { return watch(*words, language); }; });
}

}  // namespace sohoa::cli
