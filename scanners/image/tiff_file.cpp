#include "scanners/image/tiff_file.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include "scanners/input_problems.h"

namespace sohoa::scanners {

namespace {

// "m": no memory mapping.
constexpr const char* reading = "rm";

int keep_error(TIFF*, void* user, const char*, const char* format, va_list arguments) {
    auto& message = *static_cast<std::string*>(user);
    if (message.empty()) {
        char text[256];
        std::vsnprintf(text, sizeof text, format, arguments);
        message = text;
    }
    return 1;
}

int drop_warning(TIFF*, void*, const char*, const char*, va_list) {
    return 1;
}

using OpenOptions = std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)>;

OpenOptions options_for(std::string& message, const Limits& limits) {
    OpenOptions options(TIFFOpenOptionsAlloc(), TIFFOpenOptionsFree);
    if (!options) return options;
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), keep_error, &message);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), drop_warning, nullptr);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), static_cast<tmsize_t>(limits.pixels) * 8 + (1 << 26));
    return options;
}

struct Memory {
    std::string_view bytes;
    std::uint64_t position;
};

tmsize_t read_memory(thandle_t source, void* to, tmsize_t count) {
    auto& memory = *static_cast<Memory*>(source);
    if (memory.position >= memory.bytes.size() || count <= 0) return 0;
    const auto there =
        std::min<std::uint64_t>(static_cast<std::uint64_t>(count), memory.bytes.size() - memory.position);
    std::memcpy(to, memory.bytes.data() + memory.position, there);
    memory.position += there;
    return static_cast<tmsize_t>(there);
}

tmsize_t refuse_to_write(thandle_t, void*, tmsize_t) {
    return 0;
}

toff_t seek_memory(thandle_t source, toff_t offset, int whence) {
    auto& memory = *static_cast<Memory*>(source);
    if (whence == SEEK_SET) memory.position = offset;
    if (whence == SEEK_CUR) memory.position += offset;
    if (whence == SEEK_END) memory.position = memory.bytes.size() + offset;
    return memory.position;
}

int close_memory(thandle_t source) {
    delete static_cast<Memory*>(source);
    return 0;
}

toff_t size_of_memory(thandle_t source) {
    return static_cast<Memory*>(source)->bytes.size();
}

}  // namespace

Result<TiffFile> TiffFile::open(int descriptor, const Limits& limits) {
    TiffFile file;
    const OpenOptions options = options_for(*file.message_, limits);
    const int own = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    if (!options || own < 0) return fail(out_of_memory());
    ::lseek(own, 0, SEEK_SET);
    file.tiff_.reset(TIFFFdOpenExt(own, "TIFF", reading, options.get()));
    if (!file.tiff_) {
        ::close(own);
        return fail(damaged(Format::tiff, *file.message_));
    }
    return file;
}

Result<TiffFile> TiffFile::open(std::string_view bytes, const Limits& limits) {
    TiffFile file;
    const OpenOptions options = options_for(*file.message_, limits);
    if (!options) return fail(out_of_memory());
    auto memory = std::make_unique<Memory>(Memory{bytes, 0});
    file.tiff_.reset(TIFFClientOpenExt("TIFF", reading, memory.get(), read_memory, refuse_to_write, seek_memory,
                                       close_memory, size_of_memory, nullptr, nullptr, options.get()));
    if (!file.tiff_) return fail(damaged(Format::tiff, *file.message_));
    (void)memory.release();  // close_memory ends it
    return file;
}

}  // namespace sohoa::scanners
