#pragma once
#include "pipeline/service/data_folder.h"
#include "pipeline/service/jobs.h"

/// The data file of a document (schema sohoa/1) after it was made. It is exchanged by rename; the signed PDF beside it
/// is never touched.
namespace sohoa::service {

/// Writes the dossier a document belongs to into its data file.
Result<void> write_dossier_code(const DataFolder& data, const std::string& id, const std::string& dossier_code);

/// Brings `fields` and `history` of the data file to what the catalogue holds, where an operator's changes are not in
/// it yet: after a change, and for what a killed server left. Any thread, one at a time.
Result<void> write_changes(store::Catalogue& catalogue, const DataFolder& data, const std::string& id);

}  // namespace sohoa::service
