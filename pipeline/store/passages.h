#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/store/connection.h"

namespace sohoa::store {

/// Passages of a document carry its number in the upper bits of theirs, so what the index finds needs no other table.
inline constexpr int passage_bits = 20;

/// Cuts the document's pages into passages of at most 32 pages or 128 kB of text (a single page may be longer), the
/// first with `extra` (values of fields, name of the file), and puts them in the place of what was there. In memory
/// stands one passage. Throws SQLite::Exception; call inside a transaction.
void write_passages(Connection& connection, std::int64_t document, const std::string& extra);

void remove_passages(Connection& connection, std::int64_t document);

}  // namespace sohoa::store
