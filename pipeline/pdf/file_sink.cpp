#include "pipeline/pdf/file_sink.h"

#include <cerrno>
#include <fcntl.h>
#include <qpdf/QPDFSystemError.hh>
#include <unistd.h>

namespace sohoa::pdf {

namespace {

constexpr std::size_t largest_wait = std::size_t{1} << 16;

}  // namespace

FileSink::FileSink(const std::string& path)
    : Pipeline("file", nullptr),
      path_(path),
      descriptor_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
    if (descriptor_ < 0) fail_with(errno);
    waiting_.reserve(2 * largest_wait);
}

FileSink::~FileSink() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void FileSink::write(const unsigned char* bytes, size_t count) {
    waiting_.insert(waiting_.end(), bytes, bytes + count);
    if (waiting_.size() >= largest_wait) flush();
}

void FileSink::close() {
    flush();
    const int closed = ::close(descriptor_);
    const int error = errno;
    descriptor_ = -1;
    // Some network file systems say only now that there was no room.
    if (closed != 0 && error != EINTR) fail_with(error);
}

void FileSink::flush() {
    std::size_t written = 0;
    while (written < waiting_.size()) {
        const ssize_t count = ::write(descriptor_, waiting_.data() + written, waiting_.size() - written);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail_with(errno);
        written += static_cast<std::size_t>(count);
    }
    waiting_.clear();
}

void FileSink::fail_with(int error) const {
    throw QPDFSystemError("write " + path_, error);
}

}  // namespace sohoa::pdf
