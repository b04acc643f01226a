#pragma once
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pipeline/store/connection.h"

namespace sohoa::store {

/// One numbered step from one version of the tables to the next: migrations/NNNN_name.sql. A step that was released is
/// never changed.
struct Migration {
    int version = 0;
    std::string_view sql;
};

const std::vector<Migration>& migrations();

/// Brings the tables up to `version` (the newest unless told otherwise), each step in a transaction of its own; does
/// nothing where they are. Fails with catalogue_newer where the file is ahead of this program, with catalogue_unknown
/// where another program made it. Throws SQLite::Exception: call inside `guarded`.
Result<void> migrate(Connection& connection, int version = static_cast<int>(migrations().size()));

}  // namespace sohoa::store
