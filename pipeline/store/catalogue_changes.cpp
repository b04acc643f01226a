#include <algorithm>
#include <fmt/format.h>
#include <openssl/rand.h>
#include <set>

#include "base/date.h"
#include "base/masking.h"
#include "base/vietnamese.h"
#include "pipeline/store/catalogue.h"
#include "pipeline/store/facts.h"
#include "pipeline/store/passages.h"
#include "pipeline/store/rows.h"
#include "pipeline/store/transaction.h"

namespace sohoa::store {

namespace {

/// A change that others see whole or not at all.
class Change {
public:
    explicit Change(Connection& connection)
        : connection_(connection), transaction_(connection), now_(vietnam_time(now_or_source_date_epoch())) {}

    void commit() { transaction_.commit(); }
    const std::string& now() const { return now_; }

    template <class... Values>
    int run(const char* sql, const Values&... values) {
        SQLite::Statement statement(connection_.database(), sql);
        int k = 0;
        (statement.bind(++k, values), ...);
        return statement.exec();
    }

    std::optional<std::int64_t> first(const char* sql, const std::vector<std::string>& values) {
        SQLite::Statement statement(connection_.database(), sql);
        int k = 0;
        for (const std::string& value : values) statement.bind(++k, value);
        if (!statement.executeStep()) return std::nullopt;
        return statement.getColumn(0).getInt64();
    }

    void note(const std::string& id, State state, const std::string& by, const std::string& what) {
        run("INSERT INTO journal (public_id, state, at, by, what) VALUES (?, ?, ?, ?, ?)", id,
            std::string(name_of(state)), now_, by, what);
    }

    void set_state(std::int64_t document, const std::string& id, State state, const std::string& by,
                   const std::string& what) {
        run("UPDATE document SET state = ?, updated_at = ? WHERE id = ?", std::string(name_of(state)), now_, document);
        note(id, state, by, what);
    }

    std::int64_t insert(const std::string& id, bool id_given, const std::string& source_file,
                        const std::string& source_key, const std::string& dossier_code, const std::string& by) {
        run("INSERT INTO document (public_id, public_id_given, state, source_file, source_key, dossier_code, added_at, "
            "updated_at) VALUES (?, ?, 'received', ?, ?, ?, ?, ?)",
            id, id_given ? 1 : 0, valid_utf8(source_file), source_key, dossier_code, now_, now_);
        const std::int64_t document = connection_.database().getLastInsertRowid();
        note(id, State::received, by, "");
        return document;
    }

    void remove(std::int64_t document) {
        remove_passages(connection_, document);
        run("DELETE FROM document WHERE id = ?", document);
    }

    /// Brings what is derived from fields and pages up to date.
    void refresh(std::int64_t document) {
        const auto fields = read_fields(connection_, document);
        const FieldFacts facts = facts_of(fields);
        const Owner owner = facts.owners.empty() ? Owner{} : facts.owners.front();
        run("UPDATE document SET number = ?, symbol = ?, date = ?, issuer = ?, summary = ?, owner_name = ?, "
            "owner_id_number = ?, updated_at = ? WHERE id = ?",
            facts.number, facts.symbol, facts.date, facts.issuer, facts.summary, owner.full_name, owner.id_number, now_,
            document);
        run("DELETE FROM owner WHERE document = ?", document);
        for (const Owner& each : facts.owners) {
            run("INSERT OR IGNORE INTO owner (document, id_number, full_name) VALUES (?, ?, ?)", document,
                each.id_number, each.full_name);
        }
        run("DELETE FROM document_number WHERE document = ?", document);
        for (const std::string& number : facts.numbers) {
            run("INSERT OR IGNORE INTO document_number (document, number_key) VALUES (?, ?)", document, number);
        }
        const DocumentFacts row = read_facts(connection_, document);
        std::string extra = row.kind.label + "\n" + row.source_file + "\n" + row.dossier_code;
        for (const auto& field : fields) extra += "\n" + field.normalized;
        write_passages(connection_, document, extra);
    }

    Connection& connection() { return connection_; }

private:
    Connection& connection_;
    Transaction transaction_;
    const std::string now_;
};

/// 128 random bits.
std::string new_id() {
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof bytes) != 1) throw std::runtime_error("no random numbers");
    std::string id;
    for (const unsigned char byte : bytes) id += fmt::format("{:02x}", byte);
    return id;
}

bool needs_eyes(const NewDocument& document) {
    return document.incomplete || std::any_of(document.fields.begin(), document.fields.end(),
                                              [](const auto& field) { return field.status == "review"; });
}

/// The row that `document` takes the place of, if any.
std::optional<std::int64_t> place_of(Change& change, const NewDocument& document) {
    auto by_output =
        change.first("SELECT id FROM document WHERE json_path = ? AND json_path <> ''", {document.outputs.json});
    if (!document.id.empty()) {
        const auto by_id = change.first("SELECT id FROM document WHERE public_id = ?", {document.id});
        if (by_output && by_output != by_id) change.remove(*by_output);
        return by_id;
    }
    const auto by_source = change.first(
        "SELECT id FROM document WHERE source_key = ? AND dossier_code = ? AND public_id_given = 0 "
        "ORDER BY json_path = ? DESC, id LIMIT 1",
        {document.source_key, document.dossier_code, document.outputs.json});
    // What stood at this output before is written over: it is found no longer.
    if (by_output && by_output != by_source) {
        const DocumentFacts old = read_facts(change.connection(), *by_output);
        if (old.source_key == document.source_key) return by_output;
        change.remove(*by_output);
    }
    return by_source;
}

bool is_same(const DocumentFacts& facts, const std::string& made_at, const NewDocument& document) {
    return facts.state != State::received && facts.identity == document.identity && made_at == document.made_at &&
           facts.source_key == document.source_key && facts.dossier_code == document.dossier_code &&
           OutputPaths{facts.pdf_path, facts.json_path, facts.txt_path} == document.outputs;
}

void write_fields(Change& change, std::int64_t document, const std::vector<dossier::Field>& fields) {
    change.run("DELETE FROM field WHERE document = ? AND status <> 'confirmed'", document);
    std::set<std::string> confirmed;
    for (const auto& field : read_fields(change.connection(), document)) confirmed.insert(field.name);
    int position = 0;
    for (const auto& field : fields) {
        ++position;
        if (!confirmed.contains(field.name)) write_field(change.connection(), document, position, field);
    }
}

int write_pages(Change& change, std::int64_t document, const PageTexts& pages) {
    change.run("DELETE FROM page WHERE document = ?", document);
    SQLite::Statement insert(change.connection().database(),
                             "INSERT INTO page (document, number, text) VALUES (?, ?, ?)");
    int number = 0;
    while (auto text = pages()) {
        insert.bind(1, document);
        insert.bind(2, ++number);
        insert.bind(3, valid_utf8(*text));
        insert.exec();
        insert.reset();
    }
    return number;
}

}  // namespace

Result<AddedDocument> Catalogue::add(const NewDocument& document, const PageTexts& pages) {
    return guarded(path(), [&]() -> Result<AddedDocument> {
        {  // Most of a second run is there already; looking does not keep others from writing.
            SQLite::Statement row(connection_->database(),
                                  "SELECT id, made_at FROM document WHERE json_path = ? AND json_path <> ''");
            row.bind(1, document.outputs.json);
            if (row.executeStep()) {
                const DocumentFacts facts = read_facts(*connection_, row.getColumn(0).getInt64());
                const bool same_id = document.id.empty() || document.id == facts.id;
                if (same_id && is_same(facts, row.getColumn(1).getString(), document))
                    return AddedDocument{facts.id, Added::unchanged};
            }
        }
        Change change(*connection_);
        auto row = place_of(change, document);
        AddedDocument result{document.id, row ? Added::replaced : Added::added};
        if (!row) {
            if (result.id.empty()) result.id = new_id();
            row = change.insert(result.id, !document.id.empty(), document.source_file, document.source_key,
                                document.dossier_code, document.by);
        }
        const DocumentFacts before = read_facts(*connection_, *row);
        result.id = before.id;
        if (before.source_key != document.source_key) {
            change.run("DELETE FROM field WHERE document = ?", *row);
            change.run("DELETE FROM field_history WHERE document = ?", *row);
        }
        change.run(
            "UPDATE document SET source_file = ?, source_key = ?, identity = ?, made_at = ?, dossier_code = ?, "
            "kind_id = ?, kind_label = ?, pages = ?, pdf_path = ?, json_path = ?, txt_path = ? WHERE id = ?",
            valid_utf8(document.source_file), document.source_key, document.identity, document.made_at,
            document.dossier_code, document.kind.id, document.kind.label, document.pages, document.outputs.pdf,
            document.outputs.json, document.outputs.txt, *row);
        write_fields(change, *row, document.fields);
        write_pages(change, *row, pages);
        change.refresh(*row);
        // What an operator has confirmed stays so; everything else stands where this reading puts it.
        if (before.state < State::confirmed) {
            change.set_state(*row, result.id, State::read, document.by, "");
            if (needs_eyes(document)) change.set_state(*row, result.id, State::review, document.by, "");
        } else {
            change.note(result.id, before.state, document.by, "read again");
        }
        change.commit();
        return result;
    });
}

Result<std::string> Catalogue::receive(const Received& received) {
    return guarded(path(), [&]() -> Result<std::string> {
        Change change(*connection_);
        if (!received.id.empty() && row_of(*connection_, received.id)) return received.id;
        const std::string id = received.id.empty() ? new_id() : received.id;
        change.insert(id, true, received.source_file, received.source_key, received.dossier_code, received.by);
        change.commit();
        return id;
    });
}

Result<void> Catalogue::step(const std::string& id, State state, const std::string& by, const std::string& what) {
    return guarded(path(), [&]() -> Result<void> {
        Change change(*connection_);
        const auto row = row_of(*connection_, id);
        if (!row) return fail(no_document(id));
        const State before = read_facts(*connection_, *row).state;
        if (!may_step(before, state)) {
            return fail(code::state_refused, {fmt::format("Tài liệu đang ở bước “{}”, không thể chuyển sang “{}”",
                                                          label_of(before).vi, label_of(state).vi),
                                              fmt::format("the document is {}, it cannot become {}",
                                                          label_of(before).en, label_of(state).en)});
        }
        change.set_state(*row, id, state, by, what);
        change.commit();
        return {};
    });
}

Result<void> Catalogue::confirm_field(const std::string& id, const std::string& name, const std::string& value,
                                      const std::string& normalized, const std::string& by, bool may_add) {
    return guarded(path(), [&]() -> Result<void> {
        Change change(*connection_);
        const auto row = row_of(*connection_, id);
        if (!row) return fail(no_document(id));
        auto fields = read_fields(*connection_, *row);
        auto at = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.name == name; });
        if (at == fields.end()) {
            if (!may_add) {
                return fail(code::field_missing,
                            {"Tài liệu không có trường " + name, "the document has no field " + name},
                            {"Kiểm tra lại tên trường", "check the field's name"});
            }
            dossier::Field added;
            added.name = name;
            at = fields.insert(fields.end(), std::move(added));
        }
        const std::string old = at->normalized;
        if (!value.empty()) at->value = valid_utf8(value);
        at->normalized = valid_utf8(normalized);
        at->status = "confirmed";
        at->confidence = 1;
        // Where it stands on the paper stays the first evidence; who vouches for it comes after.
        const dossier::Evidence operator_says{at->evidence.empty() ? 1 : at->evidence.front().page,
                                              at->evidence.empty() ? Box{} : at->evidence.front().box, "operator"};
        std::erase_if(at->evidence, [](const auto& evidence) { return evidence.source == "operator"; });
        at->evidence.push_back(operator_says);
        write_field(*connection_, *row, static_cast<int>(at - fields.begin()) + 1, *at);
        change.run(
            "INSERT INTO field_history (document, name, old_normalized, new_normalized, at, by) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            *row, name, old, at->normalized, change.now(), by);
        change.refresh(*row);
        change.commit();
        return {};
    });
}

Result<void> Catalogue::remove(const std::string& id, const std::string& by) {
    return guarded(path(), [&]() -> Result<void> {
        Change change(*connection_);
        const auto row = row_of(*connection_, id);
        if (!row) return fail(no_document(id));
        const State state = read_facts(*connection_, *row).state;
        change.remove(*row);
        change.note(id, state, by, "removed");
        change.commit();
        return {};
    });
}

}  // namespace sohoa::store
