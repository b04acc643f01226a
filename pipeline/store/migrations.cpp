#include "pipeline/store/migrations.h"

#include <fmt/format.h>

namespace sohoa::models {
std::string_view migration_0001_documents();
std::string_view migration_0002_journal();
std::string_view migration_0003_jobs();
}  // namespace sohoa::models

namespace sohoa::store {

namespace {

/// "SOHO": says whose file it is (PRAGMA application_id).
constexpr int application_id = 0x534F484F;

int pragma(SQLite::Database& database, const char* name) {
    return database.execAndGet(fmt::format("PRAGMA {}", name)).getInt();
}

Problem newer(const std::string& path, int version) {
    return problem(
               code::catalogue_newer,
               {fmt::format("Kho tra cứu do phiên bản sohoa mới hơn tạo ra (cấu trúc số {}, bản này biết đến số {})",
                            version, migrations().size()),
                fmt::format("the catalogue was made by a newer sohoa (tables {}, this one knows up to {})", version,
                            migrations().size())},
               {"Nâng cấp sohoa trên máy này", "update sohoa on this machine"})
        .in_file(path);
}

}  // namespace

const std::vector<Migration>& migrations() {
    static const std::vector<Migration> steps{{1, models::migration_0001_documents()},
                                              {2, models::migration_0002_journal()},
                                              {3, models::migration_0003_jobs()}};
    return steps;
}

Result<void> migrate(Connection& connection, int version) {
    SQLite::Database& database = connection.database();
    const int known = static_cast<int>(migrations().size());
    for (;;) {
        const int owner = pragma(database, "application_id");
        const int at = pragma(database, "user_version");
        const bool fresh =
            owner == 0 && at == 0 && database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
        if (owner != application_id && !fresh) return fail(no_catalogue(connection.path()));
        if (at > known) return fail(newer(connection.path(), at));
        if (at < 0) return fail(damaged(connection.path()));
        if (at >= version) return {};
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        // Another program may have been quicker.
        if (pragma(database, "user_version") != at) continue;
        const Migration& step = migrations()[static_cast<std::size_t>(at)];
        database.exec(std::string(step.sql));
        database.exec(fmt::format("PRAGMA application_id = {}", application_id));
        database.exec(fmt::format("PRAGMA user_version = {}", step.version));
        transaction.commit();
    }
}

}  // namespace sohoa::store
