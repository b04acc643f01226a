#pragma once
#include <string_view>

namespace sohoa {

/// Owns an open file descriptor and closes it; negative: none is open.
class Descriptor {
public:
    explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
    ~Descriptor();
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return descriptor_; }
    explicit operator bool() const { return descriptor_ >= 0; }

private:
    int descriptor_;
};

/// Writes all bytes, however often the system takes only some. False where it fails, with errno saying why.
bool write_all(int descriptor, std::string_view bytes);

}  // namespace sohoa
