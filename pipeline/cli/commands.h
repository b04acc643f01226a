#pragma once
#include <functional>
#include <string>

#include "base/bilingual.h"

namespace CLI {
class App;
}

/// One function a subcommand: adds itself to the application and leaves in `action` what to do when it was chosen.
namespace sohoa::cli {

using Action = std::function<int()>;

/// Heading under which the commands stand in the help.
inline constexpr const char* command_group = "Lệnh (commands)";

void add_digitize(CLI::App& app, Language& language, Action& action);
void add_verify(CLI::App& app, Language& language, Action& action);
void add_find(CLI::App& app, Language& language, Action& action);
void add_backup(CLI::App& app, Language& language, Action& action);
void add_serve(CLI::App& app, Language& language, Action& action);
void add_watch(CLI::App& app, Language& language, Action& action);
void add_evaluate(CLI::App& app, Language& language, Action& action);
void add_inspect(CLI::App& app, Language& language, Action& action);
/// `file` is what --config says.
void add_config(CLI::App& app, Language& language, const std::string& file, Action& action);
void add_page_worker(CLI::App& app, Action& action);

}  // namespace sohoa::cli
