#include "scanners/pdf/bounded_source.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <unistd.h>

namespace sohoa::scanners {

namespace {

std::size_t read_at(int descriptor, char* to, std::size_t count, qpdf_offset_t offset) {
    std::size_t done = 0;
    while (done < count) {
        const ssize_t got =
            ::pread(descriptor, to + done, count - done, static_cast<off_t>(offset) + static_cast<off_t>(done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw std::runtime_error("reading failed");
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

}  // namespace

BoundedSource::BoundedSource(const OpenFile& file) : file_(file), size_(static_cast<qpdf_offset_t>(file.size())) {
    renew_budget();
}

void BoundedSource::renew_budget() {
    budget_ = 8 * static_cast<std::int64_t>(size_) + 2'000'000;
}

void BoundedSource::spend(std::int64_t bytes) {
    budget_ -= 1 + bytes / 128;
    if (budget_ < 0) throw std::runtime_error("the file is too tangled to be read");
}

bool BoundedSource::show_position() {
    if (position_ >= size_) return false;
    if (position_ >= window_start_ && position_ < window_start_ + window_length_) return true;
    // Half before, half after: libqpdf steps back as often as forward.
    const auto half = static_cast<qpdf_offset_t>(window_.size() / 2);
    window_start_ = std::max<qpdf_offset_t>(0, position_ - half);
    spend(static_cast<std::int64_t>(window_.size()));
    window_length_ =
        static_cast<qpdf_offset_t>(read_at(file_.descriptor(), window_.data(), window_.size(), window_start_));
    return position_ < window_start_ + window_length_;
}

void BoundedSource::seek(qpdf_offset_t offset, int whence) {
    const qpdf_offset_t base = whence == SEEK_CUR ? position_ : whence == SEEK_END ? size_ : 0;
    if (base + offset < 0) throw std::runtime_error("seek before the beginning of the file");
    position_ = base + offset;
}

std::size_t BoundedSource::read(char* to, std::size_t length) {
    spend(static_cast<std::int64_t>(length));
    last_offset = std::min(position_, size_);
    if (!show_position()) {
        position_ = std::max(position_, size_);
        return 0;
    }
    const auto in_window = static_cast<std::size_t>(window_start_ + window_length_ - position_);
    std::size_t done = std::min(length, in_window);
    std::memcpy(to, window_.data() + (position_ - window_start_), done);
    if (done < length) {
        done += read_at(file_.descriptor(), to + done, length - done, position_ + static_cast<qpdf_offset_t>(done));
    }
    position_ += static_cast<qpdf_offset_t>(done);
    return done;
}

void BoundedSource::unreadCh(char) {
    if (position_ > 0) --position_;
}

qpdf_offset_t BoundedSource::findAndSkipNextEOL() {
    const auto ends_line = [](char c) { return c == '\r' || c == '\n'; };
    const qpdf_offset_t from = position_;
    const auto skip_while = [&](bool wanted) {
        while (show_position()) {
            const char* at = window_.data() + (position_ - window_start_);
            const char* end = window_.data() + window_length_;
            const char* stop = std::find_if(at, end, [&](char c) { return ends_line(c) != wanted; });
            position_ += stop - at;
            if (stop != end) return;
        }
    };
    skip_while(false);
    const qpdf_offset_t result = std::min(position_, size_);
    skip_while(true);
    spend(position_ - from);
    return result;
}

}  // namespace sohoa::scanners
