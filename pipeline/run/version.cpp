#include "pipeline/run/version.h"

namespace sohoa::run {

std::string version() {
    return SOHOA_VERSION;
}

}  // namespace sohoa::run
