#pragma once
#include <atomic>

namespace sohoa::cli {

/// Makes Ctrl-C, `kill` and a closed window turn the flag that is given, instead of ending the program; what was
/// ignored when the program started (nohup) stays so. A reader that goes away (SIGPIPE) ends nothing either.
const std::atomic<bool>& stop_in_good_order();

}  // namespace sohoa::cli
