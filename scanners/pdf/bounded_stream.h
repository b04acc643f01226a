#pragma once
#include <functional>
#include <optional>
#include <string>

#include "scanners/pdf/qpdf.h"

namespace sohoa::scanners {

/// Decodes a stream (Flate, LZW, ASCII, RunLength; encryption undone) up to `limit` bytes; nullopt where the stream is
/// longer, damaged beyond its first bytes, or coded otherwise. A few bytes can stand for gigabytes: nothing in this
/// room decodes a stream without a bound.
std::optional<std::string> bounded_stream(QPDFObjectHandle stream, std::size_t limit);

/// The bytes as they stand in the file, encryption undone.
std::optional<std::string> raw_stream(QPDFObjectHandle stream);

/// Decodes a stream into `take`, which is called with one part after the other and answers false when it wants no more.
/// False where decoding failed; what came before is good.
bool decode_stream(QPDFObjectHandle stream, const std::function<bool(const unsigned char*, std::size_t)>& take);

}  // namespace sohoa::scanners
