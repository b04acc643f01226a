#include "pipeline/cli/told.h"

#include <iostream>

#include "base/masking.h"

namespace sohoa::cli {

int told(const Problem& problem, Language language, int status) {
    std::cerr << "✗ " << masked(describe(problem, language)) << "\n";
    return status;
}

}  // namespace sohoa::cli
