#pragma once
#include <chrono>
#include <string>
#include <vector>

#include "pipeline/run/progress.h"
#include "pipeline/run/watch.h"
#include "pipeline/run/watch_journal.h"
#include "scanners/arrivals.h"

namespace sohoa::run {

/// A taken paper on its way through the flow: its documents, and what became of them.
struct WatchedPaper {
    TakenPaper taken;
    scanners::Arrivals plan;    ///< `documents` only until they are given to the flow
    std::size_t next = 0;       ///< the next document for the flow
    std::size_t under_way = 0;  ///< documents in the flow
    std::vector<DocumentSummary> made;
    std::vector<scanners::Arrival> arrivals;  ///< of `made`
    std::size_t filed = 0;                    ///< of `made`: those that were put into the catalogue
    bool judged = false;
    bool dossiers_written = false;
    int attempts = 0;
    std::chrono::steady_clock::time_point not_before{};
    std::vector<Problem> problems;  ///< besides those of `made`
};

/// Finds out which documents the paper is, where it stands now.
void plan(WatchedPaper& paper, const WatchJournal& journal, const std::string& output_folder);

/// What the flow said about the paper as a whole.
enum class Verdict {
    whole,        ///< done, or failed by itself
    no_room,      ///< the output cannot be written
    no_tools,     ///< nothing can be read or signed at the moment, whatever the paper
    unreadable,   ///< its files could not be read: perhaps the share is gone
    other_output  ///< something else stands at its place
};
struct Judgement {
    Verdict verdict = Verdict::whole;
    Problem why;
};
Judgement judge(const WatchedPaper& paper);

/// Paths of files of the paper as they were in the watched folder: "don.jpg", "ho-so/trang-1.jpg".
Problem as_found(Problem problem, const WatchedPaper& paper, const WatchJournal& journal);

/// For people; `destination` is still empty.
WatchedPaperReport report_of(const WatchedPaper& paper, const WatchJournal& journal);

/// Documents that were refused because an output of the same files, made by another version or with other settings,
/// stands there whole, count as made. False when another one was refused too.
bool accept_older_outputs(WatchedPaper& paper, const std::string& output_folder);

/// Removes what was made of the paper at its place. Files of which no JSON of ours speaks stay. True when something was
/// removed.
bool remove_outputs(const WatchedPaper& paper, const std::string& output_folder);

/// dossier.json over the documents of each of its folders.
Result<void> write_dossiers(const WatchedPaper& paper, const std::string& output_folder);

}  // namespace sohoa::run
