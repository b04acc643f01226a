#pragma once
#include <cstddef>
#include <string>

#include "base/result.h"
#include "base/sha256.h"
#include "pipeline/sign/signer.h"

namespace sohoa::sign {

/// A detached CMS SignedData (RFC 5652) in DER over content whose SHA-256 is `content`: one signer, the key's
/// certificates, and as signed attributes content-type, message-digest and ESS signing-certificate-v2 (RFC 5035), which
/// is what PAdES-BASELINE-B asks for (ETSI EN 319 142-1 §6). There is no signing-time attribute, which PAdES forbids:
/// the claimed time is /M of the signature dictionary. Fails with signing_failed, or as the key fails.
Result<std::string> cms_signature(const Digest& content, const SigningKey& key);

/// No signature of this key is longer, in bytes.
Result<std::size_t> longest_cms_signature(const SigningKey& key);

}  // namespace sohoa::sign
