#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "pipeline/run/document_job.h"
#include "pipeline/sign/signer.h"

namespace sohoa::run {

/// Makes the files of a document whose pages are in its spool: understands it, joins and signs the PDF, writes text and
/// data. Everything appears by rename; the JSON comes last, so where it stands the document is whole. The spool is
/// removed at the end.
///
/// Where understanding wants places read again and the job was not asked for them yet, nothing is written: the job has
/// them in rereads(), and this is to be called once more when they are served.
Result<DocumentSummary> write_document(DocumentJob& job, const Settings& settings, const sign::SigningKey* key);

/// OUT/<folder>/dossier.json over the documents of a folder, from their JSON files.
Result<void> write_dossier(const std::string& folder, const std::string& name, const std::vector<std::string>& stems);

}  // namespace sohoa::run
