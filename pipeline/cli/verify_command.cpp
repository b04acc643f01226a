#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <iostream>

#include "base/masking.h"
#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/pdf/structure.h"
#include "pipeline/sign/verifier.h"

namespace sohoa::cli {

void add_verify(CLI::App& app, Language& language, Action& action) {
    (void)app;
    (void)language;
    (void)action;
}

}  // namespace sohoa::cli
