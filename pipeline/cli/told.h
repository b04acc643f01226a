#pragma once
#include "base/problem.h"

namespace sohoa::cli {

/// Tells a problem that ends the command, with numbers of persons masked; returns `status`, the exit code.
int told(const Problem& problem, Language language, int status);

}  // namespace sohoa::cli
