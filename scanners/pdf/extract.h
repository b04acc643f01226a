#pragma once
#include "base/result.h"
#include "scanners/pdf/matrix.h"
#include "scanners/pdf/qpdf.h"

namespace sohoa::scanners {

/// A file that lives in memory and vanishes with its object, whatever happens to the program.
class MemoryFile {
public:
    /// Fails with out_of_memory.
    static Result<MemoryFile> make();
    ~MemoryFile();
    MemoryFile(MemoryFile&& other) noexcept;
    MemoryFile& operator=(MemoryFile&&) = delete;
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    int descriptor() const { return descriptor_; }

private:
    explicit MemoryFile(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

/// One page as a PDF of its own, for the renderer: without password, with what libqpdf repaired repaired, without the
/// rest of the document. Throws what libqpdf throws.
Result<MemoryFile> extract_page(QPDF& document, QPDFObjectHandle page);

/// A PDF whose one page is an image and nothing else, `width` × `height` points large.
Result<MemoryFile> wrap_image(QPDFObjectHandle image, double width, double height);

}  // namespace sohoa::scanners
