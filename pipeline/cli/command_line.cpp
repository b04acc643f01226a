#include "pipeline/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>

#include "pipeline/cli/commands.h"
#include "pipeline/run/page_worker.h"
#include "pipeline/run/version.h"

namespace sohoa::cli {

void add_page_worker(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("page-worker", "đọc trang theo yêu cầu của tiến trình cha (internal)");
    command->group("");  // not for people
    command->callback([&action] { action = [] { return run::serve_tasks(); }; });
}

int run(int count, char** words) {
    CLI::App app{
        "sohoa – số hóa giấy tờ: từ bản quét đến PDF/A có chữ, có dữ liệu, có ký số\n"
        "        (scanned Vietnamese papers into searchable, signed PDF/A with their data)\n\n"
        "Bắt đầu (start here):\n"
        "  sohoa digitize ho-so/ -o ket-qua            cả thư mục (a whole folder)\n"
        "  sohoa digitize don.jpg -o ket-qua --sign demo\n"
        "  sohoa verify ket-qua/don.pdf\n"};
    app.require_subcommand(1);
    app.set_version_flag("--version", "sohoa " + run::version());
    app.fallthrough();
    app.get_formatter()->column_width(34);

    Language language = Language::both;
    const std::map<std::string, Language> languages{
        {"vi", Language::vietnamese}, {"en", Language::english}, {"both", Language::both}};
    app.add_option("--lang", language, "ngôn ngữ của thông báo: vi, en, both (language of messages)")
        ->transform(CLI::CheckedTransformer(languages, CLI::ignore_case).description(""))
        ->type_name("vi|en|both");

    Action action;
    add_digitize(app, language, action);
    add_verify(app, language, action);
    add_evaluate(app, language, action);
    add_page_worker(app, action);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        const int status = app.exit(error);
        return status == 0 ? exit_done : exit_usage;
    }
    return action ? action() : exit_usage;
}

}  // namespace sohoa::cli
