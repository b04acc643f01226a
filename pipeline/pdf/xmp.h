#pragma once
#include <string>

#include "pipeline/pdf/join.h"

namespace sohoa::pdf {

/// The XMP packet of a document: PDF/A-2u, Dublin Core, dates in Vietnam's time. Our own property (a demonstration
/// signature) comes with the extension schema that PDF/A asks for.
std::string xmp_packet(const Metadata& metadata);

/// "D:20240305140509+07'00'", as the Info dictionary writes the time that the XMP packet names.
std::string pdf_date(long long unix_seconds);

/// What both the packet and the Info dictionary carry: NFC, one line, no control characters.
std::string metadata_text(const std::string& text);

inline constexpr const char* creator_tool = "sohoa";

}  // namespace sohoa::pdf
