#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

#include "scanners/input_file.h"

namespace sohoa::scanners {

/// Opens bytes as a file of their own and decodes the first pages, with bounds that keep each try short.
inline int open_and_read(const std::uint8_t* data, std::size_t size) {
    const int descriptor = ::memfd_create("input", MFD_CLOEXEC);
    if (descriptor < 0) return 0;
    int decoded = 0;
    if (::write(descriptor, data, size) == static_cast<ssize_t>(size)) {
        const Limits limits{.pixels = 2'000'000, .bytes = std::size_t{1} << 20, .pages = 50, .render_seconds = 5};
        const auto input = InputFile::open("/proc/self/fd/" + std::to_string(descriptor), limits);
        for (int page = 1; input && page <= std::min((*input)->page_count(), 3); ++page) {
            if ((*input)->read_page(page)) ++decoded;
        }
    }
    ::close(descriptor);
    return decoded > 0 ? 1 : 0;
}

}  // namespace sohoa::scanners
