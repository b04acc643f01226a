#include "pipeline/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/usage_message.h"
#include "pipeline/run/page_worker.h"
#include "pipeline/run/version.h"

namespace sohoa::cli {

void add_page_worker(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("page-worker", "đọc trang theo yêu cầu của tiến trình cha (internal)");
    command->group("");  // not for people
    command->callback([&action] { action = [] { return run::serve_tasks(); }; });
}

namespace {

constexpr const char* option_group = "Tùy chọn (options)";

/// Headings of the help pages; the parser's own are English.
void set_words_of_help(CLI::App& app) {
    app.option_defaults()->group(option_group);
    app.set_help_flag("-h,--help", "in phần trợ giúp này (this help)");
    app.set_version_flag("--version", "sohoa " + run::version(), "in số phiên bản (version)");
    const auto formatter = app.get_formatter();
    formatter->column_width(34);
    formatter->label("Usage", "Cách dùng (usage)");
    formatter->label("OPTIONS", "TÙY CHỌN");
    formatter->label("SUBCOMMAND", "LỆNH ...");
    formatter->label("Positionals", "Cần cho biết (arguments)");
    formatter->label("POSITIONALS", "Cần cho biết (arguments)");
    formatter->label("REQUIRED", "(bắt buộc, required)");
}

}  // namespace

int run(int count, char** words) {
    CLI::App app{
        "sohoa – số hóa giấy tờ: từ bản quét đến PDF/A có chữ, có dữ liệu, có ký số\n"
        "        (scanned Vietnamese papers into searchable, signed PDF/A with their data)\n\n"
        "Bắt đầu (start here):\n"
        "  sohoa digitize ho-so/ -o ket-qua                 cả thư mục (a whole folder)\n"
        "  sohoa digitize don.jpg -o ket-qua --sign demo    một tệp, chữ ký thử (one file, demo signature)\n"
        "  sohoa verify ket-qua/                            kiểm tra mọi PDF (check all PDF files)\n",
        "sohoa"};
    app.require_subcommand(1);
    app.fallthrough();
    set_words_of_help(app);
    app.footer(
        "Tùy chọn của từng lệnh (options of a command): sohoa digitize --help\n"
        "Mã thoát (exit code): 0 xong cả (all done); 1 có tệp lỗi, đã nêu tên (some files failed);\n"
        "  2 gõ sai lệnh, hoặc lần chạy khác đang dùng thư mục kết quả (wrong usage, or the output is in use);\n"
        "  130 bị dừng (stopped)\n");

    Language language = Language::both;
    const std::map<std::string, Language> languages{
        {"vi", Language::vietnamese}, {"en", Language::english}, {"both", Language::both}};
    app.add_option("--lang", language, "ngôn ngữ của thông báo: vi, en, both (language of messages)")
        ->transform(CLI::CheckedTransformer(languages, CLI::ignore_case).description(""))
        ->type_name("vi|en|both");

    Action action;
    add_digitize(app, language, action);
    add_verify(app, language, action);
    add_find(app, language, action);
    add_backup(app, language, action);
    add_serve(app, language, action);
    add_evaluate(app, language, action);
    add_page_worker(app, action);
    for (CLI::App* command : app.get_subcommands({})) {
        if (CLI::Option* help = command->get_help_ptr(); help != nullptr) help->group(option_group);
    }
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
        std::cerr << (count < 2 ? short_help(language) : usage_message(app, error, language_asked(count, words)));
        return exit_usage;
    }
    return action ? action() : exit_usage;
}

}  // namespace sohoa::cli
