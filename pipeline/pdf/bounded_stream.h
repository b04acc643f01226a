#pragma once
#include <cstddef>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace sohoa::pdf {

/// The decoded bytes of a stream, at most `limit` of them: a stream that unfolds to more, or cannot be decoded, gives
/// nullopt. Include in .cpp files only.
std::optional<std::string> decoded(QPDFObjectHandle stream, std::size_t limit);

}  // namespace sohoa::pdf
