#pragma once
#include <memory>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>
#include <string>

namespace sohoa::sign {

template <auto Free>
struct FreedBy {
    template <class T>
    void operator()(T* pointer) const {
        Free(pointer);
    }
};

using OwnedBio = std::unique_ptr<BIO, FreedBy<BIO_free_all>>;
using OwnedCertificate = std::unique_ptr<X509, FreedBy<X509_free>>;
using OwnedKey = std::unique_ptr<EVP_PKEY, FreedBy<EVP_PKEY_free>>;
using OwnedKeyContext = std::unique_ptr<EVP_PKEY_CTX, FreedBy<EVP_PKEY_CTX_free>>;
using OwnedPkcs12 = std::unique_ptr<PKCS12, FreedBy<PKCS12_free>>;

struct FreeCertificateStack {
    void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};
using OwnedCertificates = std::unique_ptr<STACK_OF(X509), FreeCertificateStack>;

/// OpenSSL's account of its last error, and an empty error queue: the queue is one for a thread, so whoever reads it
/// leaves it clean for the next.
inline std::string openssl_reason() {
    char text[256] = "unknown error";
    if (const unsigned long error = ERR_peek_last_error(); error != 0) ERR_error_string_n(error, text, sizeof text);
    ERR_clear_error();
    return text;
}

}  // namespace sohoa::sign
