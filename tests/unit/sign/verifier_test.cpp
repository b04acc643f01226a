#include "pipeline/sign/verifier.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/files.h"
#include "made.h"

namespace sohoa::sign {

namespace {

bool has(const SignatureReport& report, std::string_view code) {
    return std::any_of(report.findings.begin(), report.findings.end(),
                       [&](const Problem& finding) { return finding.code == code; });
}

/// Appends an update with these objects (number and body) to a PDF with a cross-reference table.
std::string updated(const std::string& pdf, const std::vector<std::pair<int, std::string>>& objects,
                    const std::string& trailer_entries = "") {
    const std::size_t startxref = pdf.rfind("startxref");
    const std::string previous = pdf.substr(startxref + 10, pdf.find('\n', startxref + 10) - startxref - 10);
    std::string bytes = pdf;
    std::string table = "xref\n";
    for (const auto& [number, body] : objects) {
        table += fmt::format("{} 1\n{:010} 00000 n \n", number, bytes.size());
        bytes += fmt::format("{} 0 obj\n{}\nendobj\n", number, body);
    }
    const std::size_t section = bytes.size();
    return bytes + fmt::format(
                       "{}trailer\n<< /Size 60 /Root 1 0 R /Prev {} "
                       "/ID [<00112233445566778899AABBCCDDEEFF> <00>] {} >>\nstartxref\n{}\n%%EOF\n",
                       table, previous, trailer_entries, section);
}

std::string page(const std::string& entries) {
    return "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> "
           ">> " +
           entries + " >>";
}

}  // namespace

class Verifier : public made::SignTest {
protected:
    static void SetUpTestSuite() {
        root_ = std::make_unique<made::Identity>(
            made::identity({.name = "Gốc thử", .authority = true, .valid_until_days = 4000}));
        key_ = made::signing_key(made::identity({.valid_until_days = 4000}, root_.get()));
    }
    static void TearDownTestSuite() {
        key_.reset();
        root_.reset();
    }

    /// A signed paper; object 6 is its first new object, the signature itself.
    std::string signed_pdf(const made::Paper& paper = {}, const SigningKey* key = nullptr) const {
        return signed_again(made::pdf(paper), key);
    }
    std::string signed_again(const std::string& pdf, const SigningKey* key = nullptr) const {
        const auto done = sign_pdf(file("in.pdf", pdf), at("signed.pdf"), key != nullptr ? *key : *key_,
                                   {.time = made::signing_time});
        EXPECT_TRUE(done) << describe(done.error());
        return read_file(at("signed.pdf")).value();
    }
    std::vector<SignatureReport> verified(const std::string& bytes, const TrustStore& trust = {}) const {
        const auto reports = verify_signatures(file("file.pdf", bytes), trust);
        EXPECT_TRUE(reports) << describe(reports.error());
        return reports ? *reports : std::vector<SignatureReport>{};
    }
    /// The only signature of a file.
    SignatureReport one(const std::string& bytes, const TrustStore& trust = {}) const {
        const auto reports = verified(bytes, trust);
        EXPECT_EQ(reports.size(), 1U);
        return reports.empty() ? SignatureReport{} : reports.front();
    }
    TrustStore trusting() const { return {{file("root.pem", made::pem(root_->certificate.get()))}}; }

    static inline std::unique_ptr<made::Identity> root_;
    static inline std::unique_ptr<SigningKey> key_;
};

TEST_F(Verifier, OwnSignatureIsIntactAndTrustedWhereTheRootIs) {
    for (const auto references : {made::CrossReferences::table, made::CrossReferences::stream}) {
        const SignatureReport report = one(signed_pdf({.pages = 2, .references = references}), trusting());
        EXPECT_TRUE(holds(report));
        EXPECT_TRUE(report.covers_whole_file);
        EXPECT_TRUE(report.trusted);
        EXPECT_TRUE(report.certificate_valid_at_signing);
        EXPECT_FALSE(report.weak_algorithm);
        EXPECT_EQ(report.format, "PAdES-BASELINE-B");
        EXPECT_EQ(report.signer, "Nguyễn Văn An");
        EXPECT_EQ(report.issuer, "Gốc thử");
        EXPECT_EQ(report.field, "Signature1");
        EXPECT_EQ(report.claimed_time, "2026-11-30T07:53:20+07:00");
        EXPECT_TRUE(report.findings.empty());
    }
}

TEST_F(Verifier, UnknownIssuerIsAFindingAndNoForgery) {
    const SignatureReport report = one(signed_pdf());
    EXPECT_TRUE(holds(report));
    EXPECT_FALSE(report.trusted);
    EXPECT_TRUE(has(report, code::issuer_unknown));
}

TEST_F(Verifier, UnsignedPaperHasNoSignatures) {
    EXPECT_TRUE(verified(made::pdf()).empty());
}

TEST_F(Verifier, TwoSignaturesBothHold) {
    for (const auto references : {made::CrossReferences::table, made::CrossReferences::stream}) {
        const auto reports = verified(signed_again(signed_pdf({.references = references})), trusting());
        ASSERT_EQ(reports.size(), 2U);
        EXPECT_TRUE(holds(reports[0]));
        EXPECT_FALSE(reports[0].covers_whole_file);
        EXPECT_EQ(reports[0].later_changes, LaterChanges::signed_or_filled);
        EXPECT_TRUE(holds(reports[1]));
        EXPECT_TRUE(reports[1].covers_whole_file);
    }
}

TEST_F(Verifier, EveryFlippedByteOfTheSignedPartsIsFound) {
    const std::string whole = signed_pdf();
    const std::size_t gap = whole.find("/Contents <") + 10;
    const std::size_t resume = whole.find('>', gap) + 1;
    int broken = 0;
    for (std::size_t k = 0; k < whole.size(); k += 13) {
        if (k >= gap && k < resume) continue;
        std::string damaged = whole;
        damaged[k] = static_cast<char>(damaged[k] ^ 1);
        const auto reports = verify_signatures(file("file.pdf", damaged), {});
        if (!reports) continue;  // no longer a PDF: an answer too
        for (const auto& report : *reports) EXPECT_FALSE(holds(report)) << "byte " << k;
        broken += reports->empty() ? 0 : 1;
    }
    EXPECT_GT(broken, 50);
}

TEST_F(Verifier, FlippedSignatureValueIsFound) {
    std::string damaged = signed_pdf();
    const std::size_t gap = damaged.find("/Contents <");
    const std::size_t last = damaged.find_last_not_of('0', damaged.find('>', gap) - 1);
    damaged[last] = damaged[last] == '1' ? '2' : '1';
    EXPECT_FALSE(one(damaged).intact);
}

TEST_F(Verifier, BytesAppendedAfterTheSignedRevisionAreReported) {
    for (const char* tail : {"% a comment\n", "6 0 obj\n<< >>\nendobj\n", "%%EOF\n"}) {
        const SignatureReport report = one(signed_pdf() + tail);
        EXPECT_TRUE(report.intact);
        EXPECT_FALSE(report.covers_whole_file);
        EXPECT_FALSE(holds(report)) << tail;
        EXPECT_TRUE(has(report, code::changed_after_signing));
    }
    EXPECT_TRUE(holds(one(signed_pdf() + "\r\n")));
}

TEST_F(Verifier, ReplacedPageContentIsFound) {
    const std::string text = "BT /F1 20 Tf 72 700 Td (Tien: 9.000.000.000) Tj ET";
    const std::string stream = fmt::format("<< /Length {} >>\nstream\n{}\nendstream", text.size(), text);
    const SignatureReport report = one(updated(signed_pdf(), {{5, stream}}));
    EXPECT_TRUE(report.intact);
    EXPECT_EQ(report.later_changes, LaterChanges::content_changed);
    EXPECT_FALSE(holds(report));
}

TEST_F(Verifier, ChangesThatAViewerWouldShowAreFound) {
    const std::string signed_paper = signed_pdf({.pages = 2, .objects = {"<< /Type /Font /BaseFont /Courier >>"}});
    const std::string annotation = "<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] /Contents (x) >>";
    const std::vector<std::vector<std::pair<int, std::string>>> attacks{
        {{3, "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>"}},                 // other glyphs
        {{2, "<< /Type /Pages /Count 1 /Kids [4 0 R] >>"}},                           // a page is gone
        {{2, "<< /Type /Pages /Count 2 /Kids [6 0 R 4 0 R] >>"}},                     // pages change places
        {{6, page("/Rotate 180")}},                                                   // turned
        {{6, page("/Annots [50 0 R]")}, {50, annotation}},                            // laid over
        {{1, "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript >> >>"}},  // and the form is gone
    };
    for (const auto& attack : attacks) {
        const SignatureReport report =
            verified(updated(signed_paper, attack)).empty() ? SignatureReport{} : one(updated(signed_paper, attack));
        EXPECT_FALSE(holds(report)) << attack.front().second;
    }
}

TEST_F(Verifier, ValidationDataMayBeAddedLater) {
    const std::string signed_paper =
        signed_pdf({.catalogue_entries = "/AcroForm 6 0 R", .objects = {"<< /Fields [] >>"}});
    const SignatureReport report =
        one(updated(signed_paper, {{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R /DSS << /Certs [] >> >>"}}));
    EXPECT_TRUE(holds(report));
    EXPECT_EQ(report.later_changes, LaterChanges::evidence_added);
}

TEST_F(Verifier, FilledFieldIsAllowedButAPageThatUsesItIsNot) {
    const std::string field = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (ten) /Rect [10 10 90 30] /P 4 0 R {} >>";
    const made::Paper paper{
        .catalogue_entries = "/AcroForm << /Fields [6 0 R] >>",
        .page_entries = "/Annots [6 0 R]",
        .objects = {fmt::format(fmt::runtime(field), "/AP << /N 7 0 R >>"),
                    "<< /Type /XObject /Subtype /Form /BBox [0 0 80 20] /Length 1 >>\nstream\nq\nendstream"}};
    const std::string signed_paper = signed_pdf(paper);
    const SignatureReport filled =
        one(updated(signed_paper, {{6, fmt::format(fmt::runtime(field), "/V (An) /AP << /N 7 0 R >>")}}));
    EXPECT_TRUE(holds(filled));
    EXPECT_EQ(filled.later_changes, LaterChanges::signed_or_filled);
    const SignatureReport moved = one(
        updated(signed_paper,
                {{6, "<< /Type /Annot /Subtype /Widget /FT /Tx /T (ten) /Rect [0 0 595 842] /P 4 0 R /V (An) >>"}}));
    EXPECT_FALSE(holds(moved));

    // The same appearance is drawn by the page too: setting it anew changes the page.
    made::Paper shared = paper;
    shared.page_entries += " /Resources << /XObject << /X 7 0 R >> >>";
    const std::string other = "<< /Type /XObject /Subtype /Form /BBox [0 0 80 20] /Length 1 >>\nstream\nQ\nendstream";
    EXPECT_TRUE(holds(one(updated(signed_paper, {{7, other}}))));
    EXPECT_FALSE(holds(one(updated(signed_pdf(shared), {{7, other}}))));
}

TEST_F(Verifier, SignedFieldStaysAsItIs) {
    const std::string signed_paper = signed_pdf();
    // Object 7 is the field: a picture is put into the seal that was invisible.
    const std::string field =
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /F 132 /Rect [0 0 300 300] /P 4 0 R /V 6 0 R >>";
    EXPECT_FALSE(holds(one(updated(signed_paper, {{7, field}}))));
}

TEST_F(Verifier, ByteRangesThatLeaveSomethingOutAreRefused) {
    const std::string whole = signed_pdf();
    const std::size_t at_range = whole.find("/ByteRange [") + 12;
    const std::size_t length = whole.find(']', at_range) - at_range;
    const std::size_t gap = whole.find("/Contents <") + 10;
    const std::size_t resume = whole.find('>', gap) + 1;
    const auto with_range = [&](const std::string& range) {
        std::string changed = whole;
        changed.replace(at_range, length, fmt::format("{:<{}}", range, length));
        return changed;
    };
    const std::size_t rest = whole.size() - resume;
    for (const std::string& range :
         {std::string("0 10 20 30"), fmt::format("0 {}", gap), fmt::format("0 {} {} {}", gap, resume, rest - 20),
          fmt::format("0 {} {} {}", gap - 8, resume, rest), fmt::format("0 {} {} {}", gap, resume + 4, rest - 4),
          fmt::format("0 {} {} {}", gap, resume, rest + 1), fmt::format("1 {} {} {}", gap - 1, resume, rest),
          fmt::format("0 {} {} 99999999999999999999", gap, resume), std::string("-1 -1 -1 -1"), std::string("null")}) {
        const auto reports = verified(with_range(range));
        // Too large a number leaves no signature dictionary at all.
        EXPECT_TRUE(reports.size() == 1 || range.ends_with("999")) << range;
        for (const auto& report : reports) {
            EXPECT_FALSE(report.intact) << range;
            EXPECT_FALSE(report.findings.empty()) << range;
        }
    }
}

TEST_F(Verifier, OldKeysAreIntactButWeak) {
    const auto old = made::signing_key(made::identity({.rsa = true, .rsa_bits = 1024, .valid_until_days = 4000}));
    const SignatureReport report = one(signed_pdf({}, old.get()));
    EXPECT_TRUE(holds(report));
    EXPECT_TRUE(report.weak_algorithm);
    EXPECT_TRUE(has(report, code::weak_algorithm));
}

TEST_F(Verifier, DemonstrationIsNamed) {
    const auto demo = demo_identity(at("keys"));
    ASSERT_TRUE(demo);
    const SignatureReport report = one(signed_pdf({}, demo->get()));
    EXPECT_TRUE(report.intact);
    EXPECT_TRUE(report.demo);
    EXPECT_TRUE(has(report, code::demo_signature));
}

TEST_F(Verifier, FilesThatCannotBeReadAreAnswers) {
    EXPECT_EQ(verify_signatures(at("none.pdf"), {}).error().code, code::file_missing);
    EXPECT_EQ(verify_signatures(file("a.pdf", "no pdf"), {}).error().code, code::file_damaged);
    EXPECT_EQ(verify_signatures(file("a.pdf", ""), {}).error().code, code::file_damaged);
    const auto no_trust = verify_signatures(file("a.pdf", made::pdf()), {{at("none.pem")}});
    ASSERT_FALSE(no_trust);
    EXPECT_EQ(no_trust.error().code, code::file_missing);
    EXPECT_EQ(no_trust.error().file, at("none.pem"));
}

TEST_F(Verifier, CutFilesAreAnswers) {
    const std::string whole = signed_again(signed_pdf());
    for (std::size_t size = 0; size < whole.size(); size += 97) {
        const auto reports = verify_signatures(file("file.pdf", whole.substr(0, size)), {});
        if (!reports) continue;
        for (const auto& report : *reports) {
            // The first revision is whole again where the cut falls on its end.
            EXPECT_TRUE(!holds(report) || report.later_changes == LaterChanges::none) << size;
        }
    }
}

}  // namespace sohoa::sign
