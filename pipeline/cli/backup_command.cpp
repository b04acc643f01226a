#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <iostream>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/told.h"
#include "pipeline/store/backup.h"
#include "pipeline/store/catalogue.h"

namespace sohoa::cli {

namespace {

struct BackupWords {
    std::string catalogue;
    std::string output;
    std::string restore;
};

int backup(const BackupWords& words, Language language) {
    const std::string path = words.catalogue.empty() ? store::default_catalogue_path() : words.catalogue;
    const bool restoring = !words.restore.empty();
    const auto done = restoring ? store::restore(words.restore, path) : store::back_up(path, words.output);
    if (!done) {
        return told(done.error(), language, done.error().code == code::usage ? exit_usage : exit_some_failed);
    }
    const std::string what = restoring ? in(language, {"Đã khôi phục và kiểm tra", "restored and checked"})
                                       : in(language, {"Đã sao lưu và kiểm tra", "backed up and checked"});
    std::cout << fmt::format("✓ {}: {} ({} {}, {:.1f} MB)\n", what, restoring ? path : words.output, done->documents,
                             in(language, {"tài liệu", "documents"}), static_cast<double>(done->bytes) / 1e6);
    return exit_done;
}

}  // namespace

void add_backup(CLI::App& app, Language& language, Action& action) {
    auto words = std::make_shared<BackupWords>();
    auto* command = app.add_subcommand(
        "backup", "sao lưu kho tra cứu trong khi vẫn làm việc\n(back up the catalogue while others write)");
    command->group(command_group);
    command->footer(
        "Bản sao là một tệp trọn vẹn. Khôi phục bằng tay: dừng mọi chương trình, xóa kho.sqlite-wal và\n"
        "kho.sqlite-shm, rồi chép bản sao đè lên kho.sqlite.\n"
        "  (a backup is one whole file; by hand: stop all, remove …-wal and …-shm, copy it over the catalogue)\n\n"
        "Ví dụ (examples):\n"
        "  sohoa backup --catalog kho.sqlite -o sao-luu.sqlite\n"
        "  sohoa backup --restore sao-luu.sqlite --catalog kho.sqlite   (dừng mọi chương trình trước: stop all "
        "first)\n");
    command->add_option("--catalog", words->catalogue, "tệp kho tra cứu (catalogue file)")->type_name("FILE");
    auto* output = command->add_option("-o,--output", words->output, "tệp bản sao (backup file)")->type_name("BACKUP");
    auto* restore =
        command->add_option("--restore", words->restore, "khôi phục kho từ bản sao này (put this backup back)")
            ->type_name("BACKUP");
    output->excludes(restore);
    command->callback([words, &language, &action] {
        if (words->output.empty() && words->restore.empty()) throw CLI::RequiredError("-o BACKUP | --restore BACKUP");
        action = [words, &language] { return backup(*words, language); };
    });
}

}  // namespace sohoa::cli
