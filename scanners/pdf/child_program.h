#pragma once
#include <chrono>
#include <string>
#include <sys/types.h>
#include <vector>

#include "base/result.h"

namespace sohoa::scanners {

/// The full path of a program by $PATH; empty where there is none.
std::string find_program(const std::string& name);

/// A program run beside ours, its output read through a pipe. It is started without a shell, with bounds on memory and
/// time, in a process group of its own; it dies with its object and with our program.
class ChildProgram {
public:
    using Clock = std::chrono::steady_clock;

    /// `input` becomes its standard input; its messages are dropped. Fails with render_failed.
    static Result<ChildProgram> start(const std::string& path, const std::vector<std::string>& arguments, int input,
                                      Clock::time_point deadline);

    /// Kills what still runs and waits for it.
    ~ChildProgram();
    ChildProgram(ChildProgram&& other) noexcept;
    ChildProgram& operator=(ChildProgram&&) = delete;
    ChildProgram(const ChildProgram&) = delete;
    ChildProgram& operator=(const ChildProgram&) = delete;

    /// Reads exactly `count` bytes unless the output ends or the deadline passes; gives the number read.
    std::size_t read(void* to, std::size_t count);

    bool out_of_time() const { return out_of_time_; }

private:
    ChildProgram(pid_t pid, int output, Clock::time_point deadline) : pid_(pid), output_(output), deadline_(deadline) {}

    pid_t pid_ = -1;
    int output_ = -1;
    Clock::time_point deadline_;
    bool out_of_time_ = false;
};

}  // namespace sohoa::scanners
