#pragma once
#include <nlohmann/json_fwd.hpp>

#include "pipeline/service/job.h"
#include "pipeline/service/pages_under_way.h"
#include "pipeline/store/catalogue.h"

/// Documents as the service shows them (schemas DocumentSummary and Document of docs/openapi.json).
namespace sohoa::service {

/// Status, state, kind, links. Holds no personal data beside the names of the files.
nlohmann::ordered_json job_summary(const Job& job, const store::DocumentFacts& facts);

/// The same with whose paper it is, progress and how many fields want eyes: one entry of the list.
nlohmann::ordered_json list_entry(const Job& job, const store::StoredDocument& document, const PageCount& under_way);

/// The same with fields, history and what went wrong.
nlohmann::ordered_json document_view(const Job& job, const store::StoredDocument& document, const PageCount& under_way);

/// A problem as it stands in answers: file names without the folders of the server.
nlohmann::ordered_json problem_view(const Problem& problem);

/// One change of a field, as in `history`.
nlohmann::ordered_json change_view(const store::FieldChange& change);

}  // namespace sohoa::service
