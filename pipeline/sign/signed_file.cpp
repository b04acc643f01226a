#include "pipeline/sign/signed_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <qpdf/InputSource.hh>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files.h"
#include "pipeline/sign/openssl_owned.h"

namespace sohoa::sign {

namespace {

using OwnedDigest = std::unique_ptr<EVP_MD_CTX, FreedBy<EVP_MD_CTX_free>>;

/// The first bytes of a file, as if nothing came after them.
class Beginning final : public InputSource {
public:
    Beginning(const SignedFile& file, long long size) : file_(file), size_(std::min(size, file.size())) {}

    std::string const& getName() const override { return file_.path(); }
    qpdf_offset_t tell() override { return at_; }
    void rewind() override { at_ = 0; }
    void unreadCh(char) override { at_ = std::max(0LL, at_ - 1); }

    void seek(qpdf_offset_t offset, int whence) override {
        const long long from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? at_ : size_;
        at_ = std::max(0LL, from + offset);
    }

    std::size_t read(char* into, std::size_t length) override {
        last_offset = at_;
        std::size_t done = 0;
        while (done < length && at_ < size_) {
            if (at_ < buffered_from_ || at_ >= buffered_from_ + static_cast<long long>(buffered_)) {
                buffered_from_ = at_;
                buffered_ = file_.read_at(at_, chunk_.data(), chunk_.size());
                if (buffered_ == 0) break;
            }
            const auto skip = static_cast<std::size_t>(at_ - buffered_from_);
            const std::size_t count =
                std::min({length - done, buffered_ - skip, static_cast<std::size_t>(size_ - at_)});
            std::copy_n(chunk_.data() + skip, count, into + done);
            done += count;
            at_ += static_cast<long long>(count);
        }
        return done;
    }

    qpdf_offset_t findAndSkipNextEOL() override {
        const auto ends_line = [](char c) { return c == '\n' || c == '\r'; };
        char c = 0;
        while (read(&c, 1) == 1) {
            if (!ends_line(c)) continue;
            const long long found = at_ - 1;
            while (read(&c, 1) == 1) {
                if (ends_line(c)) continue;
                --at_;
                break;
            }
            return found;
        }
        return at_;
    }

private:
    const SignedFile& file_;
    long long size_;
    long long at_ = 0;
    long long buffered_from_ = 0;
    std::size_t buffered_ = 0;
    std::array<char, 1 << 14> chunk_{};
};

}  // namespace

Result<SignedFile> SignedFile::open(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return fail(unreadable(path));
    struct stat status {};
    if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
        errno = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
        Problem problem = unreadable(path);
        ::close(fd);
        return fail(std::move(problem));
    }
    return SignedFile(fd, status.st_size, path);
}

SignedFile::SignedFile(SignedFile&& other) noexcept
    : fd_(other.fd_), size_(other.size_), path_(std::move(other.path_)) {
    other.fd_ = -1;
}

SignedFile::~SignedFile() {
    if (fd_ >= 0) ::close(fd_);
}

std::size_t SignedFile::read_at(long long offset, char* buffer, std::size_t size) const {
    std::size_t done = 0;
    while (done < size) {
        const ssize_t count = ::pread(fd_, buffer + done, size - done, offset + static_cast<long long>(done));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        done += static_cast<std::size_t>(count);
    }
    return done;
}

std::string SignedFile::bytes(ByteSpan span) const {
    const long long from = std::clamp(span.from, 0LL, size_);
    const long long count = std::clamp(span.size, 0LL, size_ - from);
    std::string text(static_cast<std::size_t>(count), '\0');
    text.resize(read_at(from, text.data(), text.size()));
    return text;
}

std::string SignedFile::digest(const std::vector<ByteSpan>& spans, const EVP_MD* algorithm) const {
    const OwnedDigest context(EVP_MD_CTX_new());
    if (!context || algorithm == nullptr || EVP_DigestInit_ex(context.get(), algorithm, nullptr) != 1) return {};
    std::string buffer(std::size_t{1} << 18, '\0');
    for (const ByteSpan& span : spans) {
        for (long long at = span.from; at < span.end();) {
            const auto wanted = std::min<long long>(span.end() - at, static_cast<long long>(buffer.size()));
            const std::size_t count = read_at(at, buffer.data(), static_cast<std::size_t>(wanted));
            if (static_cast<long long>(count) != wanted) return {};
            EVP_DigestUpdate(context.get(), buffer.data(), count);
            at += wanted;
        }
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> value{};
    unsigned size = 0;
    if (EVP_DigestFinal_ex(context.get(), value.data(), &size) != 1) return {};
    return {reinterpret_cast<const char*>(value.data()), size};
}

std::shared_ptr<InputSource> SignedFile::beginning(long long size) const {
    return std::make_shared<Beginning>(*this, size);
}

}  // namespace sohoa::sign
