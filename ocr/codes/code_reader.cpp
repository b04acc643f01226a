#include "ocr/codes/code_reader.h"

namespace sohoa::ocr {

std::vector<Code> read_codes(const scanners::Page&) {
    return {};
}

}  // namespace sohoa::ocr
