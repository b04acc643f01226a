#pragma once
#include <string>
#include <vector>

#include "base/result.h"

namespace sohoa::sign {

/// What can be said of one signature without asking anybody on a network.
struct SignatureReport {
    std::string field;
    std::string signer;  ///< common name of the certificate
    std::string issuer;
    std::string claimed_time;  ///< ISO 8601; empty when none
    std::string format;        ///< "PAdES-BASELINE-B", "PAdES", "PKCS#7", "document timestamp", …
    bool intact = false;       ///< digest and signature value hold over the signed bytes
    bool covers_whole_file = false;
    bool certificate_valid_at_signing = false;  ///< by its dates, at the claimed time
    bool trusted = false;                       ///< chain ends in a given trust store
    bool demo = false;
    bool weak_algorithm = false;    ///< SHA-1 or RSA below 2048 bits
    std::vector<Problem> findings;  ///< why it is not intact or not sure, in plain words
};

struct TrustStore {
    std::vector<std::string> certificate_files;  ///< PEM or DER files, or folders of them
};

/// Every signature of the file in order of signing; empty when there is none. Bytes after the last signed revision,
/// changes after signing, byte ranges that do not fit, shadow content: reported as findings. Never asks a network.
/// Fails with file_missing, file_unreadable, file_damaged.
Result<std::vector<SignatureReport>> verify_signatures(const std::string& path, const TrustStore& trust);

}  // namespace sohoa::sign
