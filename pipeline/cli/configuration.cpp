#include "pipeline/cli/configuration.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <toml++/toml.h>
#include <unistd.h>

#include "base/vietnamese.h"
#include "pipeline/cli/command_tree.h"
#include "scanners/open_file.h"

namespace sohoa::cli {

namespace {

using Type = Configurable::Type;

const Bilingual see_example{"Xem mẫu: sohoa config --example", "see the example: sohoa config --example"};

Failure wrong_in(const std::string& path, std::size_t line, const Bilingual& what, Bilingual remedy) {
    return fail(problem(code::usage,
                        {fmt::format("dòng {}: {}", line, what.vi), fmt::format("line {}: {}", line, what.en)},
                        std::move(remedy))
                    .in_file(path));
}

std::size_t line_of(const toml::node& node) {
    return node.source().begin.line;
}

Bilingual wanted(Type type) {
    switch (type) {
        case Type::number:
            return {"một số, không có dấu nháy", "a number without quotes"};
        case Type::truth:
            return {"true hoặc false", "true or false"};
        case Type::list:
            return {"danh sách chuỗi: [\"a\", \"b\"]", "a list of strings: [\"a\", \"b\"]"};
        case Type::text:
            break;
    }
    return {"một chuỗi trong dấu nháy", "a text in quotes"};
}

/// As the value would stand on the command line; nullopt where the type is another.
std::optional<std::vector<std::string>> values_of(const toml::node& node, Type type) {
    using Values = std::vector<std::string>;
    if (type == Type::number) {
        if (const auto* whole = node.as_integer()) return Values{std::to_string(whole->get())};
        if (const auto* broken = node.as_floating_point()) return Values{fmt::format("{}", broken->get())};
        return std::nullopt;
    }
    if (type == Type::truth) {
        if (const auto* truth = node.as_boolean()) return Values{truth->get() ? "true" : "false"};
        return std::nullopt;
    }
    if (const auto* text = node.as_string()) return Values{text->get()};
    const auto* list = node.as_array();
    if (type != Type::list || list == nullptr) return std::nullopt;
    Values values;
    for (const toml::node& each : *list) {
        const auto* text = each.as_string();
        if (text == nullptr) return std::nullopt;
        values.push_back(text->get());
    }
    return values;
}

/// Secrets in a file that others may read are given away.
bool is_secret(std::string_view key) {
    return key == "passphrase" || key == "password" || key == "api-key" || key == "api_key";
}

Failure unknown_key(const std::string& path, std::size_t line, const std::string& section, const std::string& key) {
    const std::string name = section.empty() ? key : section + "." + key;
    if (is_secret(key)) {
        return wrong_in(path, line,
                        {"mật khẩu và khóa không đặt trong tệp cấu hình (" + name + ")",
                         "secrets have no place in a configuration file (" + name + ")"},
                        {"Dùng biến SOHOA_API_KEY, SOHOA_PASSPHRASE, hoặc passphrase-file",
                         "use the variables SOHOA_API_KEY, SOHOA_PASSPHRASE, or passphrase-file"});
    }
    CommandTree tree;
    if (tree.option(section, key) != nullptr) {
        return wrong_in(path, line,
                        {name + " chỉ được gõ trên dòng lệnh, không đặt trong tệp",
                         name + " is given on the command line alone, never in a file"},
                        {"Bỏ dòng này", "remove the line"});
    }
    return wrong_in(path, line, {"không có mục " + name, "there is no key " + name}, see_example);
}

Result<void> check_setting(CommandTree& tree, const Setting& setting, const std::string& path, std::size_t line) {
    std::vector<std::string> words;
    if (!setting.option->command.empty()) words.emplace_back(setting.option->command);
    for (const std::string& value : setting.values) {
        words.push_back("--" + std::string(setting.option->option) + "=" + value);
    }
    try {
        tree.parse(words);
        return {};
    } catch (const CLI::ParseError&) {
        std::string name(setting.option->option);
        if (!setting.option->command.empty()) name = std::string(setting.option->command) + "." + name;
        std::string all;
        for (const std::string& value : setting.values) all += (all.empty() ? "" : ", ") + valid_utf8(value);
        const Bilingual what{fmt::format("“{}” không hợp lệ cho {}", all, name),
                             fmt::format("\"{}\" is no value for {}", all, name)};
        const std::string help = "sohoa " + std::string(setting.option->command) + " --help";
        const Bilingual remedy{"Xem: " + help, "see: " + help};
        if (path.empty()) return fail(problem(code::usage, what, remedy).in_file(setting.source));
        return wrong_in(path, line, what, remedy);
    }
}

/// Takes what stands in one table: of a section, or at the top.
Result<void> take_table(const toml::table& table, const std::string& section, const std::string& path,
                        CommandTree& tree, std::vector<Setting>& settings) {
    for (const auto& [toml_key, node] : table) {
        const std::string key(toml_key.str());
        const std::size_t line = line_of(node);
        if (section.empty() && node.is_table()) {
            if (!is_configurable_command(key)) {
                return wrong_in(path, line, {"không có mục [" + key + "]", "there is no section [" + key + "]"},
                                see_example);
            }
            if (auto taken = take_table(*node.as_table(), key, path, tree, settings); !taken) return taken;
            continue;
        }
        const Configurable* option = configurable(section, key);
        if (option == nullptr) return unknown_key(path, line, section, key);
        auto values = values_of(node, option->type);
        if (!values) {
            const Bilingual form = wanted(option->type);
            return wrong_in(path, line, {key + " phải là " + form.vi, key + " must be " + form.en}, see_example);
        }
        Setting setting{option, *std::move(values), fmt::format("{}:{}", path, line)};
        if (auto fine = check_setting(tree, setting, path, line); !fine) return fine;
        settings.push_back(std::move(setting));
    }
    return {};
}

std::optional<std::string> variable(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    if (value == nullptr || *value == '\0') return std::nullopt;
    return value;
}

std::optional<std::string> user_file() {
    if (const auto folder = variable("XDG_CONFIG_HOME")) return *folder + "/sohoa/sohoa.toml";
    if (const auto home = variable("HOME")) return *home + "/.config/sohoa/sohoa.toml";
    return std::nullopt;
}

/// Pipes and devices are refused, so that nothing hangs; an empty file says nothing.
Result<std::string> text_of_file(const std::string& path) {
    constexpr std::size_t largest = std::size_t{1} << 20;
    const auto file = scanners::OpenFile::open(path, largest);
    if (!file) {
        if (file.error().code == code::file_empty) return std::string();
        return fail(file.error());
    }
    return file->all_bytes();
}

/// False where the file is not there.
Result<bool> take_file(const std::string& path, Configuration& configuration) {
    const auto text = text_of_file(path);
    if (!text && text.error().code == code::file_missing) return false;
    if (!text) return fail(text.error());
    const auto settings = settings_of_file(path, *text);
    if (!settings) return fail(settings.error());
    for (const Setting& setting : *settings) configuration.settings[setting.option] = setting;
    configuration.files.insert(configuration.files.begin(), path);
    return true;
}

std::vector<std::string> parts_of(const std::string& text) {
    std::vector<std::string> parts;
    std::string part;
    for (const char c : text + ",") {
        if (c != ',' && c != ' ') {
            part += c;
        } else if (!part.empty()) {
            parts.push_back(std::move(part));
            part.clear();
        }
    }
    return parts;
}

Result<void> take_environment(Configuration& configuration) {
    CommandTree tree;
    tree.ask_for_nothing();
    for (const Configurable& option : configurables()) {
        std::string name = option.variable();
        auto value = variable(name);
        if (!value && !option.other_variable.empty()) {
            name = option.other_variable;
            value = variable(name);
        }
        if (!value) continue;
        Setting setting{&option, option.type == Type::list ? parts_of(*value) : std::vector{*value}, name};
        if (auto fine = check_setting(tree, setting, "", 0); !fine) return fine;
        configuration.settings[&option] = std::move(setting);
    }
    return {};
}

std::vector<std::string> unknown_variables() {
    std::vector<std::string> unknown;
    for (char** each = ::environ; *each != nullptr; ++each) {
        const std::string name = std::string(*each).substr(0, std::string_view(*each).find('='));
        const auto& all = configurables();
        const bool of_command = std::any_of(all.begin(), all.end(), [&](const Configurable& option) {
            if (option.command.empty()) return false;
            const std::string whole = option.variable();
            return name.starts_with(whole.substr(0, whole.size() - option.option.size()));
        });
        const bool known =
            std::any_of(all.begin(), all.end(), [&](const auto& option) { return option.variable() == name; });
        if (of_command && !known) unknown.push_back(name);
    }
    std::sort(unknown.begin(), unknown.end());
    return unknown;
}

}  // namespace

const Setting* Configuration::find(const Configurable& option) const {
    const auto found = settings.find(&option);
    return found == settings.end() ? nullptr : &found->second;
}

Result<std::vector<Setting>> settings_of_file(const std::string& path, const std::string& text) {
    CommandTree tree;
    tree.ask_for_nothing();
    std::vector<Setting> settings;
    try {
        const toml::table table = toml::parse(text);
        if (auto taken = take_table(table, "", path, tree, settings); !taken) return fail(taken.error());
    } catch (const toml::parse_error& error) {
        const std::string detail = single_spaced(valid_utf8(error.description()));
        return wrong_in(path, error.source().begin.line,
                        {"sai cú pháp TOML; chi tiết: " + detail, "this is no TOML: " + detail}, see_example);
    }
    return settings;
}

Result<Configuration> read_configuration(const std::string& file_asked) {
    Configuration configuration;
    const std::string alone = file_asked.empty() ? variable("SOHOA_CONFIG").value_or("") : file_asked;
    std::vector<std::string> paths{"/etc/sohoa/sohoa.toml"};
    if (const auto of_user = user_file()) paths.push_back(*of_user);
    if (!alone.empty()) paths = {alone};
    for (const std::string& path : paths) {
        const auto taken = take_file(path, configuration);
        if (!taken) return fail(taken.error());
        if (*taken) continue;
        if (!alone.empty()) {
            return fail(problem(code::file_missing,
                                {"Không có tệp cấu hình này", "there is no such configuration file"},
                                {"Kiểm tra --config hoặc SOHOA_CONFIG", "check --config or SOHOA_CONFIG"})
                            .in_file(path));
        }
        configuration.files_absent.push_back(path);
    }
    if (auto taken = take_environment(configuration); !taken) return fail(taken.error());
    configuration.unknown_variables = unknown_variables();
    return configuration;
}

}  // namespace sohoa::cli
