#include "pipeline/cli/configured_words.h"

#include <algorithm>

#include "pipeline/cli/command_tree.h"
#include "pipeline/cli/configuration.h"

namespace sohoa::cli {

namespace {

void note_given(const CLI::App& command, GivenOptions& given) {
    for (const CLI::Option* option : command.get_options()) {
        if (option->count() == 0) continue;
        std::string typed;
        for (const std::string& value : option->results()) typed += (typed.empty() ? "" : " ") + value;
        for (const std::string& name : option->get_lnames()) {
            given.names.insert(name);
            given.values.emplace_back(name, typed);
        }
    }
}

/// Where the name of the command stands; the number of words where it does not.
std::size_t place_of_command(const std::vector<std::string>& words, const std::string& command) {
    for (std::size_t k = 0; k < words.size(); ++k) {
        if (words[k] == command) return k;
        if (words[k] == "--lang" || words[k] == "--config") ++k;
    }
    return words.size();
}

}  // namespace

GivenOptions options_given(const std::vector<std::string>& words) {
    GivenOptions given;
    CommandTree tree;
    tree.ask_for_nothing();
    try {
        tree.parse(words);
    } catch (const CLI::ParseError&) {
        return given;
    }
    given.understood = true;
    given.configuration_file = tree.configuration_file;
    note_given(tree.app, given);
    for (const CLI::App* command : tree.app.get_subcommands()) {
        given.command = command->get_name();
        note_given(*command, given);
    }
    return given;
}

Result<std::vector<std::string>> configured_words(const std::vector<std::string>& words) {
    const GivenOptions given = options_given(words);
    if (!given.understood || given.command.empty()) return words;
    const auto configuration = read_configuration(given.configuration_file);
    if (!configuration) return fail(configuration.error());
    std::vector<std::string> of_all;
    std::vector<std::string> of_command;
    for (const auto& [option, setting] : configuration->settings) {
        const bool for_all = option->command.empty();
        if (given.names.contains(std::string(option->option)) || (!for_all && option->command != given.command))
            continue;
        for (const std::string& value : setting.values) {
            (for_all ? of_all : of_command).push_back("--" + std::string(option->option) + "=" + value);
        }
    }
    std::vector<std::string> whole = words;
    // Behind the command and before everything else, so that a "--" among the words stays the last of the options.
    const auto after = static_cast<std::ptrdiff_t>(place_of_command(words, given.command)) + 1;
    whole.insert(whole.begin() + std::min(after, static_cast<std::ptrdiff_t>(whole.size())), of_command.begin(),
                 of_command.end());
    whole.insert(whole.begin(), of_all.begin(), of_all.end());
    return whole;
}

}  // namespace sohoa::cli
