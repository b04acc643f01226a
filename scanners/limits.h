#pragma once
#include <cstddef>

namespace sohoa::scanners {

/// Bounds against hostile input; each is named in the message it causes.
struct Limits {
    long long pixels = 150'000'000;            ///< a page, before decoding
    std::size_t bytes = std::size_t{2} << 30;  ///< a file
    int pages = 20'000;                        ///< a file
    int render_seconds = 90;                   ///< a PDF page that has to be rendered
};

}  // namespace sohoa::scanners
