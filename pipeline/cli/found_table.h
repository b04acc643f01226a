#pragma once
#include <string>

#include "base/bilingual.h"
#include "pipeline/store/query.h"

namespace sohoa::cli {

/// What was found, for a terminal: a row a document with the words found under it and the path of the PDF. Identity
/// numbers are masked, words found stand out (bold where `colours`, in brackets elsewhere).
std::string found_table(const store::Found& found, const store::Query& query, bool colours, Language language);

/// The same for programs: one JSON object, schema sohoa-find/1; nothing is masked.
std::string found_json(const store::Found& found);

}  // namespace sohoa::cli
