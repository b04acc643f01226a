#pragma once
#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "pipeline/run/progress.h"
#include "pipeline/run/settings.h"
#include "pipeline/run/worker_process.h"
#include "pipeline/sign/signer.h"

namespace sohoa::run {

/// A document of a watched paper that stands in OUT, to be put wherever else it belongs (a catalogue).
struct WatchedDocument {
    std::string pdf;
    std::string dossier;  ///< the folder in which it was put; empty for a file
};

struct WatchOptions {
    std::string folder;
    std::string output_folder;
    int jobs = 0;  ///< worker processes; 0 = as many as there are cores
    Settings settings;
    WorkerOptions workers;
    const sign::SigningKey* key = nullptr;  ///< nullptr = unsigned
    std::chrono::milliseconds poll{2'000};  ///< between two looks into the folder
    std::chrono::milliseconds still{5'000};
    std::chrono::milliseconds longest_pause{60'000};  ///< between two tries while something is wrong
    bool once = false;                        ///< take what stands there, then end; end also at the first trouble
    std::vector<std::string> left_alone;      ///< files and folders that are no papers wherever they stand
    const std::atomic<bool>* stop = nullptr;  ///< when it turns true: end in good order
    /// Called for every document before its paper is put away. file_missing, file_unreadable and file_damaged are the
    /// paper's own failure, everything else is waited for. May be empty.
    std::function<Result<void>(const WatchedDocument&)> file_document;
};

/// What became of a paper.
struct WatchedPaperReport {
    std::string name;  ///< as it stood in the folder: any bytes
    bool is_folder = false;
    bool failed = false;
    std::string destination;           ///< below the folder: "done/2026-11-21/don.jpg"
    std::vector<std::string> outputs;  ///< PDF files
    bool stood_already = false;        ///< everything had been made before
    int pages = 0;
    int fields_to_review = 0;
    int passed_over = 0;            ///< files of a folder that are no scans
    std::vector<Problem> problems;  ///< worst first; files named as in the folder
};

/// Told what happens, from the thread that called watch().
class WatchListener {
public:
    virtual ~WatchListener() = default;
    /// The folder is ours; `left` papers of a run before go on.
    virtual void watching(std::size_t left) = 0;
    virtual void paper_done(const WatchedPaperReport& report) = 0;
    /// It was written to while it was read, and is taken again later.
    virtual void paper_changed(const std::string& name) = 0;
    /// A paper that cannot be taken; it stays where it is.
    virtual void refused(const Problem& why) = 0;
    /// Something that is no paper's fault keeps papers waiting.
    virtual void trouble(const Problem& why) = 0;
    virtual void trouble_over(const Bilingual& what) = 0;
};

struct WatchSummary {
    int done = 0;
    int failed = 0;             ///< papers in failed/, and those that could not be taken
    std::size_t under_way = 0;  ///< taken and not finished: the next run goes on
    std::size_t waiting = 0;    ///< still in the folder, as far as it was seen
    bool in_trouble = false;    ///< ended while something was wrong
};

/// Reads what is put into a folder, until it is told to stop. A file at the top is a document, a folder a dossier; each
/// is taken when it has stood still, goes to OUT under a name that is free there, and then to done/<day>/ or failed/
/// (with its reason beside it). Killed at any instant it goes on where it was: nothing is lost or done twice
/// (WatchJournal). Fails only before anything was taken: output_in_use (the folder or OUT has its run already),
/// file_missing, usage (OUT is the folder itself).
Result<WatchSummary> watch(const WatchOptions& options, WatchListener& listener);

/// The text beside a failed paper: what, why and what to do, in Vietnamese, then in English.
std::string reason_text(const WatchedPaperReport& report);

}  // namespace sohoa::run
