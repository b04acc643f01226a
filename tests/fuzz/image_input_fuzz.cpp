// Pictures of every format come from outside: no bytes may crash a decoder's adapter, hang it or fill memory.
#include <cstddef>
#include <cstdint>

#include "input_in_memory.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return sohoa::scanners::open_and_read(data, size);
}
