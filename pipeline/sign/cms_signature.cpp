#include "pipeline/sign/cms_signature.h"

#include <fmt/format.h>
#include <openssl/objects.h>

#include "pipeline/sign/certificate.h"
#include "pipeline/sign/der.h"

namespace sohoa::sign {

namespace {

using der::element;
using der::object_identifier;
using der::sequence;
using der::set_of;

Failure no_container(const std::string& why) {
    return fail(code::signing_failed, {"Không tạo được chữ ký: " + why, "no signature could be made: " + why},
                {"Kiểm tra lại khóa và chứng thư số", "check the key and its certificate"});
}

std::string as_text(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::string attribute(int nid, const std::string& value) {
    return sequence({object_identifier(nid), set_of({value})});
}

/// What the signer's certificate says of its key: how signatures of it are named, and how long they get.
struct SignerFacts {
    std::string identifier;  ///< IssuerAndSerialNumber
    std::string algorithm;   ///< AlgorithmIdentifier of the signature
    std::size_t longest = 0;
};

std::string issuer_and_serial(const X509* certificate) {
    const unsigned char* name = nullptr;
    std::size_t name_size = 0;
    if (X509_NAME_get0_der(X509_get_issuer_name(certificate), &name, &name_size) != 1) return {};
    unsigned char* serial = nullptr;
    const int serial_size = i2d_ASN1_INTEGER(X509_get0_serialNumber(certificate), &serial);
    if (serial_size <= 0) return {};
    const std::string_view serial_der(reinterpret_cast<const char*>(serial), static_cast<std::size_t>(serial_size));
    std::string identifier = sequence({{reinterpret_cast<const char*>(name), name_size}, serial_der});
    OPENSSL_free(serial);
    return identifier;
}

Result<SignerFacts> facts_of(const SigningKey& key) {
    if (key.certificates().empty()) return no_container("no certificate");
    const OwnedCertificate certificate = certificate_from_der(key.certificates().front());
    if (!certificate) return no_container("the certificate cannot be read");
    const EVP_PKEY* public_key = X509_get0_pubkey(certificate.get());
    if (public_key == nullptr) return no_container("the certificate's key is of an unknown kind");
    SignerFacts facts;
    facts.identifier = issuer_and_serial(certificate.get());
    facts.longest = static_cast<std::size_t>(EVP_PKEY_get_size(public_key));
    switch (EVP_PKEY_get_base_id(public_key)) {
        case EVP_PKEY_RSA:
            facts.algorithm = sequence({object_identifier(NID_sha256WithRSAEncryption), element(der::tag_null, "")});
            break;
        case EVP_PKEY_EC:
            facts.algorithm = sequence({object_identifier(NID_ecdsa_with_SHA256)});
            break;
        default:
            return no_container("only RSA and ECDSA keys can sign");
    }
    if (facts.identifier.empty() || facts.longest == 0) return no_container("the certificate cannot be used");
    return facts;
}

std::string signing_certificate(const std::string& certificate_der) {
    // ESSCertIDv2 without hashAlgorithm: SHA-256 is its default, which DER leaves out.
    const std::string identifier = sequence({element(der::tag_octet_string, as_text(sha256(certificate_der)))});
    return sequence({sequence({identifier})});
}

std::string signed_attributes(const Digest& content, const std::string& certificate_der) {
    return set_of({attribute(NID_pkcs9_contentType, object_identifier(NID_pkcs7_data)),
                   attribute(NID_pkcs9_messageDigest, element(der::tag_octet_string, as_text(content))),
                   attribute(NID_id_smime_aa_signingCertificateV2, signing_certificate(certificate_der))});
}

/// The same bytes under the tag [0] IMPLICIT that a SET OF has inside SignerInfo and SignedData.
std::string implicit_0(std::string set) {
    set.front() = static_cast<char>(der::tag_context_0);
    return set;
}

std::string container(const SigningKey& key, const SignerFacts& facts, const std::string& attributes,
                      const std::string& signature) {
    const std::string one = element(der::tag_integer, std::string_view("\x01", 1));
    // Without parameters: RFC 5754 §2.
    const std::string digest_algorithm = sequence({object_identifier(NID_sha256)});
    const std::string signer = sequence({one, facts.identifier, digest_algorithm, implicit_0(attributes),
                                         facts.algorithm, element(der::tag_octet_string, signature)});
    const std::string signed_data =
        sequence({one, set_of({digest_algorithm}), sequence({object_identifier(NID_pkcs7_data)}),
                  implicit_0(set_of(key.certificates())), set_of({signer})});
    return sequence({object_identifier(NID_pkcs7_signed), element(der::tag_context_0, signed_data)});
}

}  // namespace

Result<std::string> cms_signature(const Digest& content, const SigningKey& key) {
    const auto facts = facts_of(key);
    if (!facts) return fail(facts.error());
    const std::string attributes = signed_attributes(content, key.certificates().front());
    const auto signature = key.sign_sha256(as_text(sha256(attributes)));
    if (!signature) return fail(signature.error());
    if (signature->empty() || signature->size() > facts->longest) {
        return no_container("the key does not belong to its certificate");
    }
    return container(key, *facts, attributes, *signature);
}

Result<std::size_t> longest_cms_signature(const SigningKey& key) {
    const auto facts = facts_of(key);
    if (!facts) return fail(facts.error());
    return container(key, *facts, signed_attributes(Digest{}, key.certificates().front()),
                     std::string(facts->longest, '\0'))
        .size();
}

}  // namespace sohoa::sign
