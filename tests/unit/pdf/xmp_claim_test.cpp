#include "pipeline/pdf/xmp_claim.h"

#include <gtest/gtest.h>

#include "made.h"

namespace sohoa::pdf {

TEST(XmpClaim, ElementsAreRead) {
    const XmpClaim claim = read_xmp(made::packet("3", "B"));
    EXPECT_EQ(claim.part, "3");
    EXPECT_EQ(claim.conformance, "b");
}

TEST(XmpClaim, AttributesAndOtherPrefixesAreRead) {
    const XmpClaim claim = read_xmp(
        R"(<rdf:Description xmlns:p="http://www.aiim.org/pdfa/ns/id/" p:part="1" p:conformance = 'A' xmlns:t="x"/>)");
    EXPECT_EQ(claim.part, "1");
    EXPECT_EQ(claim.conformance, "a");
}

TEST(XmpClaim, PrefixOfAnotherNamespaceIsNoClaim) {
    EXPECT_EQ(read_xmp(R"(<rdf:Description xmlns:pdfaid="http://example.com/" pdfaid:part="2"/>)").part, "");
}

TEST(XmpClaim, EntitiesOfTheTitleAreUndone) {
    const XmpClaim claim =
        read_xmp(R"(<a xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">)"
                 R"(Đất &amp; nhà &lt;1&gt;</rdf:li></rdf:Alt></dc:title></a>)");
    EXPECT_EQ(claim.title, "Đất & nhà <1>");
}

TEST(XmpClaim, UnfinishedPacketsAreReadToTheirEnd) {
    const std::string whole = made::packet();
    for (std::size_t length = 0; length <= whole.size(); ++length) read_xmp(whole.substr(0, length));
}

}  // namespace sohoa::pdf
