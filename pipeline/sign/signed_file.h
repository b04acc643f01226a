#pragma once
#include <memory>
#include <openssl/evp.h>
#include <string>
#include <vector>

#include "base/result.h"

class InputSource;

namespace sohoa::sign {

/// Bytes [from, from + size) of a file.
struct ByteSpan {
    long long from = 0;
    long long size = 0;
    long long end() const { return from + size; }
};

/// A file opened once and read at any place, so that hashes and structure are of the same bytes even when the name is
/// given to another file meanwhile.
class SignedFile {
public:
    /// Fails with file_missing or file_unreadable.
    static Result<SignedFile> open(const std::string& path);
    ~SignedFile();
    SignedFile(SignedFile&& other) noexcept;
    SignedFile& operator=(SignedFile&&) = delete;
    SignedFile(const SignedFile&) = delete;
    SignedFile& operator=(const SignedFile&) = delete;

    long long size() const { return size_; }
    const std::string& path() const { return path_; }

    /// Fewer bytes than asked for at the end of the file or after a read error.
    std::string bytes(ByteSpan span) const;
    std::size_t read_at(long long offset, char* buffer, std::size_t size) const;

    /// Reads in parts; empty where a span cannot be read whole or the digest is not to be had.
    std::string digest(const std::vector<ByteSpan>& spans, const EVP_MD* algorithm) const;

    /// The first `size` bytes as qpdf reads them. This file must outlive it.
    std::shared_ptr<InputSource> beginning(long long size) const;

private:
    SignedFile(int fd, long long size, std::string path) : fd_(fd), size_(size), path_(std::move(path)) {}

    int fd_;
    long long size_;
    std::string path_;
};

}  // namespace sohoa::sign
