#include "pipeline/pdf/structure.h"

#include <algorithm>

#include "made.h"

namespace sohoa::pdf {

namespace {

constexpr const char* id = "/ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]";

/// Everything found, in English, a line each: what a failing test shows.
std::string told(const Structure& structure) {
    std::string lines;
    for (const Problem& finding : structure.findings) lines += finding.code + ": " + finding.message.en + "\n";
    return lines;
}

bool tells(const Structure& structure, const std::string& part) {
    return told(structure).find(part) != std::string::npos;
}

bool sound(const Structure& structure) {
    return std::none_of(structure.findings.begin(), structure.findings.end(),
                        [](const Problem& finding) { return finding.severity == Severity::error; });
}

/// A file that claims PDF/A-2u, whose page says `content`; further objects from 6.
std::string claiming(const std::string& content, const std::string& page_entries = "",
                     const std::vector<std::string>& further = {}, const std::string& catalogue_entries = "") {
    auto objects = made::one_page(content, page_entries, "/Metadata 5 0 R " + catalogue_entries);
    objects.push_back(made::stream(made::packet(), "/Type /Metadata /Subtype /XML"));
    objects.insert(objects.end(), further.begin(), further.end());
    return made::raw_pdf(objects, id);
}

constexpr const char* unembedded_font =
    "<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding >>";
constexpr const char* with_font = "/Resources << /Font << /F1 6 0 R >> >>";

}  // namespace

class CheckStructure : public made::PdfTest {
protected:
    Structure checked(const std::string& bytes) const {
        const auto structure = check_structure(file("checked.pdf", bytes));
        EXPECT_TRUE(structure) << (structure ? "" : structure.error().message.en);
        return structure ? *structure : Structure{};
    }
};

TEST_F(CheckStructure, OwnPaperKeepsItsClaimAndItsPagesAreCounted) {
    const Structure structure = checked(made::paper({{"QUYẾT ĐỊNH", "Về việc thử"}, {}, {"Nơi nhận"}}));
    EXPECT_EQ(structure.pages, 3);
    EXPECT_EQ(structure.pages_with_text, 2) << "an empty page has no text layer";
    EXPECT_EQ(structure.claimed_pdfa, "2u");
    EXPECT_EQ(told(structure), "");
}

TEST_F(CheckStructure, FileWithoutAClaimIsNotCalledBroken) {
    const Structure structure = checked(made::raw_pdf(made::one_page("")));
    EXPECT_EQ(structure.pages, 1);
    EXPECT_EQ(structure.claimed_pdfa, "");
    EXPECT_TRUE(tells(structure, "does not claim to be PDF/A"));
    EXPECT_TRUE(sound(structure)) << told(structure);
}

TEST_F(CheckStructure, ClaimOfAMinimalFileHolds) {
    const Structure structure = checked(claiming(""));
    EXPECT_EQ(structure.claimed_pdfa, "2u");
    EXPECT_EQ(told(structure), "");
}

TEST_F(CheckStructure, VisibleTextInAFontThatIsNotEmbeddedBreaksTheClaim) {
    const Structure structure = checked(claiming("BT /F1 12 Tf (abc) Tj ET", with_font, {unembedded_font}));
    EXPECT_EQ(structure.pages_with_text, 1);
    EXPECT_TRUE(tells(structure, "the font Arial is not embedded"));
}

TEST_F(CheckStructure, InvisibleTextNeedsNoEmbeddedFont) {
    const Structure structure = checked(claiming("BT 3 Tr /F1 12 Tf (abc) Tj ET", with_font, {unembedded_font}));
    EXPECT_EQ(structure.pages_with_text, 1);
    EXPECT_EQ(told(structure), "");
}

TEST_F(CheckStructure, RenderingModeEndsWithItsGraphicsState) {
    const Structure structure =
        checked(claiming("q BT 3 Tr ET Q BT /F1 12 Tf (abc) Tj ET", with_font, {unembedded_font}));
    EXPECT_TRUE(tells(structure, "not embedded"));
}

TEST_F(CheckStructure, FontWithoutUnicodeCannotBeSearched) {
    const char* font = "<< /Type /Font /Subtype /TrueType /BaseFont /Odd /Encoding << /Differences [65 /g1] >> >>";
    EXPECT_TRUE(tells(checked(claiming("BT 3 Tr /F1 12 Tf (A) Tj ET", with_font, {font})), "no ToUnicode map"));
}

TEST_F(CheckStructure, TextInsideAFormIsFound) {
    const Structure structure = checked(
        claiming("/X Do", "/Resources << /XObject << /X 6 0 R >> >>",
                 {made::stream("BT 3 Tr /F1 12 Tf (abc) Tj ET",
                               "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 7 0 R >> >>"),
                  unembedded_font}));
    EXPECT_EQ(structure.pages_with_text, 1);
}

TEST_F(CheckStructure, EmptyStringsAreNoTextLayer) {
    EXPECT_EQ(checked(claiming("BT /F1 12 Tf () Tj ET", with_font, {unembedded_font})).pages_with_text, 0);
}

TEST_F(CheckStructure, ColourWithoutOutputIntentBreaksTheClaim) {
    EXPECT_TRUE(tells(checked(claiming("1 0 0 rg 0 0 9 9 re f")), "device RGB colours are used"));
    EXPECT_TRUE(tells(checked(claiming("0 0 0 1 k 0 0 9 9 re f")), "device CMYK colours are used"));
    EXPECT_TRUE(tells(checked(claiming("0.5 g 0 0 9 9 re f")), "device grey colours are used"));
}

TEST_F(CheckStructure, DamagedColourProfileIsTold) {
    const Structure structure =
        checked(claiming("1 0 0 rg", "", {made::stream("not a profile", "/N 3")},
                         "/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
                         "/DestOutputProfile 6 0 R >>]"));
    EXPECT_TRUE(tells(structure, "the colour profile of the output intent is damaged"));
}

TEST_F(CheckStructure, JavaScriptIsToldWithAndWithoutAClaim) {
    const std::string action = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>";
    const Structure claimed = checked(claiming("", "", {}, action));
    EXPECT_TRUE(tells(claimed, "pdf_unsafe: the file contains JavaScript"));
    EXPECT_FALSE(sound(claimed));
    const Structure other = checked(made::raw_pdf(made::one_page("", "", action)));
    EXPECT_TRUE(tells(other, "pdf_unsafe: the file contains JavaScript"));
    EXPECT_TRUE(sound(other)) << "without a claim it is a warning";
}

TEST_F(CheckStructure, ProgramsAndOutsideContentAreTold) {
    EXPECT_TRUE(tells(checked(claiming("", "/AA << /O << /S /Launch /F (calc.exe) >> >>")), "launch another program"));
    EXPECT_TRUE(tells(checked(claiming("", "", {made::stream("", "/F (elsewhere.bin)")})), "another file outside"));
}

TEST_F(CheckStructure, TransparencyNeedsAColourSpaceToBlendIn) {
    const std::string transparent = "/Resources << /ExtGState << /G << /ca 0.5 >> >> >>";
    EXPECT_TRUE(tells(checked(claiming("/G gs 0 0 9 9 re f", transparent)), "transparency"));
    EXPECT_FALSE(tells(
        checked(claiming("/G gs 0 0 9 9 re f", transparent + "/Group << /S /Transparency /CS [/CalRGB << >>] >>")),
        "transparency"));
    EXPECT_FALSE(tells(checked(claiming("/G gs", "/Resources << /ExtGState << /G << /ca 1 /BM /Normal >> >> >>")),
                       "transparency"));
}

TEST_F(CheckStructure, BlendModeUnknownToReadersBreaksTheClaim) {
    EXPECT_TRUE(
        tells(checked(claiming("/G gs", "/Resources << /ExtGState << /G << /BM /Sparkle >> >> >>")), "blend mode"));
}

TEST_F(CheckStructure, AnnotationThatIsNotPrintedBreaksTheClaim) {
    EXPECT_TRUE(tells(checked(claiming("",
                                       "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /F 2 "
                                       "/AP << /N 4 0 R >> >>]")),
                      "an annotation is hidden or not printed"));
    EXPECT_TRUE(tells(checked(claiming("", "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /F 4 >>]")),
                      "an annotation without an appearance"));
    EXPECT_EQ(told(checked(claiming("",
                                    "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /F 28 "
                                    "/AP << /N 4 0 R >> >>]"))),
              "");
}

TEST_F(CheckStructure, MissingIdAndTrailingBytesBreakTheClaim) {
    auto objects = made::one_page("", "", "/Metadata 5 0 R");
    objects.push_back(made::stream(made::packet(), "/Type /Metadata /Subtype /XML"));
    EXPECT_TRUE(tells(checked(made::raw_pdf(objects)), "no identifier"));
    EXPECT_TRUE(tells(checked(claiming("") + "more"), "data after the end"));
}

TEST_F(CheckStructure, HeaderWithoutBinaryCommentBreaksTheClaim) {
    EXPECT_TRUE(tells(checked(made::replaced(claiming(""), "%\xE2\xE3\xCF\xD3", "%abcd")), "header"));
}

TEST_F(CheckStructure, AttachedFileIsAllowedInPart3Only) {
    const std::string attachment = "/Names << /EmbeddedFiles << /Names [(a) << /F (a) /EF << /F 4 0 R >> >>] >> >>";
    auto objects = made::one_page("", "", "/Metadata 5 0 R " + attachment);
    objects.push_back(made::stream(made::packet("3"), "/Type /Metadata /Subtype /XML"));
    const Structure third = checked(made::raw_pdf(objects, id));
    EXPECT_EQ(third.claimed_pdfa, "3u");
    EXPECT_FALSE(tells(third, "attached"));
    EXPECT_TRUE(tells(checked(claiming("", "", {}, attachment)), "attached"));
}

TEST_F(CheckStructure, TitleThatDiffersFromInfoIsTold) {
    auto objects = made::one_page("", "", "/Metadata 5 0 R");
    std::string packet = made::packet();
    packet.insert(packet.find("<pdfaid:part>"),
                  "<dc:title xmlns:dc='http://purl.org/dc/elements/1.1/'><rdf:Alt><rdf:li xml:lang='x-default'>"
                  "Một</rdf:li></rdf:Alt></dc:title>");
    objects.push_back(made::stream(packet, "/Type /Metadata /Subtype /XML"));
    objects.push_back("<< /Title (Two) >>");
    const Structure structure = checked(made::raw_pdf(objects, std::string(id) + " /Info 6 0 R"));
    EXPECT_TRUE(tells(structure, "the titles in XMP and in Info differ: “Một” and “Two”")) << told(structure);
}

TEST_F(CheckStructure, WorstComesFirst) {
    const Structure structure = checked(claiming("1 0 0 rg", "", {}, "/OpenAction << /S /JavaScript /JS (1) >>") + "x");
    ASSERT_GE(structure.findings.size(), 2U);
    EXPECT_TRUE(std::is_sorted(structure.findings.begin(), structure.findings.end(),
                               [](const Problem& a, const Problem& b) { return a.severity > b.severity; }));
}

TEST_F(CheckStructure, MissingFileAndOtherFilesSaySo) {
    const auto missing = check_structure(at("nowhere.pdf"));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, code::file_missing);
    const auto other = check_structure(file("other.pdf", "this is no PDF"));
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, code::file_damaged);
    const auto folder = check_structure(folder_.string());
    ASSERT_FALSE(folder);
}

}  // namespace sohoa::pdf
