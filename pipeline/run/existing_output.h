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

/// Where the files of a document stand, or would.
struct OutputPlaces {
    std::string json;                 ///< OUT/<stem>.json, the last to be written
    std::string pdf;                  ///< OUT/<stem>.pdf
    std::vector<std::string> others;  ///< all else that could be written or removed
};

/// `identity` is what made_by.identity would be. Files without the JSON that speaks of them are somebody else's. Reads
/// only the head of the JSON, however long it is.
ExistingOutput existing_output(const OutputPlaces& places, const std::string& identity);

/// The files of a document that stand there although its JSON does not.
std::vector<std::string> files_of_others(const OutputPlaces& places);

/// Whether the JSON file speaks of a whole document made from files with these SHA-256, in this order, by whatever
/// version with whatever settings, and its PDF stands beside it.
bool is_whole_output_of(const OutputPlaces& places, const std::vector<std::string>& sources);

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
