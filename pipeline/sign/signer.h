#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

namespace sohoa::sign {

/// A certificate with its chain, and something that can sign a digest with its private key: a PKCS#12 file now, a token
/// or a remote service later. Every way of signing goes through this one door: digest in, signature value out.
class SigningKey {
public:
    virtual ~SigningKey() = default;

    /// DER of the signer's certificate, then of its issuers as far as known.
    virtual const std::vector<std::string>& certificates() const = 0;

    /// The raw signature value (RSA PKCS#1 v1.5, or DER ECDSA) over data whose SHA-256 is `digest`.
    virtual Result<std::string> sign_sha256(const std::string& digest) const = 0;

    /// Common name of the signer's certificate.
    virtual std::string common_name() const = 0;

    /// True for the demonstration identity: it says so in its certificate, in /Reason and in XMP.
    virtual bool is_demo() const { return false; }
};

/// Fails with file_missing, file_unreadable, key_unreadable, passphrase_wrong, certificate_expired.
Result<std::unique_ptr<SigningKey>> load_pkcs12(const std::string& path, const std::string& passphrase);

/// The demonstration identity, made once in `folder` (created 0700, key 0600) and loaded from there ever after. Two
/// processes that start together end with the same identity.
Result<std::unique_ptr<SigningKey>> demo_identity(const std::string& folder);

struct SigningOptions {
    std::string reason;    ///< /Reason
    std::string location;  ///< /Location
    long long time = 0;    ///< claimed signing time (/M), seconds since 1970
};

/// Signs `path_in` to `path_out` by an incremental update (PAdES-BASELINE-B): the bytes of `path_in` stay as they are.
/// The field is invisible. `path_out` is written in place: pass a temporary name. Fails with signing_failed, disk_full,
/// ….
Result<void> sign_pdf(const std::string& path_in, const std::string& path_out, const SigningKey& key,
                      const SigningOptions& options);

}  // namespace sohoa::sign
