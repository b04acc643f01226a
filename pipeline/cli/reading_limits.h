#pragma once
#include "pipeline/run/settings.h"
#include "pipeline/run/worker_process.h"

namespace CLI {
class App;
}

namespace sohoa::cli {

/// The limits that keep a broken file from holding up everything, as people write them.
struct ReadingLimits {
    long long megapixels = 150;
    long long megabytes = 2048;
    long long worker_megabytes = 4096;
    int pages = scanners::Limits{}.pages;
    int page_seconds = 120;

    /// Adds --max-megapixels and the others to a command.
    void add_to(CLI::App& command);
    void apply(run::Settings& settings, run::WorkerOptions& workers) const;
};

}  // namespace sohoa::cli
