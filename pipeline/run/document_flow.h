#pragma once
#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pipeline/run/document_job.h"
#include "pipeline/run/finisher.h"
#include "pipeline/run/input_files.h"
#include "pipeline/run/progress.h"
#include "pipeline/run/settings.h"
#include "pipeline/run/worker_pool.h"
#include "pipeline/sign/signer.h"
#include "scanners/arrivals.h"

namespace sohoa::run {

struct FlowOptions {
    int jobs = 0;        ///< worker processes; 0 = as many as there are cores
    bool force = false;  ///< write over outputs that differ
    Settings settings;
    WorkerOptions workers;
    const sign::SigningKey* key = nullptr;  ///< nullptr = unsigned
    /// Not written over, even with `force`; a document's own files never are. nullptr = no others.
    const InputFiles* inputs = nullptr;
};

/// A document to be digitised. `ticket` is the owner's, and comes back with everything that is told of it.
struct NextDocument {
    std::size_t ticket = 0;
    scanners::Arrival arrival;
    std::string output_folder;
};

/// Told what becomes of documents, from the thread that calls DocumentFlow::step().
class FlowListener {
public:
    virtual ~FlowListener() = default;
    /// All files of a document were looked at. `pages` of them will be read, `done` of these were read by a run before.
    virtual void document_opened(std::size_t ticket, int pages, int done) = 0;
    virtual void page_read(std::size_t ticket) = 0;
    virtual void page_lost(std::size_t ticket) = 0;
    virtual void document_done(std::size_t ticket, const scanners::Arrival& arrival,
                               const DocumentSummary& summary) = 0;
};

/// Documents on their way through the workers, several at once, for as long as its owner feeds it. Documents are opened
/// a little ahead of the pages being read, so that no worker waits and no more than a few documents are in memory.
/// Single-threaded: the owner calls step().
class DocumentFlow {
public:
    /// The next document to begin with, asked for when there is room for it; nullopt when there is none now.
    using Source = std::function<std::optional<NextDocument>()>;

    DocumentFlow(FlowOptions options, Source source, FlowListener& listener);
    DocumentFlow(const DocumentFlow&) = delete;
    DocumentFlow& operator=(const DocumentFlow&) = delete;

    /// Feeds the workers, waits for them no longer than `timeout`, and tells what came of it.
    void step(std::chrono::milliseconds timeout);

    /// Nothing is under way.
    bool idle() const { return active_.empty() && pool_.idle(); }

    /// Drops pages in flight; documents whose pages were all read are still written. What is left stays in the spool
    /// for a later run. Only unfinished() may be called afterwards.
    void stop();

    /// Reads no more pages of a document, which then ends as failed unless it is being written already. Nothing happens
    /// where the ticket is not under way.
    void abandon(std::size_t ticket);

    struct Unfinished {
        std::size_t ticket = 0;
        scanners::Arrival arrival;
        int pages_kept = 0;  ///< read already, and found again by the next run
    };
    /// What stop() left, in the order in which it was begun. Half-written pages are removed.
    std::vector<Unfinished> unfinished() const;

    /// Largest resident memory that any worker reported, in kilobytes.
    long long worker_peak_kilobytes() const { return pool_.peak_kilobytes(); }

    /// Pages read and workers lost so far.
    const PoolCounts& counts() const { return pool_.counts(); }

private:
    /// What a ticket of the pool was about.
    struct Asked {
        DocumentJob* job = nullptr;
        bool opening = false;
        int number = 0;                 ///< index of the file (opening) or output page
        std::optional<Problem> unread;  ///< the picture alone is wanted, for this reason
        bool rereading = false;         ///< `number` is an index of the job's rereads()
    };

    bool submit_one();
    Task reread_task(const DocumentJob& job, int index) const;
    void take_reread(const Asked& asked, const Result<Answer>& answer);
    Task page_task(const DocumentJob& job, int number) const;
    bool keep_picture(const Asked& asked, const Problem& why);
    void submit(Asked asked, Task task);
    void take(Outcome outcome);
    void begin_reading(DocumentJob& job);
    Problem another_output(const DocumentJob& job) const;
    std::optional<Problem> endangered_input(const DocumentJob& job) const;
    void finish(DocumentJob& job);
    void give_up(DocumentJob& job);
    void collect_documents();
    void conclude(DocumentJob& job, DocumentSummary document);

    const FlowOptions options_;
    Source source_;
    FlowListener& listener_;
    WorkerPool pool_;
    std::map<std::size_t, std::unique_ptr<DocumentJob>> active_;  ///< by position, so the first begun is read first
    std::unordered_map<const DocumentJob*, std::size_t> tickets_;
    std::unordered_set<const DocumentJob*> reading_;
    std::unordered_map<std::size_t, Asked> asked_;
    std::deque<Asked> rereads_;   ///< places that documents want read again before they are written
    std::deque<Asked> pictures_;  ///< pages that killed their workers, to be kept as pictures
    std::size_t next_position_ = 0;
    std::size_t next_ask_ = 0;
    Finisher finisher_;  // last: its thread ends before what it works on
};

}  // namespace sohoa::run
