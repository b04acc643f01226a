#pragma once
#include <string>

namespace sohoa::service {

/// One line on standard error: time and text, numbers of identity papers masked. Any thread.
void log_line(const std::string& text);

}  // namespace sohoa::service
