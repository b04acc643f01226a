#include "pipeline/store/connection.h"

#include <cerrno>
#include <fmt/format.h>
#include <sqlite3.h>
#include <thread>

#include "base/files.h"

namespace sohoa::store {

namespace {

/// The switch to the write-ahead log needs the file alone for an instant and does not wait by itself.
void use_write_ahead_log(SQLite::Database& database, std::chrono::milliseconds wait) {
    const auto end = std::chrono::steady_clock::now() + wait;
    for (;;) {
        try {
            database.execAndGet("PRAGMA journal_mode = WAL");
            return;
        } catch (const SQLite::Exception& error) {
            const int why = error.getErrorCode() & 0xff;
            if (why != SQLITE_BUSY || std::chrono::steady_clock::now() > end) throw;
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
        }
    }
}

}  // namespace

Connection::Connection(std::string path, int flags, std::chrono::milliseconds wait)
    : path_(std::move(path)), database_(path_, flags, static_cast<int>(wait.count())) {
    // The tables of the index are not written by hand. (The schema stays trusted: triggers of ours use FTS5, which
    // SQLite 3.40 counts among what an untrusted schema may not.)
    sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    database_.exec("PRAGMA cell_size_check = ON");
    use_write_ahead_log(database_, wait);
    // FULL: a document that was accepted is still there after a power cut.
    database_.exec("PRAGMA synchronous = FULL");
    database_.exec("PRAGMA foreign_keys = ON");
    database_.exec("PRAGMA cache_size = -16000");
}

Problem damaged(const std::string& path) {
    return problem(code::catalogue_damaged, {"Kho tra cứu bị hỏng", "the catalogue is damaged"},
                   {"Dừng mọi chương trình đang dùng kho, rồi chạy: sohoa backup --restore BẢN_SAO --catalog KHO; hoặc "
                    "tạo kho mới bằng cách chạy lại sohoa digitize với --catalog (kết quả đã có được đưa vào lại)",
                    "stop the programs that use it, then: sohoa backup --restore BACKUP --catalog FILE; or fill a new "
                    "one by running sohoa digitize again with --catalog (outputs that are there are put in again)"})
        .in_file(path);
}

Problem no_catalogue(const std::string& path) {
    return problem(code::catalogue_unknown,
                   {"Tệp này không phải là kho tra cứu của sohoa", "the file is no catalogue of sohoa"},
                   {"Chọn tệp khác với --catalog", "name another file with --catalog"})
        .in_file(path);
}

Problem problem_of(const SQLite::Exception& error, const std::string& path) {
    switch (error.getErrorCode() & 0xff) {
        case SQLITE_CORRUPT:
            return damaged(path);
        case SQLITE_NOTADB:
            return no_catalogue(path);
        case SQLITE_FULL:
            errno = ENOSPC;
            return unwritable(path);
        case SQLITE_NOMEM:
            return problem(code::out_of_memory, {"Hết bộ nhớ", "out of memory"}).in_file(path);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return problem(code::catalogue_busy,
                           {"Kho tra cứu đang bị chương trình khác giữ quá lâu",
                            "another program has been writing the catalogue for too long"},
                           {"Chờ chương trình đó xong rồi chạy lại đúng lệnh này",
                            "let it finish and run the same command again"})
                .in_file(path);
        default: {
            const std::string why = error.what();
            return problem(code::catalogue_unwritable,
                           {"Không mở hoặc không ghi được kho tra cứu: " + why,
                            "the catalogue cannot be opened or written: " + why},
                           {"Kiểm tra đường dẫn và quyền ghi; kho phải nằm trên đĩa của máy này, không phải thư mục "
                            "mạng",
                            "check the path and the permission to write; the catalogue belongs on a disk of this "
                            "machine, not on a network share"})
                .in_file(path);
        }
    }
}

}  // namespace sohoa::store
