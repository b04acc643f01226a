#include "pipeline/run/input_files.h"

namespace sohoa::run {

void InputFiles::add(const std::string& path) {
    if (const auto id = scanners::file_id(path); id != scanners::FileId{}) ids_.insert(id);
}

bool InputFiles::contain(const std::string& path) const {
    const auto id = scanners::file_id(path);
    return id != scanners::FileId{} && ids_.contains(id);
}

Problem over_an_input(const std::string& path) {
    return problem(code::output_is_input,
                   {"Kết quả sẽ ghi đè lên tệp gốc, nên không làm: " + path,
                    "the output would be written over an original, so it was not made: " + path},
                   {"Chọn thư mục -o khác, không chứa tệp gốc", "choose another -o folder, one without originals"});
}

}  // namespace sohoa::run
