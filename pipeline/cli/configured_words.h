#pragma once
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace sohoa::cli {

/// Which options stand among the words of a command.
struct GivenOptions {
    bool understood = false;  ///< false: the words are wrong, or ask for help
    std::string command;
    std::set<std::string> names;                              ///< long names, without "--"
    std::vector<std::pair<std::string, std::string>> values;  ///< of the command's options, as typed
    std::string configuration_file;                           ///< --config
};
GivenOptions options_given(const std::vector<std::string>& words);

/// The words of a command, with what configuration files and environment say about options that do not stand among
/// them. Words that ask for help or are wrong come back as they are. Fails as read_configuration().
Result<std::vector<std::string>> configured_words(const std::vector<std::string>& words);

}  // namespace sohoa::cli
