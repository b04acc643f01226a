#include "pipeline/sign/private_key.h"

#include <openssl/rsa.h>

#include "pipeline/sign/certificate.h"

namespace sohoa::sign {

namespace {

/// The issuer of `certificate` among `others`, or nullptr; never the certificate itself.
X509* issuer_among(const STACK_OF(X509) * others, X509* certificate) {
    for (int k = 0; others != nullptr && k < sk_X509_num(others); ++k) {
        X509* candidate = sk_X509_value(others, k);
        if (X509_cmp(candidate, certificate) != 0 && X509_check_issued(candidate, certificate) == X509_V_OK) {
            return candidate;
        }
    }
    return nullptr;
}

Failure no_signature() {
    const std::string why = openssl_reason();
    return fail(code::signing_failed, {"Khóa không ký được: " + why, "the key cannot sign: " + why},
                {"Kiểm tra lại tệp khóa", "check the key file"});
}

}  // namespace

PrivateKey::PrivateKey(OwnedKey key, OwnedCertificate certificate, const STACK_OF(X509) * others)
    : key_(std::move(key)), common_name_(subject_of(certificate.get())) {
    constexpr std::size_t longest_chain = 10;
    for (X509* next = certificate.get(); next != nullptr && certificates_.size() < longest_chain;) {
        certificates_.push_back(der_of(next));
        const bool self_signed = X509_check_issued(next, next) == X509_V_OK;
        next = self_signed ? nullptr : issuer_among(others, next);
    }
    ERR_clear_error();
}

bool PrivateKey::is_demo() const {
    return common_name_.find(demo_mark) != std::string::npos;
}

Result<std::string> PrivateKey::sign_sha256(const std::string& digest) const {
    const OwnedKeyContext context(EVP_PKEY_CTX_new(key_.get(), nullptr));
    if (!context || EVP_PKEY_sign_init(context.get()) <= 0) return no_signature();
    if (EVP_PKEY_get_base_id(key_.get()) == EVP_PKEY_RSA &&
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) <= 0) {
        return no_signature();
    }
    if (EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) <= 0) return no_signature();
    const auto* bytes = reinterpret_cast<const unsigned char*>(digest.data());
    std::size_t size = 0;
    if (EVP_PKEY_sign(context.get(), nullptr, &size, bytes, digest.size()) <= 0) return no_signature();
    std::string signature(size, '\0');
    if (EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes, digest.size()) <=
        0) {
        return no_signature();
    }
    signature.resize(size);
    return signature;
}

}  // namespace sohoa::sign
