#pragma once
#include <string>
#include <vector>

#include "base/result.h"

namespace sohoa::sign {

/// What came into the file after a signature, the gravest counts.
enum class LaterChanges {
    none,
    evidence_added,    ///< validation data, document time-stamps, metadata
    signed_or_filled,  ///< further signatures, filled form fields: a signature allows them
    undecided,         ///< could not be told
    content_changed,
};

/// What can be said of one signature without asking anybody on a network.
struct SignatureReport {
    std::string field;
    std::string signer;  ///< common name of the certificate
    std::string issuer;
    std::string claimed_time;  ///< ISO 8601; empty when none
    std::string format;        ///< "PAdES-BASELINE-B", "PAdES", "PKCS#7", "document timestamp", …
    bool intact = false;  ///< digest and signature value hold over the signed bytes, and these are a whole revision
    bool covers_whole_file = false;
    bool certificate_valid_at_signing = false;  ///< by its dates, at the claimed time
    bool trusted = false;                       ///< chain ends in a given trust store
    bool demo = false;
    bool weak_algorithm = false;  ///< SHA-1 or RSA below 2048 bits
    LaterChanges later_changes = LaterChanges::none;
    std::vector<Problem> findings;  ///< why it is not intact or not sure, in plain words
};

/// Intact, and nothing came after it but what a signature allows: the paper is what was signed. It says nothing of who
/// signed.
bool holds(const SignatureReport& report);

struct TrustStore {
    std::vector<std::string> certificate_files;  ///< PEM or DER files, or folders of them
};

/// Every signature of the file in order of signing; empty when there is none. Bytes after the last signed revision,
/// changes after signing, byte ranges that do not fit, shadow content: reported as findings. Never asks a network, so
/// nothing is said of revocation. Fails with file_missing, file_unreadable, file_damaged, password_needed; the first
/// two also for a file of the trust store. A hostile file may have qpdf unpack a compressed object stream far larger
/// than the file: limit the memory of the process that verifies; running out of it is an answer here (out_of_memory).
Result<std::vector<SignatureReport>> verify_signatures(const std::string& path, const TrustStore& trust);

}  // namespace sohoa::sign
