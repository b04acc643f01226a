#pragma once
#include <cstddef>
#include <string>

#include "base/result.h"

namespace sohoa::scanners {

/// A regular file open for reading. Devices, pipes and folders are refused, so that nothing blocks.
class OpenFile {
public:
    /// Fails with file_missing, file_unreadable, file_empty or too_many_bytes (beyond `limit` bytes).
    static Result<OpenFile> open(const std::string& path, std::size_t limit);

    ~OpenFile();
    OpenFile(OpenFile&& other) noexcept;
    OpenFile& operator=(OpenFile&&) = delete;
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    const std::string& path() const { return path_; }
    int descriptor() const { return descriptor_; }
    std::size_t size() const { return size_; }

    /// Up to `count` bytes from the start; does not move the descriptor's position.
    Result<std::string> first_bytes(std::size_t count) const;
    Result<std::string> all_bytes() const { return first_bytes(size_); }

private:
    OpenFile(std::string path, int descriptor, std::size_t size);
    std::string path_;
    int descriptor_ = -1;
    std::size_t size_ = 0;
};

}  // namespace sohoa::scanners
