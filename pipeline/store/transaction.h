#pragma once
#include <optional>

#include "pipeline/store/connection.h"

namespace sohoa::store {

/// Changes that others see whole or not at all. One begun while another is open is a part of it: it can be taken back
/// alone, and is on disk when the outer one is. So several calls of a Catalogue become one step:
///
///     guarded(path, [&]() -> Result<void> { Transaction whole(connection); …calls…; whole.commit(); return {}; })
///
/// Throws SQLite::Exception: use it inside `guarded`.
class Transaction {
public:
    enum class For {
        changing,  ///< keeps other writers out from the beginning
        reading    ///< one view of everything, in nobody's way
    };
    explicit Transaction(Connection& connection, For what = For::changing);
    /// Takes back what was not committed.
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    SQLite::Database& database_;
    std::optional<SQLite::Transaction> outer_;
    bool open_part_ = false;
};

}  // namespace sohoa::store
