#include "pipeline/run/output_room.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/files.h"

namespace sohoa::run {

Result<void> OutputHold::take() {
    if (is_held()) return {};
    lock_.reset();
    auto lock = OutputLock::take(folder_);
    if (!lock) return fail(lock.error());
    // Later ones may be of our own workers.
    if (first_ && lock->after_killed_run()) remove_temporary_files(folder_);
    first_ = false;
    lock_.emplace(*std::move(lock));
    return {};
}

Result<void> OutputHold::check_room() const {
    struct statvfs disk {};
    if (::statvfs(folder_.c_str(), &disk) != 0) return fail(unwritable(folder_));
    constexpr std::uintmax_t enough = std::uintmax_t{64} << 20;
    const std::uintmax_t whole = std::uintmax_t{disk.f_blocks} * disk.f_frsize;
    // Some network file systems tell no sizes at all.
    if (whole > 0 && std::uintmax_t{disk.f_bavail} * disk.f_frsize < std::min(enough, whole / 20)) {
        errno = ENOSPC;
        return fail(unwritable(folder_));
    }
    const std::string probe = folder_ + "/.sohoa-room";
    if (auto written = write_file_atomically(probe, std::string(std::size_t{64} << 10, ' ')); !written) {
        return fail(std::move(written.error()).in_file(folder_));
    }
    ::unlink(probe.c_str());
    return {};
}

}  // namespace sohoa::run
