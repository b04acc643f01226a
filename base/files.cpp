#include "base/files.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

#include "base/descriptor.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

std::string system_text(int error) {
    return std::error_code(error, std::generic_category()).message();
}

/// A short unique name beside the final one: final names may be 255 bytes long already.
std::string temporary_name(const std::string& final_path) {
    static std::atomic<unsigned> counter{0};
    const fs::path path(final_path);
    return (path.parent_path() / fmt::format(".sohoa-{}-{}.tmp", ::getpid(), counter.fetch_add(1))).string();
}

}  // namespace

Problem unreadable(const std::string& path) {
    const int error = errno;
    if (error == ENOENT || error == ENOTDIR) {
        return problem(code::file_missing, {"Không tìm thấy tệp", "no such file"},
                       {"Kiểm tra lại đường dẫn", "check the path"})
            .in_file(path);
    }
    if (error == EACCES || error == EPERM) {
        return problem(
                   code::file_unreadable, {"Không có quyền đọc tệp", "no permission to read the file"},
                   {"Cấp quyền đọc cho tài khoản đang chạy sohoa", "give the account that runs sohoa read permission"})
            .in_file(path);
    }
    const std::string why = system_text(error);
    return problem(code::file_unreadable, {"Không đọc được tệp: " + why, "the file cannot be read: " + why})
        .in_file(path);
}

Problem unwritable(const std::string& path) {
    const int error = errno;
    if (error == ENOSPC || error == EDQUOT) {
        return problem(code::disk_full, {"Đĩa đầy", "the disk is full"},
                       {"Giải phóng dung lượng rồi chạy lại đúng lệnh này",
                        "free some space and run the same command again"})
            .in_file(path);
    }
    const std::string why = system_text(error);
    return problem(code::output_unwritable, {"Không ghi được: " + why, "cannot be written: " + why},
                   {"Kiểm tra quyền ghi của thư mục kết quả", "check that the output folder may be written"})
        .in_file(path);
}

Result<std::string> read_file(const std::string& path, std::size_t limit) {
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd) return fail(unreadable(path));
    struct stat status {};
    if (::fstat(fd.get(), &status) != 0) return fail(unreadable(path));
    if (S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        return fail(unreadable(path));
    }
    std::string bytes;
    const auto too_large = [&] {
        return fail(problem(code::too_many_bytes, {fmt::format("Tệp lớn hơn giới hạn {} byte", limit),
                                                   fmt::format("the file is larger than the limit of {} bytes", limit)})
                        .in_file(path));
    };
    if (status.st_size > 0) {
        if (static_cast<std::size_t>(status.st_size) > limit) return too_large();
        bytes.reserve(static_cast<std::size_t>(status.st_size));
    }
    char buffer[1 << 16];
    for (;;) {
        const ssize_t count = ::read(fd.get(), buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail(unreadable(path));
        if (count == 0) break;
        if (bytes.size() + static_cast<std::size_t>(count) > limit) return too_large();
        bytes.append(buffer, static_cast<std::size_t>(count));
    }
    return bytes;
}

Result<void> write_file_atomically(const std::string& path, std::string_view bytes) {
    AtomicFile file(path);
    {
        const Descriptor fd(::open(file.temporary_path().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
        if (!fd) return fail(unwritable(path));
        while (!bytes.empty()) {
            const ssize_t count = ::write(fd.get(), bytes.data(), bytes.size());
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) return fail(unwritable(path));
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    return file.commit();
}

AtomicFile::AtomicFile(std::string final_path) : final_(std::move(final_path)), temporary_(temporary_name(final_)) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : final_(std::move(other.final_)), temporary_(std::move(other.temporary_)), done_(other.done_) {
    other.done_ = true;
}

AtomicFile::~AtomicFile() {
    if (!done_) ::unlink(temporary_.c_str());
}

Result<void> AtomicFile::commit() {
    {
        const Descriptor fd(::open(temporary_.c_str(), O_RDONLY | O_CLOEXEC));
        if (!fd || ::fsync(fd.get()) != 0) return fail(unwritable(final_));
    }
    if (::rename(temporary_.c_str(), final_.c_str()) != 0) return fail(unwritable(final_));
    done_ = true;
    const fs::path folder = fs::path(final_).parent_path();
    sync_folder(folder.empty() ? "." : folder.string());
    return {};
}

void sync_folder(const std::string& path) {
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd) ::fsync(fd.get());
}

void remove_temporary_files(const std::string& folder) {
    std::error_code error;
    std::vector<fs::path> left;
    auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with(".sohoa-") && name.ends_with(".tmp")) left.push_back(entry->path());
    }
    for (const fs::path& path : left) ::unlink(path.c_str());
}

Result<void> make_folders(const std::string& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) {
        errno = error.value();
        return fail(unwritable(path));
    }
    return {};
}

}  // namespace sohoa
