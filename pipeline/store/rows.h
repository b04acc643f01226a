#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/dossier/document.h"
#include "pipeline/store/connection.h"
#include "pipeline/store/query.h"

/// Rows of the tables as values. Everything here throws SQLite::Exception: call inside `guarded`.
namespace sohoa::store {

/// Columns of `document` in the order facts_from reads them.
extern const char* const facts_columns;
DocumentFacts facts_from(SQLite::Statement& row);

std::optional<std::int64_t> row_of(Connection& connection, const std::string& public_id);
DocumentFacts read_facts(Connection& connection, std::int64_t document);
std::vector<dossier::Field> read_fields(Connection& connection, std::int64_t document);
void write_field(Connection& connection, std::int64_t document, int position, const dossier::Field& field);

Problem no_document(const std::string& id);

}  // namespace sohoa::store
