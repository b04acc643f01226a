#pragma once
#include <functional>
#include <map>

#include "pipeline/service/job.h"
#include "pipeline/store/catalogue.h"

namespace sohoa::service {

/// What accepting a document came to.
struct Acceptance {
    std::string id;
    bool known_already = false;  ///< the same request was accepted before, under the same Idempotency-Key
};

/// What a finished job leaves.
struct JobResult {
    JobStatus status = JobStatus::failed;  ///< done or failed
    std::vector<Problem> problems;
    int pages = 0;
    std::vector<PageRun> page_runs;
};

struct JobFilter {
    std::optional<JobStatus> status;
    std::optional<store::State> state;
    std::int64_t before = 0;  ///< only jobs with smaller numbers; 0 = all
    int limit = 20;
};

/// The jobs of the service, beside their documents in the same catalogue. A cheap view of a catalogue: one thread, as
/// the catalogue itself. Every change is on disk when its call returns.
class Jobs {
public:
    explicit Jobs(store::Catalogue& catalogue) : catalogue_(catalogue) {}

    /// Job and document in one step. Fails with key_reused where the key was used for something else.
    Result<Acceptance> accept(const Job& job);

    Result<std::optional<Job>> find(const std::string& id);
    Result<std::optional<Job>> with_key(const std::string& idempotency_key);

    /// The oldest queued job, now running.
    Result<std::optional<Job>> begin_next();

    /// Back into the queue: what was running when the server ended (gives how many), or one job.
    Result<int> requeue_running();
    Result<void> requeue(const std::string& id);

    /// Ends a job. `record` puts the document into the catalogue in the same step, and so does the delivery of the news
    /// where the job has a callback. A job that was removed meanwhile is left alone: false.
    Result<bool> finish(const std::string& id, const JobResult& result, const std::function<Result<void>()>& record);

    /// Newest first.
    Result<std::vector<Job>> list(const JobFilter& filter);

    /// Takes job and document out and drops their deliveries; gives what the job was. Fails with document_missing.
    Result<Job> remove(const std::string& id, const std::string& by);

    /// How many of an operator's changes the document has; those written are noted by note_written.
    Result<int> changes_of(const std::string& id);
    Result<void> note_written(const std::string& id, int changes);
    /// Documents whose data file is behind.
    Result<std::vector<std::string>> behind();

    Result<std::map<std::string, long long>> count_by_status();
    /// Jobs that are not ended.
    Result<long long> waiting();
    Result<std::vector<std::string>> ids();

private:
    store::Catalogue& catalogue_;
};

}  // namespace sohoa::service
