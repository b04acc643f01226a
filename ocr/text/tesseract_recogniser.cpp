#include "ocr/text/recogniser.h"

namespace sohoa::ocr {

Result<std::unique_ptr<PageRecogniser>> make_tesseract_recogniser(const std::string&) {
    return fail(code::ocr_data_missing, {"Chưa có bộ đọc", "no recogniser yet"});
}

}  // namespace sohoa::ocr
