#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scanners/paper_folder.h"

namespace sohoa::scanners {

/// Something that stands in a folder into which scanners and people put papers: a file, or a folder of files.
struct Sighting {
    std::string name;
    bool is_folder = false;
    int files = 1;            ///< in the folder and below it, hidden and temporary ones not counted
    std::uint64_t bytes = 0;  ///< of all of them
    std::uint64_t mark = 0;   ///< another one as soon as a name, a size or a time of change is another
    bool doubtful = false;    ///< an empty file or one under a temporary name is in it: somebody may still be writing

    bool operator==(const Sighting&) const = default;
};

/// What programs call a file until it is whole ("don.pdf.part", "~$don.docx", "x.crdownload"), and what systems leave
/// in folders (Thumbs.db, desktop.ini).
bool is_temporary_name(std::string_view name);

/// What stands at `folder`/`name`; nullopt where nothing does, or a link, pipe, socket or device: these are never
/// touched and never followed. Hidden files of a folder do not count. One walk, at most 64 folders deep.
std::optional<Sighting> sight(const std::string& folder, const std::string& name);

/// Everything that could be a paper at the top of a folder, in no order. Hidden and temporary names, empty folders,
/// what is no file and no folder, and what is named in `left_alone` are left out. Fails with file_missing or
/// file_unreadable when the folder cannot be read to its end.
Result<std::vector<Sighting>> list_drop_folder(const std::string& path, const std::set<FileId>& left_alone);

/// True when a program of this machine has the file, or a file of the folder, open for writing. False also where nobody
/// can know: on network shares, and for files of others.
bool is_open_for_writing(const std::string& path);

}  // namespace sohoa::scanners
