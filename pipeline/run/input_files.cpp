#include "pipeline/run/input_files.h"

namespace sohoa::run {

void InputFiles::add(const std::string& path) {
    if (const auto id = scanners::file_id(path); id != scanners::FileId{}) ids_.insert(id);
}

bool InputFiles::contain(const std::string& path) const {
    const auto id = scanners::file_id(path);
    return id != scanners::FileId{} && ids_.contains(id);
}

}  // namespace sohoa::run
