#pragma once
#include <optional>
#include <string>

namespace sohoa::run {

/// The SHA-256 that digitize wrote down for one of its outputs, in the JSON file beside it; nullopt where no such file
/// speaks of it. It shows an output that was damaged or exchanged by mistake. It proves nothing: whoever changes the
/// one file can change the other. Reads any file in constant memory, and nothing throws.
std::optional<std::string> recorded_sha256(const std::string& output_path);

/// Whether digitize wrote the file: the JSON file of a document or a dossier, or one of which such a file speaks.
/// Constant memory, and nothing throws.
bool is_recorded_output(const std::string& path);

}  // namespace sohoa::run
