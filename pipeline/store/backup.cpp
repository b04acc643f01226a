#include "pipeline/store/backup.h"

#include <SQLiteCpp/Backup.h>
#include <filesystem>
#include <sqlite3.h>
#include <thread>

#include "base/files.h"
#include "pipeline/store/catalogue.h"
#include "pipeline/store/connection.h"
#include "pipeline/store/migrations.h"

namespace sohoa::store {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::milliseconds patience{30'000};

/// Copies all that `from` holds at one instant; with a write-ahead log that keeps nobody from writing.
void copy(SQLite::Database& from, SQLite::Database& to) {
    const auto end = std::chrono::steady_clock::now() + patience;
    SQLite::Backup backup(to, from);
    for (;;) {
        const int result = backup.executeStep(-1);
        if (result != SQLITE_BUSY && result != SQLITE_LOCKED) return;
        if (std::chrono::steady_clock::now() > end) throw SQLite::Exception("database is locked", result);
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
}

/// Looks through a file that nobody else uses and makes it one file without a log.
Result<BackupSummary> closed_and_checked(const std::string& path, const std::string& shown_as) {
    return guarded(shown_as, [&]() -> Result<BackupSummary> {
        BackupSummary summary;
        {
            Connection copy(path, SQLite::OPEN_READWRITE, patience);
            if (auto done = migrate(copy); !done) return fail(std::move(done.error()).in_file(shown_as));
            if (copy.database().execAndGet("PRAGMA integrity_check(1)").getString() != "ok")
                return fail(damaged(shown_as));
            copy.database().exec("INSERT INTO passage_words (passage_words, rank) VALUES ('integrity-check', 1)");
            summary.documents = copy.database().execAndGet("SELECT count(*) FROM document").getInt64();
            copy.database().execAndGet("PRAGMA journal_mode = DELETE");
        }
        std::error_code error;
        summary.bytes = static_cast<long long>(fs::file_size(path, error));
        return summary;
    });
}

/// Temporary neighbours that SQLite makes go with the file.
struct Neighbours {
    explicit Neighbours(std::string path) : path_(std::move(path)) {}
    ~Neighbours() {
        std::error_code error;
        for (const char* suffix : {"-wal", "-shm", "-journal"}) fs::remove(path_ + suffix, error);
    }
    Neighbours(const Neighbours&) = delete;
    Neighbours& operator=(const Neighbours&) = delete;

private:
    std::string path_;
};

/// Only the owner reads it: SQLite would make it readable for all.
Result<void> make_private(const std::string& path, const std::string& shown_as) {
    if (auto made = write_file_atomically(path, ""); !made) return fail(std::move(made.error()).in_file(shown_as));
    std::error_code error;
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, error);
    return {};
}

Result<BackupSummary> copied(const std::string& from, const std::string& to, const OpenOptions& options) {
    auto source = Catalogue::open(from, options);
    if (!source) return fail(source.error());
    if (const fs::path folder = fs::path(to).parent_path(); !folder.empty()) {
        if (auto made = make_folders(folder.string()); !made) return fail(made.error());
    }
    AtomicFile file(to);
    const Neighbours neighbours(file.temporary_path());
    if (auto made = make_private(file.temporary_path(), to); !made) return fail(made.error());
    const auto done = guarded(to, [&]() -> Result<void> {
        SQLite::Database target(file.temporary_path(), SQLite::OPEN_READWRITE, static_cast<int>(patience.count()));
        copy(source->connection().database(), target);
        return {};
    });
    if (!done) return fail(done.error());
    auto summary = closed_and_checked(file.temporary_path(), to);
    if (!summary) return summary;
    if (auto appeared = file.commit(); !appeared) return fail(appeared.error());
    return summary;
}

}  // namespace

Result<BackupSummary> back_up(const std::string& catalogue_path, const std::string& target) {
    std::error_code error;
    if (fs::equivalent(catalogue_path, target, error)) {
        return fail(problem(code::usage, {"Bản sao trùng với chính kho", "the backup would be the catalogue itself"},
                            {"Chọn tệp khác với -o", "name another file with -o"})
                        .in_file(target));
    }
    return copied(catalogue_path, target, {.create = false, .check_whole = false});
}

namespace {

/// Fails while another program has the catalogue open: SQLite gives up a write-ahead log only for the last one. What
/// cannot be opened as a catalogue is being replaced for that reason.
Result<void> nobody_uses(const std::string& path) {
    std::error_code error;
    if (!fs::exists(path, error)) return {};
    const auto is_last = [&] {
        try {
            SQLite::Database database(path, SQLite::OPEN_READWRITE, 1000);
            return database.execAndGet("PRAGMA journal_mode = DELETE").getString() == "delete";
        } catch (const SQLite::Exception& refused) {
            return refused.getErrorCode() != SQLITE_BUSY && refused.getErrorCode() != SQLITE_LOCKED;
        }
    };
    if (is_last()) return {};
    return fail(problem(code::catalogue_busy,
                        {"Có chương trình khác đang dùng kho này", "another program is using this catalogue"},
                        {"Dừng mọi lệnh sohoa watch, serve, digitize đang dùng kho rồi khôi phục lại",
                         "stop every sohoa watch, serve and digitize that uses it, then restore again"})
                    .in_file(path));
}

}  // namespace

Result<BackupSummary> restore(const std::string& backup_path, const std::string& catalogue_path) {
    std::error_code error;
    if (fs::equivalent(backup_path, catalogue_path, error)) {
        return fail(problem(code::usage, {"Bản sao trùng với chính kho", "the backup is the catalogue itself"})
                        .in_file(backup_path));
    }
    if (auto free = nobody_uses(catalogue_path); !free) return fail(free.error());
    // A log that stayed beside the file would be played into the restored one: it goes aside with the old file.
    const std::string ready = catalogue_path + ".restored";
    auto summary = copied(backup_path, ready, {.create = false, .check_whole = true});
    if (!summary) return summary;
    for (const char* suffix : {"", "-wal", "-shm"}) {
        const std::string name = catalogue_path + suffix;
        if (!fs::exists(name, error)) continue;
        fs::rename(name, catalogue_path + ".before-restore" + suffix, error);
        if (error) {
            errno = error.value();
            return fail(unwritable(name));
        }
    }
    fs::rename(ready, catalogue_path, error);
    if (error) {
        errno = error.value();
        return fail(unwritable(catalogue_path));
    }
    return summary;
}

}  // namespace sohoa::store
