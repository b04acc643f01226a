#include "pipeline/cli/command_tree.h"

#include <algorithm>
#include <map>

#include "pipeline/run/version.h"

namespace sohoa::cli {

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

CommandTree::CommandTree()
    : app("sohoa – số hóa giấy tờ: từ bản quét đến PDF/A có chữ, có dữ liệu, có ký số\n"
          "        (scanned Vietnamese papers into searchable, signed PDF/A with their data)\n\n"
          "Bắt đầu (start here):\n"
          "  sohoa digitize ho-so/ -o ket-qua                 cả thư mục (a whole folder)\n"
          "  sohoa digitize don.jpg -o ket-qua --sign demo    một tệp, chữ ký thử (one file, demo signature)\n"
          "  sohoa verify ket-qua/                            kiểm tra mọi PDF (check all PDF files)\n",
          "sohoa") {
    app.require_subcommand(1);
    app.fallthrough();
    set_words_of_help(app);
    app.footer(
        "Tùy chọn của từng lệnh (options of a command): sohoa digitize --help\n"
        "Tùy chọn dùng hằng ngày đặt được trong tệp cấu hình (options may stand in a file): sohoa config\n"
        "Mã thoát (exit code): 0 xong cả (all done); 1 có tệp lỗi, đã nêu tên (some files failed);\n"
        "  2 gõ sai lệnh, hoặc lần chạy khác đang dùng thư mục kết quả (wrong usage, or the output is in use);\n"
        "  130 bị dừng (stopped)\n");

    const std::map<std::string, Language> languages{
        {"vi", Language::vietnamese}, {"en", Language::english}, {"both", Language::both}};
    app.add_option("--lang", language, "ngôn ngữ của thông báo: vi, en, both (language of messages)")
        ->transform(CLI::CheckedTransformer(languages, CLI::ignore_case).description(""))
        ->default_str("both")
        ->type_name("vi|en|both");
    app.add_option("--config", configuration_file,
                   "chỉ đọc tệp cấu hình này; hoặc biến SOHOA_CONFIG (read this configuration file alone)")
        ->type_name("FILE");

    add_digitize(app, language, action);
    add_verify(app, language, action);
    add_find(app, language, action);
    add_backup(app, language, action);
    add_serve(app, language, action);
    add_watch(app, language, action);
    add_evaluate(app, language, action);
    add_inspect(app, language, action);
    add_config(app, language, configuration_file, action);
    add_page_worker(app, action);
    for (CLI::App* command : app.get_subcommands({})) {
        if (CLI::Option* help = command->get_help_ptr(); help != nullptr) help->group(option_group);
    }
}

void CommandTree::ask_for_nothing() {
    app.require_subcommand(0);
    for (CLI::App* command : app.get_subcommands({})) {
        for (CLI::Option* each : command->get_options()) {
            each->required(false);
            each->envname("");
        }
    }
}

void CommandTree::parse(std::vector<std::string> words) {
    std::reverse(words.begin(), words.end());  // as the parser takes them
    app.parse(std::move(words));
}

CLI::Option* CommandTree::option(const std::string& command, const std::string& name) {
    CLI::App* owner = &app;
    if (!command.empty()) {
        const auto named = app.get_subcommands([&](CLI::App* each) { return each->get_name() == command; });
        if (named.empty()) return nullptr;
        owner = named.front();
    }
    return owner->get_option_no_throw("--" + name);
}

}  // namespace sohoa::cli
