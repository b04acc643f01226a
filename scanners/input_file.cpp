#include "scanners/input_file.h"

namespace sohoa::scanners {

Result<std::unique_ptr<InputFile>> InputFile::open(const std::string& path, const Limits&) {
    return fail(problem(code::format_unknown, {"Chưa đọc được", "no reader yet"}).in_file(path));
}

}  // namespace sohoa::scanners
