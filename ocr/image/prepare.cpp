#include "ocr/image/planes.h"
#include "ocr/image/preparation.h"

namespace sohoa::ocr {

Planes prepare(const scanners::Page& page, PreparationRecord* record) {
    return Preparation(page, record).planes(0);
}

Planes prepare(const scanners::Page& page, int turn, PreparationRecord* record) {
    return Preparation(page, record).planes(0, turn);
}

}  // namespace sohoa::ocr
