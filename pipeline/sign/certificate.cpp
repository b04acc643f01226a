#include "pipeline/sign/certificate.h"

#include <climits>
#include <ctime>
#include <fmt/format.h>
#include <openssl/asn1.h>
#include <openssl/x509v3.h>

#include "base/date.h"
#include "base/vietnamese.h"

namespace sohoa::sign {

namespace {

std::string entry_of(const X509_NAME* name, int nid) {
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0) return {};
    const ASN1_STRING* data = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at));
    unsigned char* utf8 = nullptr;
    const int length = ASN1_STRING_to_UTF8(&utf8, data);
    if (length < 0) {
        ERR_clear_error();
        return {};
    }
    const std::string text(reinterpret_cast<const char*>(utf8), static_cast<std::size_t>(length));
    OPENSSL_free(utf8);
    return single_spaced(valid_utf8(text));
}

}  // namespace

OwnedCertificate certificate_from_der(std::string_view der) {
    if (der.size() > LONG_MAX) return nullptr;
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    OwnedCertificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    ERR_clear_error();
    return certificate;
}

std::string der_of(const X509* certificate) {
    unsigned char* bytes = nullptr;
    const int length = i2d_X509(certificate, &bytes);
    if (length <= 0) return {};
    std::string der(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    OPENSSL_free(bytes);
    return der;
}

std::string readable_name(const X509_NAME* name) {
    for (const int nid : {NID_commonName, NID_organizationalUnitName, NID_organizationName}) {
        if (std::string text = entry_of(name, nid); !text.empty()) return text;
    }
    const OwnedBio memory(BIO_new(BIO_s_mem()));
    if (!memory || X509_NAME_print_ex(memory.get(), name, 0, XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB) < 0) return {};
    char* text = nullptr;
    const long length = BIO_get_mem_data(memory.get(), &text);
    return length <= 0 ? std::string{} : valid_utf8({text, static_cast<std::size_t>(length)});
}

std::string subject_of(const X509* certificate) {
    return readable_name(X509_get_subject_name(certificate));
}

std::string issuer_of(const X509* certificate) {
    return readable_name(X509_get_issuer_name(certificate));
}

bool seconds_of(const ASN1_TIME* time, long long& seconds) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) {
        ERR_clear_error();
        return false;
    }
    seconds = ::timegm(&parts);
    return true;
}

bool is_valid_at(const X509* certificate, long long seconds) {
    long long from = 0;
    long long until = 0;
    return seconds_of(X509_get0_notBefore(certificate), from) && seconds_of(X509_get0_notAfter(certificate), until) &&
           from <= seconds && seconds <= until;
}

bool may_sign_documents(const X509* certificate) {
    // UINT32_MAX where the certificate does not restrict its use.
    const std::uint32_t usage = X509_get_key_usage(const_cast<X509*>(certificate));
    ERR_clear_error();
    return (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}

std::string life_of(const X509* certificate) {
    long long from = 0;
    long long until = 0;
    if (!seconds_of(X509_get0_notBefore(certificate), from) || !seconds_of(X509_get0_notAfter(certificate), until)) {
        return "?";
    }
    return fmt::format("{} – {}", vietnam_time(from).substr(0, 10), vietnam_time(until).substr(0, 10));
}

}  // namespace sohoa::sign
