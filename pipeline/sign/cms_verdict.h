#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bilingual.h"
#include "pipeline/sign/claimed_time.h"
#include "pipeline/sign/openssl_owned.h"

namespace sohoa::sign {

/// What a signature container is about (the /SubFilter of a PDF signature).
enum class Binding {
    detached,   ///< the signed bytes themselves: ETSI.CAdES.detached, adbe.pkcs7.detached
    sha1,       ///< the container holds the SHA-1 of the signed bytes and signs that: adbe.pkcs7.sha1
    timestamp,  ///< the container holds an RFC 3161 time-stamp of the signed bytes: ETSI.RFC3161
};

/// What a container proves of the signed bytes, leaving aside whether its certificate is to be trusted.
struct CmsVerdict {
    bool holds = false;  ///< the digests fit and the signature value is the certificate's
    Bilingual why;       ///< where it does not hold
    bool certificate_missing = false;

    OwnedCertificate signer;
    OwnedCertificates others;  ///< certificates that came along; never null
    std::string digest_algorithm;
    bool weak_digest = false;  ///< SHA-1 or older
    int key_bits = 0;
    bool weak_key = false;               ///< RSA or DSA below 2048 bits, a curve below 224
    bool names_its_certificate = false;  ///< ESS signing-certificate, in either version
    bool has_signing_time = false;
    bool has_timestamp = false;       ///< an unsigned attribute with a signature time-stamp; it is not checked here
    std::optional<ClaimedTime> time;  ///< signing-time attribute, or the time of the time-stamp
};

/// The digest of the signed bytes by any algorithm; empty when it is not to be had.
using DigestOf = std::function<std::string(const EVP_MD*)>;

/// Checks `container` (DER or BER, zeros may follow) against the signed bytes. `known` are certificates from elsewhere
/// in the file, among which the signer's is looked for too. Nothing is fetched. Any bytes are an answer.
CmsVerdict check_container(std::string_view container, Binding binding, const DigestOf& digest_of,
                           const STACK_OF(X509) * known);

}  // namespace sohoa::sign
