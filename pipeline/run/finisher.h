#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "base/result.h"
#include "pipeline/run/document_job.h"

namespace sohoa::run {

/// Writes documents whose pages are all there, one after the other, beside the thread that feeds the workers, so that
/// joining a long paper does not leave workers idle. A submitted job belongs to the finisher until it is collected.
class Finisher {
public:
    using Write = std::function<Result<DocumentSummary>(DocumentJob&)>;

    explicit Finisher(Write write);
    /// Waits for the document being written; those still waiting are dropped.
    ~Finisher();
    Finisher(const Finisher&) = delete;
    Finisher& operator=(const Finisher&) = delete;

    void submit(DocumentJob* job);
    std::vector<std::pair<DocumentJob*, Result<DocumentSummary>>> collect();
    void wait_until_idle();

private:
    void work();

    Write write_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<DocumentJob*> waiting_;
    std::vector<std::pair<DocumentJob*, Result<DocumentSummary>>> written_;
    bool busy_ = false;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace sohoa::run
