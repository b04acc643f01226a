#pragma once
#include <CLI/CLI.hpp>

#include "pipeline/cli/commands.h"

namespace sohoa::cli {

/// The parser of the whole command with all its commands and options. Only the sources that build or ask the parser
/// include this header: CLI11 is heavy.
struct CommandTree {
    CommandTree();
    CommandTree(const CommandTree&) = delete;
    CommandTree& operator=(const CommandTree&) = delete;

    /// For looking at words that are only a part: nothing is required, and the environment is not asked.
    void ask_for_nothing();

    /// `words` are those after the program's name. Throws CLI::ParseError.
    void parse(std::vector<std::string> words);

    /// The option `--name` of a command ("" = of all commands); nullptr where there is none.
    CLI::Option* option(const std::string& command, const std::string& name);

    CLI::App app;
    Language language = Language::both;
    std::string configuration_file;  ///< --config
    Action action;
};

}  // namespace sohoa::cli
