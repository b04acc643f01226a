#pragma once
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "pipeline/store/query.h"

namespace sohoa::store {

/// SQL and what is bound to its question marks.
struct Statement {
    std::string sql;
    std::vector<std::string> values;
};

/// Documents that hold every condition of the query but its words, newest first: rows of (document, 0).
/// Fails with `usage` where a condition says nothing: an owner without digits, a number without letters.
Result<Statement> documents_statement(const Query& query);

/// Documents that also answer `match` (FTS5), newest first, a row a passage: (document, passage). Asks the index first,
/// and the documents first where a condition leaves few of them.
Result<Statement> words_statement(const Query& query, const std::string& match);

}  // namespace sohoa::store
