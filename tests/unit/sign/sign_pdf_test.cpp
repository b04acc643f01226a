#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>

#include "base/files.h"
#include "made.h"

namespace sohoa::sign {

namespace {

/// The dictionary of the last field of the form, read by qpdf without repair.
struct Opened {
    QPDF pdf;
    explicit Opened(const std::string& path) {
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        pdf.processFile(path.c_str());
    }
    QPDFObjectHandle form() { return pdf.getRoot().getKey("/AcroForm"); }
    QPDFObjectHandle last_field() {
        QPDFObjectHandle fields = form().getKey("/Fields");
        return fields.getArrayItem(fields.getArrayNItems() - 1);
    }
    QPDFObjectHandle page_1() { return pdf.getAllPages().at(0); }
};

}  // namespace

class SignPdf : public made::SignTest {
protected:
    static void SetUpTestSuite() {
        // RSA, because its signatures do not vary.
        key_ = made::signing_key(made::identity({.rsa = true, .valid_until_days = 4000}));
    }
    static void TearDownTestSuite() { key_.reset(); }
    Result<void> sign(const std::string& in, const std::string& out) const {
        return sign_pdf(in, out, *key_, {.reason = "Số hoá", .location = "Hà Nội", .time = made::signing_time});
    }
    /// Signs `bytes`; the signed file.
    std::string signed_bytes(const std::string& bytes) const {
        const auto done = sign(file("in.pdf", bytes), at("out.pdf"));
        EXPECT_TRUE(done) << describe(done.error());
        return done ? read_file(at("out.pdf")).value() : std::string{};
    }
    static inline std::unique_ptr<SigningKey> key_;
};

TEST_F(SignPdf, InputStaysByteForByteInFront) {
    for (const auto references : {made::CrossReferences::table, made::CrossReferences::stream}) {
        const std::string before = made::pdf({.pages = 3, .references = references});
        const std::string after = signed_bytes(before);
        ASSERT_GT(after.size(), before.size());
        EXPECT_EQ(after.substr(0, before.size()), before);
        const bool stream = after.find("/Type /XRef", before.size()) != std::string::npos;
        EXPECT_EQ(stream, references == made::CrossReferences::stream);
    }
}

TEST_F(SignPdf, FieldIsInvisibleOnPageOneAndInTheForm) {
    for (const auto references : {made::CrossReferences::table, made::CrossReferences::stream}) {
        signed_bytes(made::pdf({.pages = 2, .references = references}));
        Opened opened(at("out.pdf"));
        EXPECT_EQ(opened.form().getKey("/SigFlags").getIntValue(), 3);
        QPDFObjectHandle field = opened.last_field();
        EXPECT_EQ(field.getKey("/Rect").unparse(), "[ 0 0 0 0 ]");
        EXPECT_EQ(field.getKey("/F").getIntValue(), 132);
        EXPECT_EQ(field.getKey("/P").getObjGen(), opened.page_1().getObjGen());
        EXPECT_EQ(opened.page_1().getKey("/Annots").getArrayItem(0).getObjGen(), field.getObjGen());
        QPDFObjectHandle signature = field.getKey("/V");
        EXPECT_EQ(signature.getKey("/SubFilter").getName(), "/ETSI.CAdES.detached");
        EXPECT_EQ(signature.getKey("/Reason").getUTF8Value(), "Số hoá");
        EXPECT_EQ(signature.getKey("/M").getStringValue(), "D:20261130075320+07'00'");
    }
}

TEST_F(SignPdf, ByteRangeLeavesOutTheSignatureAlone) {
    const std::string bytes = signed_bytes(made::pdf());
    Opened opened(at("out.pdf"));
    QPDFObjectHandle range = opened.last_field().getKey("/V").getKey("/ByteRange");
    ASSERT_EQ(range.getArrayNItems(), 4);
    const auto number = [&](int k) { return static_cast<std::size_t>(range.getArrayItem(k).getIntValue()); };
    EXPECT_EQ(number(0), 0U);
    EXPECT_EQ(bytes[number(1)], '<');
    EXPECT_EQ(bytes[number(2) - 1], '>');
    EXPECT_EQ(number(2) + number(3), bytes.size());
    EXPECT_EQ(bytes.find_first_not_of("0123456789ABCDEF", number(1) + 1), number(2) - 1);
}

TEST_F(SignPdf, SameInputAndTimeGiveTheSameBytes) {
    const std::string paper = made::pdf();
    EXPECT_EQ(signed_bytes(paper), signed_bytes(paper));
}

TEST_F(SignPdf, IdentifierKeepsItsFirstHalf) {
    signed_bytes(made::pdf());
    Opened opened(at("out.pdf"));
    QPDFObjectHandle id = opened.pdf.getTrailer().getKey("/ID");
    EXPECT_EQ(id.getArrayItem(0).unparse(), "<00112233445566778899aabbccddeeff>");
    EXPECT_NE(id.getArrayItem(1).unparse(), id.getArrayItem(0).unparse());
}

TEST_F(SignPdf, SecondSignatureIsAnUpdateBehindTheFirst) {
    for (const auto references : {made::CrossReferences::table, made::CrossReferences::stream}) {
        const std::string once = signed_bytes(made::pdf({.references = references}));
        const std::string twice = signed_bytes(once);
        EXPECT_EQ(twice.substr(0, once.size()), once);
        Opened opened(at("out.pdf"));
        EXPECT_EQ(opened.form().getKey("/Fields").getArrayNItems(), 2);
        EXPECT_EQ(opened.page_1().getKey("/Annots").getArrayNItems(), 2);
        EXPECT_EQ(opened.last_field().getKey("/T").getUTF8Value(), "Signature2");
    }
}

TEST_F(SignPdf, FormThatIsThereIsKept) {
    const std::string entries = "/AcroForm << /Fields [4 0 R] /DA (/Helv 0 Tf 0 g) /SigFlags 1 >>";
    signed_bytes(made::pdf({.catalogue_entries = entries}));
    Opened opened(at("out.pdf"));
    EXPECT_EQ(opened.form().getKey("/Fields").getArrayNItems(), 2);
    EXPECT_EQ(opened.form().getKey("/DA").getStringValue(), "/Helv 0 Tf 0 g");
    EXPECT_EQ(opened.form().getKey("/SigFlags").getIntValue(), 3);
}

TEST_F(SignPdf, AnnotationsThatAreThereAreKept) {
    const std::string popup = "<< /Type /Annot /Subtype /Popup /Rect [0 0 9 9] >>";
    for (const made::Paper& paper : {made::Paper{.page_entries = "/Annots [" + popup + "]"},
                                     made::Paper{.page_entries = "/Annots 6 0 R", .objects = {"[" + popup + "]"}}}) {
        signed_bytes(made::pdf(paper));
        Opened opened(at("out.pdf"));
        QPDFObjectHandle annotations = opened.page_1().getKey("/Annots");
        ASSERT_EQ(annotations.getArrayNItems(), 2);
        EXPECT_TRUE(annotations.getArrayItem(0).getKey("/Subtype").isNameAndEquals("/Popup"));
        EXPECT_EQ(annotations.getArrayItem(1).getObjGen(), opened.last_field().getObjGen());
    }
}

TEST_F(SignPdf, FileWithoutLastLineEndIsSignedToo) {
    std::string paper = made::pdf();
    while (paper.back() == '\n') paper.pop_back();
    signed_bytes(paper);
    EXPECT_NO_THROW(Opened(at("out.pdf")).last_field());
}

TEST_F(SignPdf, DamagedOrForeignFilesAreRefusedAndLeaveNothing) {
    std::string shifted = "garbage\n" + made::pdf();
    std::string cut = made::pdf().substr(0, 300);
    for (const std::string& bytes : {std::string(), std::string("no pdf at all"), shifted, cut}) {
        const auto done = sign(file("in.pdf", bytes), at("none.pdf"));
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code, code::file_damaged);
        EXPECT_FALSE(std::filesystem::exists(at("none.pdf")));
    }
    EXPECT_EQ(sign(at("missing.pdf"), at("none.pdf")).error().code, code::file_missing);
}

TEST_F(SignPdf, InputIsNeverItsOwnOutput) {
    const std::string paper = made::pdf();
    const auto done = sign(file("in.pdf", paper), at("in.pdf"));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, code::signing_failed);
    EXPECT_EQ(read_file(at("in.pdf")).value(), paper);
}

TEST_F(SignPdf, CertifiedDocumentThatForbidsChangesIsLeftAlone) {
    const std::string entries =
        "/Perms << /DocMDP << /Type /Sig /Reference [<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >>] >> >>";
    const auto done = sign(file("in.pdf", made::pdf({.catalogue_entries = entries})), at("out.pdf"));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, code::signing_failed);
}

TEST_F(SignPdf, TimeOutsideTheCertificatesLifeIsRefused) {
    const auto done = sign_pdf(file("in.pdf", made::pdf()), at("out.pdf"), *key_, {.time = 4102444800});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, code::certificate_expired);
}

TEST_F(SignPdf, FullDiskIsSaidSo) {
    if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
    const auto done = sign(file("in.pdf", made::pdf()), at("out.pdf"));
    ASSERT_TRUE(done);
    std::filesystem::create_symlink("/dev/full", at("full.pdf"));
    const auto failed = sign(at("in.pdf"), at("full.pdf"));
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, code::disk_full);
}

}  // namespace sohoa::sign
