#include "pipeline/service/request_log.h"

#include <ctime>
#include <unistd.h>

#include "base/date.h"
#include "base/masking.h"

namespace sohoa::service {

void log_line(const std::string& text, const std::string& id) {
    // In one piece, so that lines of several threads never run together.
    const std::string line =
        vietnam_time(std::time(nullptr)) + " " + masked(text) + (id.empty() ? "" : " ") + id + "\n";
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace sohoa::service
