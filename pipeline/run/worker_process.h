#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

#include "base/result.h"

namespace sohoa::run {

/// How workers are started and bounded.
struct WorkerOptions {
    std::string program;  ///< executable; empty = this program
    std::vector<std::string> arguments{"page-worker"};
    long long memory_bytes = 4LL << 30;  ///< address space of a worker (RLIMIT_AS); 0 = no bound
    std::chrono::seconds deadline{120};  ///< for one task
    int nice = 0;                        ///< how much the worker yields to others, 0 … 19
};

/// One worker: a child process with a pipe to it and a pipe from it. Killed by the destructor.
class WorkerProcess {
public:
    static Result<WorkerProcess> start(const WorkerOptions& options);

    ~WorkerProcess();
    WorkerProcess(WorkerProcess&& other) noexcept;
    WorkerProcess& operator=(WorkerProcess&& other) noexcept;
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;

    /// False when the worker is gone.
    bool send(const std::string& line);

    /// Descriptor to poll for answers.
    int answers() const { return from_; }

    enum class Event { nothing, line, gone };
    /// Call when `answers()` is readable: takes what is there; `line` gets a whole answer.
    Event receive(std::string& line);

    /// Ends the process now and says how it had ended if it had by itself: "signal 11", "exit 1".
    std::string end();

private:
    WorkerProcess(pid_t pid, int to, int from) : pid_(pid), to_(to), from_(from) {}
    void close_pipes();

    pid_t pid_ = -1;
    int to_ = -1;
    int from_ = -1;
    std::string buffer_;
};

}  // namespace sohoa::run
