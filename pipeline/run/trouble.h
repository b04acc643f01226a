#pragma once
#include <algorithm>
#include <chrono>

#include "base/problem.h"

namespace sohoa::run {

/// Something that is no paper's fault and keeps papers waiting: a full disk, a share that is gone. It is told when it
/// begins and when it changes, tried again after pauses that double, and told once more when it is over.
class Trouble {
public:
    using Time = std::chrono::steady_clock::time_point;

    Trouble(std::chrono::milliseconds first_pause, std::chrono::milliseconds longest_pause)
        : first_(first_pause), longest_(std::max(first_pause, longest_pause)) {}

    /// It was met. True when it is to be told.
    bool met(const Problem& why, Time now) {
        const bool is_new = !stands_ || why.code != code_;
        // Papers that were under way when it began meet it too: only a try after a pause makes the pause longer.
        if (!stands_) {
            // What comes back at once was never over.
            pause_ = pause_ > std::chrono::milliseconds{} && now < over_at_ + 2 * pause_
                         ? std::min(pause_ * 2, longest_)
                         : first_;
            next_try_ = now + pause_;
        } else if (now >= next_try_) {
            pause_ = std::min(pause_ * 2, longest_);
            next_try_ = now + pause_;
        }
        stands_ = true;
        code_ = why.code;
        return is_new;
    }

    /// It is no more. True when it stood until now, and so is to be told.
    bool over(Time now) {
        const bool stood = stands_;
        if (stood) over_at_ = now;
        stands_ = false;
        return stood;
    }

    bool stands() const { return stands_; }
    bool may_try(Time now) const { return !stands_ || now >= next_try_; }

private:
    std::chrono::milliseconds first_;
    std::chrono::milliseconds longest_;
    std::chrono::milliseconds pause_{};
    Time next_try_{};
    Time over_at_{};
    bool stands_ = false;
    std::string code_;
};

}  // namespace sohoa::run
