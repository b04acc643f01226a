#include "pipeline/store/rows.h"

#include <nlohmann/json.hpp>

#include "base/masking.h"

namespace sohoa::store {

using Json = nlohmann::json;

namespace {

std::string on_one_line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string evidence_text(const std::vector<dossier::Evidence>& evidence) {
    Json list = Json::array();
    for (const auto& each : evidence) {
        list.push_back({{"page", each.page},
                        {"box", {each.box.x, each.box.y, each.box.width, each.box.height}},
                        {"source", each.source}});
    }
    return on_one_line(list);
}

std::vector<dossier::Evidence> evidence_from(const std::string& text) {
    std::vector<dossier::Evidence> evidence;
    const Json list = Json::parse(text, nullptr, false);
    if (!list.is_array()) return evidence;
    for (const Json& each : list) {
        const Json box = each.value("box", Json::array());
        if (box.size() != 4) continue;
        evidence.push_back({each.value("page", 0),
                            {box[0].get<int>(), box[1].get<int>(), box[2].get<int>(), box[3].get<int>()},
                            each.value("source", "")});
    }
    return evidence;
}

}  // namespace

const char* const facts_columns =
    "public_id, state, source_file, source_key, identity, dossier_code, kind_id, kind_label, number, symbol, date, "
    "issuer, summary, owner_name, owner_id_number, pages, pdf_path, json_path, txt_path, added_at, updated_at";

DocumentFacts facts_from(SQLite::Statement& row) {
    DocumentFacts facts;
    int column = 0;
    const auto text = [&] { return row.getColumn(column++).getString(); };
    facts.id = text();
    facts.state = state_named(text()).value_or(State::received);
    for (std::string* each : {&facts.source_file, &facts.source_key, &facts.identity, &facts.dossier_code,
                              &facts.kind.id, &facts.kind.label, &facts.number, &facts.symbol, &facts.date,
                              &facts.issuer, &facts.summary, &facts.owner_name, &facts.owner_id_number}) {
        *each = text();
    }
    facts.pages = row.getColumn(column++).getInt();
    for (std::string* each : {&facts.pdf_path, &facts.json_path, &facts.txt_path, &facts.added_at, &facts.updated_at}) {
        *each = text();
    }
    return facts;
}

std::optional<std::int64_t> row_of(Connection& connection, const std::string& public_id) {
    SQLite::Statement row(connection.database(), "SELECT id FROM document WHERE public_id = ?");
    row.bind(1, public_id);
    if (!row.executeStep()) return std::nullopt;
    return row.getColumn(0).getInt64();
}

DocumentFacts read_facts(Connection& connection, std::int64_t document) {
    SQLite::Statement row(connection.database(),
                          std::string("SELECT ") + facts_columns + " FROM document WHERE id = ?");
    row.bind(1, document);
    if (!row.executeStep()) return {};
    return facts_from(row);
}

std::vector<dossier::Field> read_fields(Connection& connection, std::int64_t document) {
    SQLite::Statement row(connection.database(),
                          "SELECT name, value, normalized, status, confidence, evidence, alternatives FROM field "
                          "WHERE document = ? ORDER BY position, name");
    row.bind(1, document);
    std::vector<dossier::Field> fields;
    while (row.executeStep()) {
        dossier::Field field;
        field.name = row.getColumn(0).getString();
        field.value = row.getColumn(1).getString();
        field.normalized = row.getColumn(2).getString();
        field.status = row.getColumn(3).getString();
        field.confidence = row.getColumn(4).getDouble();
        field.evidence = evidence_from(row.getColumn(5).getString());
        const Json others = Json::parse(row.getColumn(6).getString(), nullptr, false);
        for (const Json& other : others) {
            if (other.is_string()) field.alternatives.push_back(other.get<std::string>());
        }
        fields.push_back(std::move(field));
    }
    return fields;
}

void write_field(Connection& connection, std::int64_t document, int position, const dossier::Field& field) {
    SQLite::Statement row(connection.database(),
                          "INSERT OR REPLACE INTO field (document, name, position, value, normalized, status, "
                          "confidence, evidence, alternatives) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    row.bind(1, document);
    row.bind(2, field.name);
    row.bind(3, position);
    row.bind(4, field.value);
    row.bind(5, field.normalized);
    row.bind(6, field.status);
    row.bind(7, field.confidence);
    row.bind(8, evidence_text(field.evidence));
    row.bind(9, on_one_line(Json(field.alternatives)));
    row.exec();
}

Problem no_document(const std::string& id) {
    const std::string shown = masked(id);
    return problem(code::document_missing, {"Không có tài liệu mang mã " + shown, "there is no document " + shown},
                   {"Kiểm tra lại mã", "check the id"});
}

}  // namespace sohoa::store
