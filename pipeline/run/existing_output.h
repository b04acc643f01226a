#pragma once
#include <string>
#include <vector>

#include "base/bilingual.h"

namespace sohoa::run {

/// What stands at the place of an output already.
enum class ExistingOutput {
    none,  ///< nothing, or what is to be made again: the same document that lost pages or whose PDF was taken away
    same,  ///< made from the same bytes, with the same settings, by the same version, and complete
    different
};

/// `json_path` is OUT/<stem>.json, the last file of a document to be written. `identity` is what made_by.identity would
/// be. Reads only the head of the file, however long it is.
ExistingOutput existing_output(const std::string& json_path, const std::string& pdf_path, const std::string& identity);

/// What a run would make an output from.
struct Making {
    std::string version;
    std::string settings;              ///< fingerprint() of them
    std::vector<std::string> sources;  ///< SHA-256 of the input files, in order
};

/// In what an output that is `different` differs from what would be made now, for the person who has to decide: "ký số:
/// trước không ký, nay có ký". Empty when nothing stands there. Reads only the head of the file.
std::vector<Bilingual> differences(const std::string& json_path, const Making& now);

}  // namespace sohoa::run
