#include "pipeline/pdf/structure.h"

namespace sohoa::pdf {

Result<Structure> check_structure(const std::string&) {
    return Structure{};
}

}  // namespace sohoa::pdf
