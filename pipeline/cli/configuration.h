#pragma once
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "pipeline/cli/configurable.h"

namespace sohoa::cli {

/// A value that a file or the environment gives to an option.
struct Setting {
    const Configurable* option = nullptr;
    std::vector<std::string> values;  ///< as they would stand on the command line; more than one only for lists
    std::string source;               ///< "/etc/sohoa/sohoa.toml:7" or "SOHOA_SERVE_PORT"
};

/// What files and environment say, one setting an option: the environment over the user's file over the machine's.
struct Configuration {
    std::map<const Configurable*, Setting> settings;
    std::vector<std::string> files;              ///< that were read, the strongest first
    std::vector<std::string> files_absent;       ///< looked for, not there
    std::vector<std::string> unknown_variables;  ///< SOHOA_<COMMAND>_… that no option has

    const Setting* find(const Configurable& option) const;
};

/// Reads the file that was asked for (--config, else SOHOA_CONFIG) alone, or /etc/sohoa/sohoa.toml and over it
/// $XDG_CONFIG_HOME/sohoa/sohoa.toml, and over them the environment. Every value is checked as on the command line.
/// Fails with a problem that names file and line, or the variable: file_missing for a file that was asked for,
/// file_unreadable, usage for all that is wrong in it.
Result<Configuration> read_configuration(const std::string& file_asked);

/// The settings of one file. `text` is TOML.
Result<std::vector<Setting>> settings_of_file(const std::string& path, const std::string& text);

}  // namespace sohoa::cli
