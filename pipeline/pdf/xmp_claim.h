#pragma once
#include <string>
#include <string_view>

namespace sohoa::pdf {

/// What an XMP packet says of its document. Only what `verify` asks for is read, without an XML parser: attributes and
/// elements of the named namespaces, whatever their prefixes.
struct XmpClaim {
    std::string part;         ///< pdfaid:part: "1", "2", "3", "4"
    std::string conformance;  ///< pdfaid:conformance in lower case: "a", "b", "u", …
    std::string title;        ///< dc:title, first language
    std::string producer;     ///< pdf:Producer
};

XmpClaim read_xmp(std::string_view packet);

}  // namespace sohoa::pdf
