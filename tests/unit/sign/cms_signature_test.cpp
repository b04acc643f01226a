#include "pipeline/sign/cms_signature.h"

#include <openssl/ess.h>

#include "made.h"

namespace sohoa::sign {

namespace {

using OwnedCms = std::unique_ptr<CMS_ContentInfo, FreedBy<CMS_ContentInfo_free>>;

OwnedCms parsed(const std::string& der) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    return OwnedCms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der.size())));
}

/// OpenSSL's own verdict, the signing-certificate attribute (CAdES) included.
bool verifies(CMS_ContentInfo* container, const std::string& content, X509* root) {
    const OwnedBio data(BIO_new_mem_buf(content.data(), static_cast<int>(content.size())));
    X509_STORE* trusted = X509_STORE_new();
    X509_STORE_add_cert(trusted, root);
    X509_VERIFY_PARAM_set_purpose(X509_STORE_get0_param(trusted), X509_PURPOSE_ANY);
    const int verdict = CMS_verify(container, nullptr, trusted, data.get(), nullptr, CMS_BINARY | CMS_CADES);
    X509_STORE_free(trusted);
    ERR_clear_error();
    return verdict == 1;
}

}  // namespace

class CmsSignature : public testing::TestWithParam<bool> {};

TEST_P(CmsSignature, VerifiesAndNamesNoSigningTime) {
    const made::Identity root = made::identity({.name = "Gốc", .authority = true});
    const made::Identity officer = made::identity({.rsa = GetParam()}, &root);
    const auto key = made::signing_key(officer, {&root});
    ASSERT_TRUE(key);
    const auto der = cms_signature(sha256("nội dung"), *key);
    ASSERT_TRUE(der) << describe(der.error());
    EXPECT_LE(der->size(), longest_cms_signature(*key).value());

    const OwnedCms container = parsed(*der);
    ASSERT_TRUE(container);
    EXPECT_TRUE(verifies(container.get(), "nội dung", root.certificate.get()));
    EXPECT_FALSE(verifies(parsed(*der).get(), "nội dunG", root.certificate.get()));
    CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(container.get()), 0);
    EXPECT_EQ(CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1), -1);
    EXPECT_EQ(CMS_signed_get_attr_count(signer), 3);
    const OwnedCertificates certificates(CMS_get1_certs(container.get()));
    EXPECT_EQ(sk_X509_num(certificates.get()), 2);
}

INSTANTIATE_TEST_SUITE_P(EcdsaAndRsa, CmsSignature, testing::Bool());

TEST(CmsSignature, KeyThatSignsTooLongIsRefused) {
    class Wrong final : public SigningKey {
    public:
        explicit Wrong(std::vector<std::string> certificates) : certificates_(std::move(certificates)) {}
        const std::vector<std::string>& certificates() const override { return certificates_; }
        Result<std::string> sign_sha256(const std::string&) const override { return std::string(999, 'x'); }
        std::string common_name() const override { return "?"; }

    private:
        std::vector<std::string> certificates_;
    };
    const auto key = made::signing_key(made::identity({}));
    const auto refused = cms_signature(sha256("x"), Wrong(key->certificates()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, code::signing_failed);
    EXPECT_FALSE(cms_signature(sha256("x"), Wrong({})));
    EXPECT_FALSE(cms_signature(sha256("x"), Wrong({"no certificate"})));
}

}  // namespace sohoa::sign
