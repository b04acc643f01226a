#include "scanners/pdf/bounded_stream.h"

#include <qpdf/Buffer.hh>
#include <stdexcept>

namespace sohoa::scanners {

namespace {

class Sink : public Pipeline {
public:
    explicit Sink(const std::function<bool(const unsigned char*, std::size_t)>& take)
        : Pipeline("sink", nullptr), take_(take) {}

    void write(const unsigned char* bytes, std::size_t count) override {
        if (full_) return;
        full_ = !take_(bytes, count);
        // Ends the decoding: libqpdf catches it and reports failure.
        if (full_) throw std::runtime_error("enough");
    }
    void finish() override {}
    bool full() const { return full_; }

private:
    const std::function<bool(const unsigned char*, std::size_t)>& take_;
    bool full_ = false;
};

}  // namespace

bool decode_stream(QPDFObjectHandle stream, const std::function<bool(const unsigned char*, std::size_t)>& take) {
    Sink sink(take);
    bool filtered = false;
    const bool whole = stream.pipeStreamData(&sink, &filtered, 0, qpdf_dl_specialized, true, false);
    return sink.full() || (filtered && whole);
}

std::optional<std::string> bounded_stream(QPDFObjectHandle stream, std::size_t limit) {
    std::string bytes;
    bool too_long = false;
    const bool good = decode_stream(stream, [&](const unsigned char* part, std::size_t count) {
        too_long = count > limit - bytes.size();
        if (!too_long) bytes.append(reinterpret_cast<const char*>(part), count);
        return !too_long;
    });
    if (too_long || (!good && bytes.empty())) return std::nullopt;
    return bytes;
}

std::optional<std::string> raw_stream(QPDFObjectHandle stream) {
    const auto buffer = stream.getRawStreamData();
    if (!buffer || buffer->getSize() == 0) return std::nullopt;
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
}

}  // namespace sohoa::scanners
