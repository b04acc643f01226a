#pragma once
#include <memory>
#include <string>
#include <vector>

#include "pipeline/sign/openssl_owned.h"
#include "pipeline/sign/signer.h"

namespace sohoa::sign {

/// A private key held in memory, with its certificates.
class PrivateKey final : public SigningKey {
public:
    /// `certificate` must belong to `key`; of `others` those are kept that lead from it towards a root, in that order.
    PrivateKey(OwnedKey key, OwnedCertificate certificate, const STACK_OF(X509) * others);

    const std::vector<std::string>& certificates() const override { return certificates_; }
    Result<std::string> sign_sha256(const std::string& digest) const override;
    std::string common_name() const override { return common_name_; }
    bool is_demo() const override;

private:
    OwnedKey key_;
    std::vector<std::string> certificates_;
    std::string common_name_;
};

/// The key and certificates of PKCS#12 bytes. `name` is what messages call them.
Result<std::unique_ptr<SigningKey>> key_from_pkcs12(const std::string& bytes, const std::string& passphrase,
                                                    const std::string& name);

}  // namespace sohoa::sign
