#include "pipeline/sign/embedded_certificates.h"

#include <algorithm>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <stdexcept>

#include "pipeline/sign/certificate.h"

namespace sohoa::sign {

namespace {

constexpr int most_embedded = 100;
constexpr std::size_t largest_certificate = std::size_t{1} << 17;

/// Takes so many bytes and then stops the decoding: a small compressed stream may stand for gigabytes.
class Bounded final : public Pipeline {
public:
    Bounded() : Pipeline("certificate", nullptr) {}
    void write(unsigned char const* data, std::size_t size) override {
        if (bytes.size() + size > largest_certificate) throw std::length_error("certificate too large");
        bytes.append(reinterpret_cast<const char*>(data), size);
    }
    void finish() override {}

    std::string bytes;
};

OwnedCertificate certificate_in(QPDFObjectHandle stream) try {
    Bounded bounded;
    if (!stream.pipeStreamData(&bounded, 0, qpdf_dl_generalized, true, false)) return nullptr;
    return certificate_from_der(bounded.bytes);
} catch (const std::exception&) {
    return nullptr;
}

}  // namespace

OwnedCertificates embedded_certificates(QPDF& pdf) {
    OwnedCertificates found(sk_X509_new_null());
    QPDFObjectHandle store = pdf.getRoot().getKey("/DSS");
    if (!store.isDictionary()) return found;
    QPDFObjectHandle streams = store.getKey("/Certs");
    for (int k = 0; streams.isArray() && k < std::min(streams.getArrayNItems(), most_embedded); ++k) {
        QPDFObjectHandle stream = streams.getArrayItem(k);
        if (!stream.isStream()) continue;
        if (OwnedCertificate certificate = certificate_in(stream);
            certificate && sk_X509_push(found.get(), certificate.get()) > 0) {
            static_cast<void>(certificate.release());
        }
    }
    return found;
}

}  // namespace sohoa::sign
