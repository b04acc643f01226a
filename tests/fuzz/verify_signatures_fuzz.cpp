// A signed PDF comes from anybody, and the verifier takes it apart: structure, certificates, two revisions side by
// side.
#include <cstddef>
#include <cstdint>

#include "pipeline/sign/report.h"
#include "pipeline/sign/verifier.h"
#include "tests/fuzz/memory_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const MemoryFile file(data, size);
    const auto reports = sohoa::sign::verify_signatures(file.path(), {});
    if (!reports) return 0;
    return sohoa::sign::in_plain_words(*reports).empty() ? 1 : 0;
}
