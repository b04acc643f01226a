#pragma once
#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/sign/openssl_owned.h"
#include "pipeline/sign/signer.h"

/// Keys, certificates and papers made for the tests.
namespace sohoa::sign::made {

/// When papers are signed, in seconds of Unix time.
inline constexpr long long signing_time = 1796000000;  // 2026-11-30

/// A folder of its own for each test.
class SignTest : public testing::Test {
protected:
    void SetUp() override;
    void TearDown() override;

    std::string at(const std::string& name) const { return (folder_ / name).string(); }
    /// Writes `bytes` there and gives the whole path.
    std::string file(const std::string& name, const std::string& bytes) const;

    std::filesystem::path folder_;
};

struct Identity {
    OwnedKey key;
    OwnedCertificate certificate;
};

struct Wanted {
    std::string name = "Nguyễn Văn An";
    bool rsa = false;  ///< RSA-2048 instead of ECDSA P-256
    unsigned rsa_bits = 2048;
    bool authority = false;  ///< may issue certificates
    std::string key_usage = "critical,digitalSignature,nonRepudiation";
    long valid_from_days = -30;  ///< from now
    long valid_until_days = 365;
};

/// Self-signed where `issuer` is null.
Identity identity(const Wanted& wanted, const Identity* issuer = nullptr);

/// With the certificates of `others` beside the key's own. `cipher` is a NID of PKCS#12 (0: OpenSSL's own choice).
std::string pkcs12(const Identity& identity, const std::string& passphrase, std::vector<const Identity*> others = {},
                   int cipher = 0);

std::string pem(const X509* certificate);

/// A signing key from an identity, through a PKCS#12 as users have it.
std::unique_ptr<SigningKey> signing_key(const Identity& identity, std::vector<const Identity*> others = {});

enum class CrossReferences { table, stream };

struct Paper {
    int pages = 1;
    CrossReferences references = CrossReferences::table;
    std::string catalogue_entries;     ///< further entries, as PDF
    std::string page_entries;          ///< further entries of page 1, as PDF
    std::vector<std::string> objects;  ///< further objects; with one page the first is number 6
};

/// A PDF with a line of text on every page. /ID and dates are fixed.
std::string pdf(const Paper& paper = {});

}  // namespace sohoa::sign::made
