#include "made.h"

#include <array>
#include <fmt/format.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <unistd.h>

#include "base/files.h"
#include "pipeline/sign/private_key.h"

namespace sohoa::sign::made {

namespace fs = std::filesystem;

void SignTest::SetUp() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ =
        fs::path(testing::TempDir()) / fmt::format("sohoa-{}-{}-{}", test->test_suite_name(), test->name(), ::getpid());
    fs::create_directories(folder_);
}

void SignTest::TearDown() {
    fs::remove_all(folder_);
}

std::string SignTest::file(const std::string& name, const std::string& bytes) const {
    const std::string path = at(name);
    EXPECT_TRUE(write_file_atomically(path, bytes));
    return path;
}

namespace {

void extend(X509* certificate, int nid, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

}  // namespace

Identity identity(const Wanted& wanted, const Identity* issuer) {
    static long serial = 1000;
    Identity made{OwnedKey(wanted.rsa ? EVP_RSA_gen(wanted.rsa_bits) : EVP_EC_gen("P-256")),
                  OwnedCertificate(X509_new())};
    X509* certificate = made.certificate.get();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), ++serial);
    constexpr long day = 24L * 3600;
    X509_gmtime_adj(X509_getm_notBefore(certificate), wanted.valid_from_days * day);
    X509_gmtime_adj(X509_getm_notAfter(certificate), wanted.valid_until_days * day);
    X509_NAME* name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "C", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>("VN"), -1, -1, 0);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(wanted.name.c_str()),
                               -1, -1, 0);
    const Identity& signer = issuer != nullptr ? *issuer : made;
    X509_set_issuer_name(certificate, X509_get_subject_name(signer.certificate.get()));
    X509_set_pubkey(certificate, made.key.get());
    extend(certificate, NID_basic_constraints, wanted.authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    if (wanted.authority) {
        extend(certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
    } else if (!wanted.key_usage.empty()) {
        extend(certificate, NID_key_usage, wanted.key_usage);
    }
    extend(certificate, NID_subject_key_identifier, "hash");
    X509_sign(certificate, signer.key.get(), EVP_sha256());
    return made;
}

std::string pkcs12(const Identity& identity, const std::string& passphrase, std::vector<const Identity*> others,
                   int cipher) {
    STACK_OF(X509)* chain = sk_X509_new_null();
    for (const Identity* other : others) sk_X509_push(chain, other->certificate.get());
    const OwnedPkcs12 container(PKCS12_create(passphrase.c_str(), "key", identity.key.get(), identity.certificate.get(),
                                              chain, cipher, cipher, 0, 0, 0));
    sk_X509_free(chain);
    if (!container) return {};
    unsigned char* bytes = nullptr;
    const int size = i2d_PKCS12(container.get(), &bytes);
    std::string text(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    OPENSSL_free(bytes);
    return text;
}

std::string pem(const X509* certificate) {
    const OwnedBio memory(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(memory.get(), const_cast<X509*>(certificate));
    char* text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

std::unique_ptr<SigningKey> signing_key(const Identity& identity, std::vector<const Identity*> others) {
    auto key = key_from_pkcs12(pkcs12(identity, "1234", std::move(others)), "1234", "test.p12");
    EXPECT_TRUE(key) << describe(key.error());
    return key ? std::move(*key) : nullptr;
}

std::string pdf(const Paper& paper) {
    // Written by hand first: object 1 catalogue, 2 page tree, 3 font, then a page and its text in turn.
    std::vector<std::string> objects;
    std::string kids;
    for (int k = 0; k < paper.pages; ++k) kids += fmt::format("{} 0 R ", 4 + 2 * k);
    objects.push_back(fmt::format("<< /Type /Catalog /Pages 2 0 R {} >>", paper.catalogue_entries));
    objects.push_back(fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", paper.pages, kids));
    objects.emplace_back("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for (int k = 0; k < paper.pages; ++k) {
        objects.push_back(
            fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R "
                        "/Resources << /Font << /F1 3 0 R >> >> {} >>",
                        5 + 2 * k, k == 0 ? paper.page_entries : ""));
        const std::string text = fmt::format("BT /F1 20 Tf 72 700 Td (Trang {}) Tj ET", k + 1);
        objects.push_back(fmt::format("<< /Length {} >>\nstream\n{}\nendstream", text.size(), text));
    }
    objects.insert(objects.end(), paper.objects.begin(), paper.objects.end());
    std::string bytes = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    std::string table;
    for (std::size_t k = 0; k < objects.size(); ++k) {
        table += fmt::format("{:010} 00000 n \n", bytes.size());
        bytes += fmt::format("{} 0 obj\n{}\nendobj\n", k + 1, objects[k]);
    }
    const std::size_t section = bytes.size();
    bytes += fmt::format(
        "xref\n0 {}\n0000000000 65535 f \n{}trailer\n<< /Size {} /Root 1 0 R "
        "/ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] >>\n"
        "startxref\n{}\n%%EOF\n",
        objects.size() + 1, table, objects.size() + 1, section);
    if (paper.references == CrossReferences::table) return bytes;
    QPDF source;
    source.processMemoryFile("paper.pdf", bytes.data(), bytes.size());
    QPDFWriter writer(source);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setStaticID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace sohoa::sign::made
