#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace sohoa::evaluate {

/// What was written for one scan of a paper, beside its truth. Paths are empty where there is no such file.
struct Pair {
    std::string stem;
    std::string level;       ///< "office", "phone", …; "-" where the scan carries the stem alone
    std::string truth_path;  ///< <stem>.truth.json
    std::string scan_path;   ///< <stem>.<level>.jpg and the like, beside the truth
    std::string json_path;
    std::string text_path;

    bool missing() const { return json_path.empty() && text_path.empty(); }
};

struct Pairing {
    std::vector<Pair> pairs;  ///< by stem, then level, then path
    /// Levels of which scans lie beside the truth but no output was made at all, with their number of scans: they were
    /// not asked for, so they are told, not scored. None where levels were named.
    std::vector<std::pair<std::string, std::size_t>> untouched;
};

/// "a.b.office" → {"a.b", "office"}; a name without a dot has the level "-".
std::pair<std::string, std::string> stem_and_level(std::string_view name);

/// Pairs every `<stem>.<level>.json` and `.txt` somewhere under `output_folder` with the `<stem>.truth.json` somewhere
/// under `truth_folder`. Of several truths of one stem the one whose folder ends most like the output's is taken. A
/// scan beside a truth, of a level that has output elsewhere (or is named in `levels`), without output of its own is a
/// pair with missing(); so is a truth without scan and output, at the level of all output or else "?". Links to folders
/// are not followed.
///
/// Fails with file_missing where a folder is none, and where no output has a truth; with usage where one of
/// `levels` is none, naming those there are.
Result<Pairing> pair_up(const std::string& truth_folder, const std::string& output_folder,
                        const std::vector<std::string>& levels = {});

}  // namespace sohoa::evaluate
