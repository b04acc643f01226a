#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace sohoa {

/// Why `path` cannot be opened for reading (from errno): file_missing or file_unreadable, with the file named.
Problem unreadable(const std::string& path);

/// Why `path` cannot be written (from errno): disk_full or output_unwritable, with the file named.
Problem unwritable(const std::string& path);

/// The whole file. Fails with file_missing, file_unreadable, or too_many_bytes beyond `limit` bytes.
Result<std::string> read_file(const std::string& path, std::size_t limit = std::size_t{1} << 31);

/// Writes a file that appears whole or not at all: a temporary neighbour is written, synced and renamed. On failure
/// nothing is left behind.
Result<void> write_file_atomically(const std::string& path, std::string_view bytes);

/// A file being written under a temporary name in the folder of its final path. Until `commit` nothing stands at the
/// final path; without `commit` the temporary file is removed.
class AtomicFile {
public:
    explicit AtomicFile(std::string final_path);
    ~AtomicFile();
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&&) = delete;
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    /// Where to write until commit: for libraries that want a name.
    const std::string& temporary_path() const { return temporary_; }
    const std::string& final_path() const { return final_; }

    /// Syncs the temporary file and renames it to the final path.
    Result<void> commit();

private:
    std::string final_;
    std::string temporary_;
    bool done_ = false;
};

/// Removes temporary files of AtomicFile and write_file_atomically that a killed program left in the folder and below.
/// Call it only when nobody is writing there. What cannot be removed stays.
void remove_temporary_files(const std::string& folder);

/// Makes what was created, renamed or removed in a folder survive a power cut. A file system that cannot is no error.
void sync_folder(const std::string& path);

/// Creates the folder and its parents. Fails with output_unwritable or disk_full.
Result<void> make_folders(const std::string& path);

}  // namespace sohoa
