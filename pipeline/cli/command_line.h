#pragma once

namespace sohoa::cli {

/// What a shell sees.
inline constexpr int exit_done = 0;
inline constexpr int exit_some_failed = 1;
inline constexpr int exit_usage = 2;
inline constexpr int exit_interrupted = 130;

/// The `sohoa` command: parses the words, does the job, returns the exit code.
int run(int count, char** words);

}  // namespace sohoa::cli
