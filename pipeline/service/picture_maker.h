#pragma once
#include <atomic>
#include <mutex>

#include "pipeline/run/worker_pool.h"

namespace sohoa::service {

/// Makes pictures of pages in one worker process of its own, so that nobody waits behind pages being read, and no
/// outside bytes are decoded in the server. Any thread; pictures are made one after the other.
class PictureMaker {
public:
    explicit PictureMaker(run::WorkerOptions options) : pool_(1, std::move(options)) {}

    /// Fails as reading the page does, and with too_many_uploads when too many wait already.
    Result<void> make(run::PictureTask task);

private:
    std::mutex mutex_;
    std::atomic<int> waiting_{0};
    run::WorkerPool pool_;
};

/// The width a picture is made in: what is asked for, rounded up to one of a few, so that the pictures kept of a page
/// stay few. 0 where nothing or nonsense was asked for.
int picture_width(const std::string& asked);

}  // namespace sohoa::service
