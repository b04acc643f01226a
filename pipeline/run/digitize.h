#pragma once
#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "pipeline/run/progress.h"
#include "pipeline/run/settings.h"
#include "pipeline/run/worker_process.h"
#include "pipeline/sign/signer.h"

namespace sohoa::run {

struct DigitizeOptions {
    std::vector<std::string> inputs;
    std::string output_folder;
    int jobs = 0;  ///< worker processes; 0 = as many as there are cores
    bool join = false;
    bool force = false;  ///< write over outputs that differ
    Settings settings;
    WorkerOptions workers;
    const sign::SigningKey* key = nullptr;    ///< nullptr = unsigned
    const std::atomic<bool>* stop = nullptr;  ///< when it turns true: drop pages in flight, keep finished ones
};

struct BatchSummary {
    int documents = 0;
    int made = 0;               ///< documents whose output stands, even if pages were lost
    int failed = 0;             ///< documents with errors, and what `lost` holds
    std::vector<Problem> lost;  ///< inputs that became no document, lists that could not be written
    int signed_documents = 0;
    int left_as_they_are = 0;
    int pages = 0;
    int warnings = 0;
    std::vector<std::string> passed_over;  ///< files in folders that are no papers
    bool stopped = false;
    std::vector<std::string> unfinished;  ///< when stopped: the inputs (first file of each document) still to be done
    int pages_kept = 0;                   ///< when stopped: pages of unfinished documents that need not be read again
    double seconds = 0;
    long long worker_peak_kilobytes = 0;
    long long parent_peak_kilobytes = 0;
};

/// The main job: everything named becomes searchable, signed documents in the output folder. A file that fails is
/// reported and never stops the others. Fails only when nothing can be done at all: the output folder cannot be made,
/// or another run is working into it (output_in_use).
Result<BatchSummary> digitize(const DigitizeOptions& options, Progress& progress);

}  // namespace sohoa::run
