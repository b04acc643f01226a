#pragma once
#include <string>

namespace sohoa::service {

/// One line on standard error: time and text, numbers of identity papers masked; at its end the id of a document, as it
/// stands. Any thread.
void log_line(const std::string& text, const std::string& id = {});

}  // namespace sohoa::service
