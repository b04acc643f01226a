#include "pipeline/store/catalogue.h"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

#include "base/files.h"
#include "pipeline/store/connection.h"
#include "pipeline/store/migrations.h"
#include "pipeline/store/rows.h"
#include "pipeline/store/transaction.h"

namespace sohoa::store {

namespace fs = std::filesystem;

namespace {

Problem missing(const std::string& path) {
    return problem(code::catalogue_missing, {"Chưa có kho tra cứu ở đây", "there is no catalogue here yet"},
                   {"Tạo kho: sohoa digitize … -o KẾT_QUẢ --catalog " + path + "; hoặc chỉ đúng tệp bằng --catalog",
                    "make one: sohoa digitize … -o OUT --catalog " + path + "; or name the right file with --catalog"})
        .in_file(path);
}

/// A new file is for its owner alone: it holds personal data. SQLite gives its log the same permissions.
Result<void> make_file(const std::string& path) {
    const fs::path folder = fs::path(path).parent_path();
    if (!folder.empty()) {
        if (auto made = make_folders(folder.string()); !made) return made;
    }
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return fail(unwritable(path));
    ::close(file);
    return {};
}

bool is_sound(SQLite::Database& database) {
    return database.execAndGet("PRAGMA quick_check(1)").getString() == "ok";
}

std::vector<FieldChange> history_of(Connection& connection, std::int64_t document) {
    SQLite::Statement row(connection.database(),
                          "SELECT name, old_normalized, new_normalized, at, by FROM field_history WHERE document = ? "
                          "ORDER BY id");
    row.bind(1, document);
    std::vector<FieldChange> history;
    while (row.executeStep()) {
        history.push_back({row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString(),
                           row.getColumn(3).getString(), row.getColumn(4).getString()});
    }
    return history;
}

std::vector<JournalEntry> journal_of(Connection& connection, const std::string& id) {
    SQLite::Statement row(connection.database(),
                          "SELECT state, at, by, what FROM journal WHERE public_id = ? ORDER BY id");
    row.bind(1, id);
    std::vector<JournalEntry> journal;
    while (row.executeStep()) {
        journal.push_back({state_named(row.getColumn(0).getString()).value_or(State::received),
                           row.getColumn(1).getString(), row.getColumn(2).getString(), row.getColumn(3).getString()});
    }
    return journal;
}

}  // namespace

Catalogue::Catalogue(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Catalogue::~Catalogue() = default;
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;

const std::string& Catalogue::path() const {
    return connection_->path();
}

Result<Catalogue> Catalogue::open(const std::string& path, const OpenOptions& options) {
    std::error_code error;
    if (!fs::exists(path, error)) {
        if (!options.create) return fail(missing(path));
        if (auto made = make_file(path); !made) return fail(made.error());
    }
    return guarded(path, [&]() -> Result<Catalogue> {
        auto connection = std::make_unique<Connection>(path, SQLite::OPEN_READWRITE, options.wait);
        if (auto done = migrate(*connection); !done) return fail(done.error());
        if (options.check_whole && !is_sound(connection->database())) return fail(damaged(path));
        return Catalogue(std::move(connection));
    });
}

Result<StoredDocument> Catalogue::document(const std::string& id) {
    return guarded(path(), [&]() -> Result<StoredDocument> {
        const Transaction view(*connection_, Transaction::For::reading);
        const auto row = row_of(*connection_, id);
        if (!row) return fail(no_document(id));
        StoredDocument document;
        document.facts = read_facts(*connection_, *row);
        document.fields = read_fields(*connection_, *row);
        document.history = history_of(*connection_, *row);
        document.journal = journal_of(*connection_, id);
        return document;
    });
}

std::string default_catalogue_path() {
    const auto variable = [](const char* name) -> std::string {
        const char* value = std::getenv(name);
        return value == nullptr ? "" : value;
    };
    if (std::string named = variable("SOHOA_CATALOG"); !named.empty()) return named;
    std::string data = variable("XDG_DATA_HOME");
    if (data.empty()) data = (fs::path(variable("HOME")) / ".local" / "share").string();
    return (fs::path(data) / "sohoa" / "catalogue.sqlite").string();
}

}  // namespace sohoa::store
