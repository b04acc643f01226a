#pragma once
#include <string>

#include "pipeline/store/catalogue.h"

namespace sohoa::store {

/// What the files of a document do not say themselves.
struct OutputOrigin {
    std::string id;            ///< the caller's, or empty
    std::string dossier_code;  ///< where the JSON has none: the name of the dossier's folder
    std::string by = "sohoa digitize";
};

/// Puts a document into the catalogue from the files that were written of it: facts and fields from <stem>.json
/// (schema sohoa/1), page texts from <stem>.txt. In memory stands one page at a time, of the JSON what comes before and
/// after the pages. Paths may be relative; absolute ones are stored. Fails with file_missing, file_damaged, or as
/// Catalogue::add.
Result<AddedDocument> add_from_output(Catalogue& catalogue, const std::string& json_path, const std::string& txt_path,
                                      const std::string& pdf_path, const OutputOrigin& origin = {});

}  // namespace sohoa::store
