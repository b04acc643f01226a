#pragma once
#include <string>

namespace sohoa::cli {

/// A configuration file that names every key with what it means, and sets those that have a default to it. Read back it
/// changes nothing.
std::string example_configuration();

}  // namespace sohoa::cli
