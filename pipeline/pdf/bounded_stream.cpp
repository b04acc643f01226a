#include "pipeline/pdf/bounded_stream.h"

#include "scanners/pdf/bounded_stream.h"

namespace sohoa::pdf {

std::optional<std::string> decoded(QPDFObjectHandle stream, std::size_t limit) {
    if (!stream.isStream()) return std::nullopt;
    std::string bytes;
    bool too_long = false;
    const bool whole = scanners::decode_stream(stream, [&](const unsigned char* part, std::size_t count) {
        too_long = count > limit - bytes.size();
        if (!too_long) bytes.append(reinterpret_cast<const char*>(part), count);
        return !too_long;
    });
    if (!whole || too_long) return std::nullopt;
    return bytes;
}

}  // namespace sohoa::pdf
