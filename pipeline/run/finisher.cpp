#include "pipeline/run/finisher.h"

#include <new>

namespace sohoa::run {

Finisher::Finisher(Write write) : write_(std::move(write)), thread_([this] { work(); }) {}

Finisher::~Finisher() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        waiting_.clear();
    }
    changed_.notify_all();
    thread_.join();
}

void Finisher::submit(DocumentJob* job) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(job);
    }
    changed_.notify_all();
}

std::vector<std::pair<DocumentJob*, Result<DocumentSummary>>> Finisher::collect() {
    const std::lock_guard lock(mutex_);
    return std::exchange(written_, {});
}

void Finisher::wait_until_idle() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.empty() && !busy_; });
}

void Finisher::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
        if (ending_) return;
        DocumentJob* job = waiting_.front();
        waiting_.pop_front();
        busy_ = true;
        lock.unlock();
        Result<DocumentSummary> result = fail(Problem{});
        try {
            result = write_(*job);
        } catch (const std::exception& error) {
            result = fail(code::internal_error, {std::string("Lỗi khi ghi hồ sơ: ") + error.what(),
                                                 std::string("writing the document failed: ") + error.what()});
        }
        lock.lock();
        busy_ = false;
        written_.emplace_back(job, std::move(result));
        changed_.notify_all();
    }
}

}  // namespace sohoa::run
