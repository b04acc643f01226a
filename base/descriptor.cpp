#include "base/descriptor.h"

#include <cerrno>
#include <unistd.h>

namespace sohoa {

Descriptor::~Descriptor() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

}  // namespace sohoa
