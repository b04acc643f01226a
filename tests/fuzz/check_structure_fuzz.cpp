// Whoever asks `verify` does so because the PDF came from elsewhere.
#include <cstddef>
#include <cstdint>

#include "pipeline/pdf/structure.h"
#include "tests/fuzz/memory_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const MemoryFile file(data, size);
    const auto structure = sohoa::pdf::check_structure(file.path());
    return structure && structure->pages < structure->pages_with_text ? 1 : 0;
}
