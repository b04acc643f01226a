#pragma once
#include <optional>
#include <string>

#include "base/result.h"
#include "pipeline/run/output_lock.h"

namespace sohoa::run {

/// A folder of results that a long run holds, and takes again when it was gone, exchanged or full.
class OutputHold {
public:
    explicit OutputHold(std::string folder) : folder_(std::move(folder)) {}

    /// The folder is ours, and nobody removed or exchanged it.
    bool is_held() const { return lock_ && lock_->stands(); }

    /// Takes the folder where it is not held. Temporary files of a run that was killed go with the first time. Fails as
    /// OutputLock::take().
    Result<void> take();

    /// Whether it makes sense to write there again: a small file can be written, and 64 MB are free (of a small disk: a
    /// twentieth). Fails with disk_full or output_unwritable.
    Result<void> check_room() const;

private:
    std::string folder_;
    std::optional<OutputLock> lock_;
    bool first_ = true;
};

}  // namespace sohoa::run
