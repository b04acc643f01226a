// What a worker says is outside bytes for its parent: a worker that went mad must not take the parent along.
#include <cstddef>
#include <cstdint>
#include <string>

#include "pipeline/run/page_task.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string line(reinterpret_cast<const char*>(data), size);
    const auto answer = sohoa::run::answer_from_wire(line);
    const auto task = sohoa::run::task_from_wire(line);
    return answer && task ? 1 : 0;
}
