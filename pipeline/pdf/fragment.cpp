#include "pipeline/pdf/fragment.h"

namespace sohoa::pdf {

Result<std::string> make_fragment(const scanners::Page&, const ocr::PageReading&, const Coding&) {
    return fail(code::pdf_failed, {"Chưa ghi được PDF", "no PDF writer yet"});
}

}  // namespace sohoa::pdf
