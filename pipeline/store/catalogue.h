#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "pipeline/dossier/document.h"
#include "pipeline/store/query.h"
#include "pipeline/store/state.h"

/// The catalogue: what was digitised, and where it is found again.
namespace sohoa::store {

class Connection;

/// Where the files of a document are; absolute paths.
struct OutputPaths {
    std::string pdf;
    std::string json;
    std::string txt;

    bool operator==(const OutputPaths&) const = default;
};

/// A document to be put in.
struct NewDocument {
    std::string id;           ///< the caller's, or empty: then one is made
    std::string source_file;  ///< name as given
    std::string source_key;   ///< SHA-256 of the file; of a joined document, of the hashes of its files
    std::string identity;     ///< made_by.identity of its JSON
    std::string made_at;      ///< made_by.at of its JSON
    std::string dossier_code;
    dossier::Kind kind;
    std::vector<dossier::Field> fields;
    bool incomplete = false;  ///< something besides its fields wants eyes: fields missing, pages lost
    int pages = 0;
    OutputPaths outputs;
    std::string by;  ///< who puts it in, for the journal
};

/// Gives the text of the next page; nullopt after the last.
using PageTexts = std::function<std::optional<std::string>()>;

enum class Added { added, replaced, unchanged };

struct AddedDocument {
    std::string id;
    Added what = Added::added;
};

/// A document accepted and not read yet.
struct Received {
    std::string id;  ///< the caller's, or empty: then one is made
    std::string source_file;
    std::string source_key;
    std::string dossier_code;
    std::string by;
};

struct JournalEntry {
    State state = State::received;
    std::string at;
    std::string by;
    std::string what;
};

struct FieldChange {
    std::string name;
    std::string old_normalized;
    std::string new_normalized;
    std::string at;
    std::string by;
};

/// Everything known of one document.
struct StoredDocument {
    DocumentFacts facts;
    std::vector<dossier::Field> fields;
    std::vector<FieldChange> history;
    std::vector<JournalEntry> journal;
};

struct OpenOptions {
    bool create = true;                      ///< false: a file that is not there is an error
    bool check_whole = true;                 ///< look through the whole file for damage first: 10 s for 1.7 GB
    std::chrono::milliseconds wait{30'000};  ///< for other programs that write
};

/// One file that several programs may read and write at once (SQLite, write-ahead log). It belongs on a local disk: the
/// log does not work on network shares.
///
/// What a call changed is on disk when it returns (synchronous=FULL), all of it or nothing. Damage found later than at
/// opening is told by the call that met it, as catalogue_damaged. A Catalogue is used by one thread; every thread opens
/// its own.
///
/// Tables are made and brought up to date by numbered migrations (migrations.h).
class Catalogue {
public:
    static Result<Catalogue> open(const std::string& path, const OpenOptions& options = {});
    ~Catalogue();
    Catalogue(Catalogue&&) noexcept;
    Catalogue& operator=(Catalogue&&) noexcept;

    const std::string& path() const;

    /// Puts a document in, or in the place of what stands there. With an id of the caller's that is the row of the id;
    /// else the row of the same output path, or of the same source in the same dossier. A row replaced keeps its id,
    /// and, where the source is the same, what an operator confirmed. Nothing is written where nothing is new.
    Result<AddedDocument> add(const NewDocument& document, const PageTexts& pages);

    /// Notes a document that is still to be read; gives its id. A second time with the same id changes nothing.
    Result<std::string> receive(const Received& received);

    /// One step, with its journal entry. Fails with document_missing or state_refused.
    Result<void> step(const std::string& id, State state, const std::string& by, const std::string& what = {});

    /// An operator confirms a value or corrects it; an empty `value` keeps what was printed. What is searched for and
    /// the document's facts follow. Fails with document_missing or field_missing; a field that is new to the document
    /// is added when `may_add`.
    Result<void> confirm_field(const std::string& id, const std::string& name, const std::string& value,
                               const std::string& normalized, const std::string& by, bool may_add = false);

    /// Takes a document out; its journal stays.
    Result<void> remove(const std::string& id, const std::string& by);

    Result<StoredDocument> document(const std::string& id);

    Result<Found> find(const Query& query);

    /// For programs that build on the same file.
    Connection& connection() { return *connection_; }

private:
    explicit Catalogue(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

/// $SOHOA_CATALOG, else sohoa/catalogue.sqlite in the user's data folder ($XDG_DATA_HOME, ~/.local/share).
std::string default_catalogue_path();

}  // namespace sohoa::store
