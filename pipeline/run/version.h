#pragma once
#include <string>

namespace sohoa::run {

/// "0.1.0"
std::string version();

}  // namespace sohoa::run
