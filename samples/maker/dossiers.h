#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace sohoa::maker {

/// Names of the dossiers that samples/dossiers holds: one for every field of a one-stop desk.
std::vector<std::string> dossier_names();

/// Writes one of them into `folder`/`name`: `<stem>.<level>.jpg` (`.pdf`, `.tif`) with `<stem>.txt` and
/// `<stem>.truth.json`. All its papers speak of the same people. The same seed gives the same bytes (with the same
/// fonts installed). Fails when a file cannot be written; throws std::invalid_argument for another name.
Result<void> make_dossier(const std::string& name, const std::string& folder, std::uint64_t seed);

/// All of them.
Result<void> make_dossiers(const std::string& folder, std::uint64_t seed);

}  // namespace sohoa::maker
