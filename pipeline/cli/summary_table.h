#pragma once
#include <string>
#include <vector>

#include "pipeline/run/digitize.h"

namespace sohoa::cli {

/// Columns a terminal needs for a text (marks take none, wide characters two).
int display_width(const std::string& text);

/// The table at the end of a batch: a row a document or input that became none, then what to look at
/// (list_of_warnings, all of it where `whole`), the totals and what to do next.
std::string summary_table(const std::vector<run::DocumentSummary>& documents, const run::BatchSummary& batch,
                          const std::string& output_folder, const sign::SigningKey* key, bool whole, Language language);

/// One line that names the files of folders that are no scans; empty when there are none.
std::string passed_over_note(const std::vector<std::string>& files, Language language);

/// What a run that was stopped leaves: how much is finished, what is not, how to go on.
std::string stopped_note(const run::BatchSummary& batch, Language language);

}  // namespace sohoa::cli
