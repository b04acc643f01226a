#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sohoa::cli {

/// An option that may also stand in a configuration file and in the environment.
struct Configurable {
    enum class Type { text, number, truth, list };

    std::string_view command;  ///< "" = all commands
    std::string_view option;   ///< its long name, without "--": the key in the file
    Type type = Type::text;
    std::string_view example;         ///< a value for the example file, where there is no default to show
    std::string_view other_variable;  ///< an older name of its environment variable

    /// SOHOA_SERVE_PORT, SOHOA_LANG.
    std::string variable() const;
};

/// All of them, command by command, as the example file and `sohoa config` show them. What could destroy something or
/// changes what a single run means (--force, --join, --once) is given by hand alone and is not here.
const std::vector<Configurable>& configurables();

/// nullptr where no such option may be configured.
const Configurable* configurable(std::string_view command, std::string_view option);

/// "digitize", "serve", …: the sections of the file.
bool is_configurable_command(std::string_view command);

}  // namespace sohoa::cli
