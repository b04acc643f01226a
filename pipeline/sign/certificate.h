#pragma once
#include <string>
#include <string_view>

#include "pipeline/sign/openssl_owned.h"

namespace sohoa::sign {

/// Stands in the common name of every demonstration certificate; a verifier knows them by it.
inline constexpr std::string_view demo_mark = "sohoa DEMO";

/// nullptr when the bytes are no certificate.
OwnedCertificate certificate_from_der(std::string_view der);

std::string der_of(const X509* certificate);

/// Common name, else organisation, else the whole name on one line; valid UTF-8 whatever the certificate holds.
std::string readable_name(const X509_NAME* name);

std::string subject_of(const X509* certificate);
std::string issuer_of(const X509* certificate);

/// Seconds since 1970; false where the time cannot be read.
bool seconds_of(const ASN1_TIME* time, long long& seconds);

/// By its own dates alone.
bool is_valid_at(const X509* certificate, long long seconds);

/// False where the certificate names its uses and neither digitalSignature nor nonRepudiation is among them.
bool may_sign_documents(const X509* certificate);

/// "2024-01-05 – 2027-01-05" in Vietnam's time.
std::string life_of(const X509* certificate);

}  // namespace sohoa::sign
