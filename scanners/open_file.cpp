#include "scanners/open_file.h"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <new>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "base/files.h"
#include "scanners/input_problems.h"

namespace sohoa::scanners {

namespace {

/// As --max-megabytes counts them, rounded up. A long row of digits would be masked as if it were somebody's number.
std::size_t megabytes(std::size_t bytes) {
    return (bytes >> 20) + ((bytes & ((std::size_t{1} << 20) - 1)) != 0 ? 1 : 0);
}

}  // namespace

OpenFile::OpenFile(std::string path, int descriptor, std::size_t size)
    : path_(std::move(path)), descriptor_(descriptor), size_(size) {}

OpenFile::OpenFile(OpenFile&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_) {}

OpenFile::~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<OpenFile> OpenFile::open(const std::string& path, std::size_t limit) {
    // O_NONBLOCK: opening a named pipe would otherwise wait for a writer for ever.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) return fail(unreadable(path));
    OpenFile file(path, descriptor, 0);
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) return fail(unreadable(path));
    if (!S_ISREG(status.st_mode)) {
        return fail(problem(code::file_unreadable, {"Không phải là tệp thường", "not a regular file"},
                            {"Chỉ định một tệp hoặc thư mục", "name a file or a folder"})
                        .in_file(path));
    }
    file.size_ = static_cast<std::size_t>(status.st_size);
    if (file.size_ == 0) {
        return fail(problem(code::file_empty, {"Tệp rỗng", "the file is empty"},
                            {"Quét hoặc chép lại tệp", "scan or copy the file again"})
                        .in_file(path));
    }
    if (file.size_ > limit) {
        return fail(
            problem(code::too_many_bytes,
                    {fmt::format("Tệp có {} MB, giới hạn là {} MB", megabytes(file.size_), megabytes(limit)),
                     fmt::format("the file has {} MB, the limit is {} MB", megabytes(file.size_), megabytes(limit))},
                    {"Chia tệp thành nhiều tệp nhỏ hơn, hoặc nâng giới hạn bằng --max-megabytes",
                     "split the file into smaller ones, or raise the limit with --max-megabytes"})
                .in_file(path));
    }
    return file;
}

Result<std::string> OpenFile::first_bytes(std::size_t count) const try {
    std::string bytes(std::min(count, size_), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::pread(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail(unreadable(path_));
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    bytes.resize(done);
    return bytes;
} catch (const std::bad_alloc&) {
    return fail(out_of_memory().in_file(path_));
}

}  // namespace sohoa::scanners
