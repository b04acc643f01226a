#pragma once
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

#include "pipeline/run/document_flow.h"
#include "pipeline/service/data_folder.h"
#include "pipeline/service/jobs.h"
#include "pipeline/service/metrics.h"
#include "pipeline/service/pages_under_way.h"

namespace sohoa::service {

/// Reads the queued documents and records what came of them. One thread calls run(); the others may wake it and tell it
/// of documents that were removed.
class JobRunner : public run::FlowListener {
public:
    /// `catalogue` is this thread's own. `finished` is called after each job that ended.
    JobRunner(store::Catalogue& catalogue, const DataFolder& data, run::FlowOptions options, PagesUnderWay& under_way,
              Metrics& metrics, std::function<void()> finished);

    /// Until `stop` turns true; pages in flight are dropped then, and the next server goes on with the rest.
    void run(const std::atomic<bool>& stop);

    /// There may be something new in the queue.
    void wake();
    /// The document's rows are gone; its files go when nothing works on them.
    void removed(const std::string& id);

    /// The runner has looked after its work within the last minute, and its disk has room.
    bool is_well() const;

    void document_opened(std::size_t ticket, int pages, int done) override;
    void page_read(std::size_t ticket) override;
    void page_lost(std::size_t) override {}
    void document_done(std::size_t ticket, const scanners::Arrival& arrival,
                       const run::DocumentSummary& summary) override;

private:
    using Clock = std::chrono::steady_clock;
    struct Ended {
        std::string id;
        JobResult result;
    };

    std::optional<run::NextDocument> next();
    void rest();
    void sweep_removed();
    /// False when it has to be tried again later.
    bool record(const Ended& ended);
    void record_ended();
    void pause(const Problem& why);

    store::Catalogue& catalogue_;
    const DataFolder& data_;
    PagesUnderWay& under_way_;
    Metrics& metrics_;
    std::function<void()> finished_;
    std::unordered_map<std::size_t, std::string> running_;  ///< id by ticket
    std::vector<Ended> ended_;                              ///< not recorded yet
    Clock::time_point paused_until_;
    std::atomic<long long> last_step_{0};
    std::atomic<bool> disk_full_{false};
    std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false;
    std::vector<std::string> removed_;
    run::DocumentFlow flow_;
};

}  // namespace sohoa::service
