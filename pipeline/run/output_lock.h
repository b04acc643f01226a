#pragma once
#include <string>

#include "base/result.h"

namespace sohoa::run {

/// Held while a run writes into an output folder, so that two runs never write the same documents at once. The system
/// lets go of it when the process ends, however it ends: a run that was killed never blocks the next.
class OutputLock {
public:
    /// Makes the folder if it must. Fails at once with output_in_use when another run holds it, with output_unwritable
    /// or disk_full when the folder cannot be written. On file systems without locks it is given to everybody.
    static Result<OutputLock> take(const std::string& output_folder);

    /// The folder and the lock's file in it are still the ones that were taken: nobody removed or exchanged them.
    bool stands() const;

    /// The run that held it before was killed, so that its temporary files may lie about.
    bool after_killed_run() const { return after_killed_run_; }

    /// Removes the lock's file and lets go.
    ~OutputLock();
    OutputLock(OutputLock&& other) noexcept;
    OutputLock& operator=(OutputLock&&) = delete;
    OutputLock(const OutputLock&) = delete;
    OutputLock& operator=(const OutputLock&) = delete;

private:
    OutputLock(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

    std::string path_;
    int descriptor_ = -1;
    bool after_killed_run_ = false;
};

}  // namespace sohoa::run
