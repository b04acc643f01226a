#include "pipeline/run/output_lock.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "base/files.h"

namespace sohoa::run {

namespace {

Failure in_use(const std::string& folder) {
    return fail(problem(code::output_in_use,
                        {"Một lần chạy sohoa khác đang ghi vào thư mục kết quả này",
                         "another sohoa run is working into this output folder"},
                        {"Chờ lần chạy kia xong rồi chạy lại, hoặc chọn thư mục -o khác",
                         "wait until it has finished and run again, or choose another -o folder"})
                    .in_file(folder));
}

/// False when the file was removed by the run that held it before, between our opening and our locking it.
bool stands_at(const std::string& path, int descriptor) {
    struct stat held {};
    struct stat standing {};
    return ::fstat(descriptor, &held) == 0 && ::stat(path.c_str(), &standing) == 0 && held.st_dev == standing.st_dev &&
           held.st_ino == standing.st_ino;
}

}  // namespace

Result<OutputLock> OutputLock::take(const std::string& output_folder) {
    if (auto made = make_folders(output_folder); !made) return fail(made.error());
    const std::string path = (std::filesystem::path(output_folder) / ".sohoa-lock").string();
    for (;;) {
        constexpr int how = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW;
        int descriptor = ::open(path.c_str(), how | O_EXCL, 0666);
        const bool stood_before = descriptor < 0 && errno == EEXIST;
        if (stood_before) descriptor = ::open(path.c_str(), how, 0666);
        if (descriptor < 0) return fail(unwritable(output_folder));
        OutputLock lock(path, descriptor);
        lock.after_killed_run_ = stood_before;
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const int why = errno;
            if (why == EINTR) continue;
            if (why == EWOULDBLOCK) {
                lock.path_.clear();  // not ours to remove
                return in_use(output_folder);
            }
            lock.after_killed_run_ = false;  // nobody can know
            return lock;
        }
        if (stands_at(path, descriptor)) return lock;
        lock.path_.clear();
    }
}

bool OutputLock::stands() const {
    return stands_at(path_, descriptor_);
}

OutputLock::~OutputLock() {
    if (descriptor_ < 0) return;
    // Removed while it is still held: who opens it later finds another file, or none.
    if (!path_.empty() && stands()) ::unlink(path_.c_str());
    ::close(descriptor_);
}

OutputLock::OutputLock(OutputLock&& other) noexcept
    : path_(std::exchange(other.path_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)),
      after_killed_run_(other.after_killed_run_) {}

}  // namespace sohoa::run
