#include <algorithm>
#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <iostream>

#include "base/vietnamese.h"
#include "pipeline/cli/command_line.h"
#include "pipeline/cli/command_tree.h"
#include "pipeline/cli/configuration.h"
#include "pipeline/cli/configured_words.h"
#include "pipeline/cli/example_configuration.h"
#include "pipeline/cli/summary_table.h"
#include "pipeline/cli/told.h"

namespace sohoa::cli {

namespace {

struct ConfigWords {
    bool example = false;
    std::vector<std::string> words;
    const std::string* file = nullptr;
};

/// Command, option, value, source.
using ConfigRow = std::array<std::string, 4>;

std::string joined(const std::vector<std::string>& values) {
    std::string all;
    for (const std::string& value : values) all += (all.empty() ? "" : ", ") + value;
    return all;
}

ConfigRow row_of(const Configurable& option, const Configuration& configuration, const GivenOptions& given,
                 CommandTree& tree, Language language) {
    const std::string name(option.option);
    ConfigRow row{option.command.empty() ? in(language, {"(mọi lệnh)", "(all)"}) : std::string(option.command), name};
    const bool of_given = option.command.empty() || option.command == given.command;
    const auto typed =
        std::find_if(given.values.begin(), given.values.end(), [&](const auto& each) { return each.first == name; });
    if (of_given && typed != given.values.end()) {
        row[2] = typed->second;
        row[3] = in(language, {"dòng lệnh", "command line"}) + ": --" + name;
    } else if (const Setting* setting = configuration.find(option)) {
        row[2] = joined(setting->values);
        row[3] = setting->source;
    } else {
        const CLI::Option* own = tree.option(std::string(option.command), name);
        row[2] = own == nullptr ? "" : own->get_default_str();
        if (row[2].empty()) row[2] = option.type == Configurable::Type::truth ? "false" : "–";
        row[3] = in(language, {"mặc định", "default"});
    }
    for (std::string& cell : row) cell = single_spaced(valid_utf8(cell));
    return row;
}

std::string table_of(const std::vector<ConfigRow>& rows) {
    std::array<int, 3> widths{};
    for (const ConfigRow& row : rows) {
        for (std::size_t k = 0; k < widths.size(); ++k) widths[k] = std::max(widths[k], display_width(row[k]));
    }
    std::string text;
    for (const ConfigRow& row : rows) {
        for (std::size_t k = 0; k < widths.size(); ++k) {
            text += row[k] + std::string(static_cast<std::size_t>(widths[k] - display_width(row[k])) + 2, ' ');
        }
        text += row.back() + "\n";
    }
    return text;
}

std::string notes_of(const Configuration& configuration, Language language) {
    std::string text;
    const auto line = [&](const Bilingual& what, const std::string& rest) {
        text += in(language, what) + ": " + rest + "\n";
    };
    for (const std::string& path : configuration.files) line({"Tệp đã đọc", "file read"}, path);
    for (const std::string& path : configuration.files_absent) {
        line({"Tệp không có", "file not there"}, path);
    }
    for (const char* secret : {"SOHOA_API_KEY", "SOHOA_PASSPHRASE"}) {
        const char* value = std::getenv(secret);
        if (value == nullptr || *value == '\0') continue;
        line({"Bí mật đã đặt, không hiện ra", "a secret is set, not shown"}, secret);
    }
    for (const std::string& name : configuration.unknown_variables) {
        line({"⚠ Biến không ứng với tùy chọn nào", "a variable that no option has"}, name);
    }
    return text;
}

int show_configuration(const ConfigWords& words, Language language) {
    if (words.example) {
        std::cout << example_configuration();
        return exit_done;
    }
    GivenOptions given;
    if (!words.words.empty()) {
        given = options_given(words.words);
        if (!given.understood || given.command.empty()) {
            std::cerr << "✗ "
                      << in(language,
                            {"Không hiểu các từ sau --; ví dụ: sohoa config -- serve --port 9000",
                             "the words after -- are no command; like this: sohoa config -- serve --port 9000"})
                      << "\n";
            return exit_usage;
        }
    }
    const auto configuration = read_configuration(*words.file);
    if (!configuration) return told(configuration.error(), language, exit_usage);
    CommandTree tree;
    std::vector<ConfigRow> rows{{in(language, {"Lệnh", "command"}), in(language, {"Tùy chọn", "option"}),
                                 in(language, {"Giá trị", "value"}), in(language, {"Từ đâu", "source"})}};
    for (const Configurable& option : configurables()) {
        if (!given.command.empty() && !option.command.empty() && option.command != given.command) continue;
        rows.push_back(row_of(option, *configuration, given, tree, language));
    }
    std::cout << table_of(rows) << "\n" << notes_of(*configuration, language);
    return exit_done;
}

}  // namespace

void add_config(CLI::App& app, Language& language, const std::string& file, Action& action) {
    auto words = std::make_shared<ConfigWords>();
    words->file = &file;
    auto* command = app.add_subcommand("config",
                                       "các tùy chọn đang có hiệu lực và từ đâu ra\n"
                                       "(which options hold, and where they come from)");
    command->group(command_group);
    command->footer(
        "Mạnh dần (each wins over those before): mặc định, /etc/sohoa/sohoa.toml, ~/.config/sohoa/sohoa.toml, biến môi "
        "trường,\n  dòng lệnh (default, the machine's file, the user's, environment, command line).\n\n"
        "Ví dụ (examples):\n"
        "  sohoa config --example > /etc/sohoa/sohoa.toml    tệp mẫu có chú thích (a commented file)\n"
        "  sohoa config                                      mọi giá trị (all values)\n"
        "  sohoa config -- serve --port 9000                 của một lệnh như sẽ chạy (of a command as it would "
        "run)\n");
    command->add_flag("--example", words->example, "in tệp cấu hình mẫu có chú thích (print a commented example)");
    command->add_option("WORDS", words->words, "sau --: một lệnh cùng tùy chọn (after --: a command with options)")
        ->type_name("");
    command->callback(
        [words, &language, &action] { action = [words, &language] { return show_configuration(*words, language); }; });
}

}  // namespace sohoa::cli
