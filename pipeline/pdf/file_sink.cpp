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
    if (descriptor_ < 0) error_ = errno;
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
    // Some network file systems say only now that there was no room.
    if (descriptor_ >= 0 && ::close(descriptor_) != 0 && errno != EINTR && error_ == 0) error_ = errno;
    descriptor_ = -1;
    if (error_ != 0) throw QPDFSystemError("write " + path_, error_);
}

void FileSink::flush() {
    std::size_t written = 0;
    while (error_ == 0 && written < waiting_.size()) {
        const ssize_t count = ::write(descriptor_, waiting_.data() + written, waiting_.size() - written);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) {
            error_ = errno;
        } else {
            written += static_cast<std::size_t>(count);
        }
    }
    waiting_.clear();
}

}  // namespace sohoa::pdf
