#pragma once
#include <string>

#include "base/result.h"

namespace sohoa::store {

struct BackupSummary {
    long long documents = 0;
    long long bytes = 0;
};

/// Copies the catalogue while others go on writing it (SQLite's online backup: the copy is as of one instant). The copy
/// is looked through for damage and appears at `target` by rename, one file that needs no other.
Result<BackupSummary> back_up(const std::string& catalogue_path, const std::string& target);

/// Puts a backup in the place of the catalogue. The backup is looked through first. What stood there is kept beside it
/// as <name>.before-restore, with its log. Nobody may be using the catalogue meanwhile.
Result<BackupSummary> restore(const std::string& backup_path, const std::string& catalogue_path);

}  // namespace sohoa::store
