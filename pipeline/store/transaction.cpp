#include "pipeline/store/transaction.h"

#include <sqlite3.h>

namespace sohoa::store {

Transaction::Transaction(Connection& connection, For what) : database_(connection.database()) {
    if (sqlite3_get_autocommit(database_.getHandle()) != 0) {
        outer_.emplace(database_, what == For::changing ? SQLite::TransactionBehavior::IMMEDIATE
                                                        : SQLite::TransactionBehavior::DEFERRED);
    } else {
        database_.exec("SAVEPOINT part");
        open_part_ = true;
    }
}

Transaction::~Transaction() {
    // Where SQLite has rolled everything back by itself (a full disk), there is no part left to take back.
    if (open_part_ && sqlite3_get_autocommit(database_.getHandle()) == 0) {
        database_.tryExec("ROLLBACK TO part");
        database_.tryExec("RELEASE part");
    }
}

void Transaction::commit() {
    if (outer_) {
        outer_->commit();
    } else {
        database_.exec("RELEASE part");
        open_part_ = false;
    }
}

}  // namespace sohoa::store
