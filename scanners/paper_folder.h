#pragma once
#include <set>
#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

#include "base/problem.h"

namespace sohoa::scanners {

/// Names a file or folder whatever path leads to it.
using FileId = std::pair<dev_t, ino_t>;

/// What stands in one folder, in natural order.
struct PaperFolder {
    std::vector<std::string> papers;       ///< names of files to be read
    std::vector<std::string> folders;      ///< names of folders: real ones first, then links to folders
    std::vector<std::string> passed_over;  ///< names of files that are no papers
};

/// Whether symbolic links in folders lead somewhere, or are as if they did not stand there.
enum class Links { followed, left_alone };

/// Lists a folder. Hidden entries and files whose content is no paper are passed over; a file that looks like a paper
/// by its name but is empty, unreadable or of unknown content is kept or reported, so that nothing is lost in silence.
PaperFolder list_papers(const std::string& path, std::vector<Problem>& problems, Links links = Links::followed);

/// nullopt-like {0, 0} where the path leads nowhere.
FileId file_id(const std::string& path);

}  // namespace sohoa::scanners
