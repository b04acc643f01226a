#pragma once
#include <chrono>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/run/page_task.h"
#include "pipeline/run/worker_process.h"

namespace sohoa::run {

/// What became of a task.
struct Outcome {
    std::size_t ticket = 0;  ///< as given to submit()
    Result<Answer> answer;
};

/// What workers have done so far.
struct PoolCounts {
    long long pages = 0;
    double page_seconds = 0;  ///< worker time of these
    long long deaths = 0;     ///< workers that died, answered nonsense or passed their deadline
};

/// Worker processes that do one task each at a time. A worker that dies, answers nonsense or passes its deadline is
/// replaced, and its task is tried once more in a fresh worker while no other task runs, because the cause may have
/// been what ran beside it; then the task fails with worker_died or worker_timeout. Single-threaded: the owner calls
/// wait().
class WorkerPool {
public:
    /// Workers start when they are first needed.
    WorkerPool(int workers, WorkerOptions options);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// True while a worker is idle and no task waits to be tried again alone.
    bool has_room() const;
    bool idle() const;

    /// Needs has_room().
    void submit(std::size_t ticket, Task task);

    /// Waits until something finished or `timeout` is over.
    std::vector<Outcome> wait(std::chrono::milliseconds timeout);

    /// Drops everything in flight and ends the workers.
    void stop();

    /// Largest resident memory that any worker reported, in kilobytes.
    long long peak_kilobytes() const { return peak_kilobytes_; }

    const PoolCounts& counts() const { return counts_; }

private:
    using Clock = std::chrono::steady_clock;
    struct Slot {
        std::optional<WorkerProcess> process;
        std::optional<Task> task;
        std::size_t ticket = 0;
        int attempts = 0;
        bool running = false;  ///< false while it waits to be tried again
        Clock::time_point begun;
        Clock::time_point deadline;
    };

    void dispatch(Slot& slot, std::vector<Outcome>& outcomes);
    void failed(Slot& slot, Problem why, std::vector<Outcome>& outcomes);
    void finished(Slot& slot, Result<Answer> answer, std::vector<Outcome>& outcomes);
    void try_again_alone(std::vector<Outcome>& outcomes);

    WorkerOptions options_;
    std::vector<Slot> slots_;
    std::vector<Outcome> early_;  ///< outcomes known before wait()
    long long peak_kilobytes_ = 0;
    PoolCounts counts_;
};

}  // namespace sohoa::run
