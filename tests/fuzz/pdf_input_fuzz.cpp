// PDFs come from outside, often broken: none may crash the reader, hang it or fill memory.
#include <cstddef>
#include <cstdint>

#include "input_in_memory.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return sohoa::scanners::open_and_read(data, size);
}
