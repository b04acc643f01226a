#pragma once
#include <string>

namespace sohoa::run {

/// What stands at the place of an output already.
enum class ExistingOutput {
    none,
    same,  ///< made from the same bytes, with the same settings, by the same version, and complete
    different
};

/// `json_path` is OUT/<stem>.json, the last file of a document to be written. `identity` is what made_by.identity would
/// be. Reads only the head of the file, however long it is.
ExistingOutput existing_output(const std::string& json_path, const std::string& pdf_path, const std::string& identity);

}  // namespace sohoa::run
