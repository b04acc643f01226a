#include <chrono>
#include <climits>
#include <fmt/format.h>
#include <openssl/pkcs12err.h>
#include <openssl/provider.h>

#include "base/date.h"
#include "base/files.h"
#include "pipeline/sign/certificate.h"
#include "pipeline/sign/private_key.h"

namespace sohoa::sign {

namespace {

constexpr std::size_t largest_key_file = std::size_t{4} << 20;

/// Older files (Windows, many hardware vendors' exporters) are encrypted with RC2 or RC4, which OpenSSL 3 keeps in its
/// "legacy" provider. A library context of our own has it without changing what the rest of the program may use.
class CryptoWithLegacy {
public:
    CryptoWithLegacy()
        : context_(OSSL_LIB_CTX_new()),
          default_(OSSL_PROVIDER_load(context_, "default")),
          legacy_(OSSL_PROVIDER_load(context_, "legacy")) {
        ERR_clear_error();
    }
    ~CryptoWithLegacy() {
        if (legacy_ != nullptr) OSSL_PROVIDER_unload(legacy_);
        if (default_ != nullptr) OSSL_PROVIDER_unload(default_);
        OSSL_LIB_CTX_free(context_);
    }
    CryptoWithLegacy(const CryptoWithLegacy&) = delete;
    CryptoWithLegacy& operator=(const CryptoWithLegacy&) = delete;

    OSSL_LIB_CTX* context() const { return context_; }
    bool has_legacy() const { return legacy_ != nullptr; }

private:
    OSSL_LIB_CTX* context_;
    OSSL_PROVIDER* default_;
    OSSL_PROVIDER* legacy_;
};

Failure unreadable_key(const std::string& name, Bilingual why, Bilingual remedy) {
    return fail(problem(code::key_unreadable, std::move(why), std::move(remedy)).in_file(name));
}

Failure not_pkcs12(const std::string& name) {
    ERR_clear_error();
    return unreadable_key(name,
                          {"Tệp khóa không phải PKCS#12 (.p12, .pfx) hoặc đã hỏng",
                           "the key file is no PKCS#12 (.p12, .pfx) or is damaged"},
                          {"Xuất lại chứng thư cùng khóa riêng thành tệp .p12",
                           "export the certificate and its private key again as a .p12 file"});
}

Failure wrong_passphrase(const std::string& name) {
    ERR_clear_error();
    return fail(problem(code::passphrase_wrong, {"Sai mật khẩu của tệp khóa", "wrong passphrase for the key file"},
                        {"Nhập lại mật khẩu", "enter the passphrase again"})
                    .in_file(name));
}

/// The key in the default library context, so that it outlives the context it was read with.
OwnedKey in_default_context(const EVP_PKEY* key) {
    unsigned char* bytes = nullptr;
    const int size = i2d_PrivateKey(key, &bytes);
    if (size <= 0) return nullptr;
    const unsigned char* at = bytes;
    OwnedKey copy(d2i_AutoPrivateKey(nullptr, &at, size));
    OPENSSL_clear_free(bytes, static_cast<std::size_t>(size));
    return copy;
}

OwnedPkcs12 parse_container(const std::string& bytes, OSSL_LIB_CTX* context) {
    const OwnedBio memory(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
    PKCS12* container = PKCS12_init_ex(NID_pkcs7_data, context, nullptr);
    if (memory && container != nullptr && d2i_PKCS12_bio(memory.get(), &container) == nullptr) return nullptr;
    return OwnedPkcs12(container);
}

/// Files without a passphrase come in two forms, with an empty one and with none at all.
bool opens(PKCS12* container, const std::string& passphrase) {
    if (PKCS12_mac_present(container) == 0) return true;
    return PKCS12_verify_mac(container, passphrase.c_str(), -1) == 1 ||
           (passphrase.empty() && PKCS12_verify_mac(container, nullptr, 0) == 1);
}

struct Contents {
    OwnedKey key;
    OwnedCertificate certificate;
    OwnedCertificates others;
};

Result<Contents> contents_of(PKCS12* container, const std::string& passphrase, const std::string& name,
                             bool has_legacy) {
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    STACK_OF(X509)* others = nullptr;
    const int parsed = PKCS12_parse(container, passphrase.c_str(), &key, &certificate, &others);
    Contents contents{OwnedKey(key), OwnedCertificate(certificate), OwnedCertificates(others)};
    if (parsed != 1) {
        if (PKCS12_mac_present(container) == 0) return wrong_passphrase(name);
        if (!has_legacy) {
            return unreadable_key(name,
                                  {"Tệp khóa dùng thuật toán mã hóa cũ mà máy này không mở được: " + openssl_reason(),
                                   "the key file is encrypted by an old algorithm that this machine cannot open"},
                                  {"Cài gói openssl đầy đủ, hoặc xuất lại tệp .p12 với AES-256",
                                   "install the complete openssl package, or export the .p12 again with AES-256"});
        }
        return not_pkcs12(name);
    }
    ERR_clear_error();
    if (!contents.key) {
        return unreadable_key(name,
                              {"Tệp khóa chỉ có chứng thư, không có khóa riêng", "the key file holds no private key"},
                              {"Xuất lại chứng thư kèm khóa riêng", "export the certificate with its private key"});
    }
    if (!contents.certificate) {
        return unreadable_key(
            name,
            {"Không chứng thư nào trong tệp khớp với khóa riêng",
             "no certificate in the file belongs to the private key"},
            {"Xuất lại chứng thư kèm đúng khóa riêng của nó", "export the certificate with its own private key"});
    }
    return contents;
}

Result<void> usable(const X509* certificate, const std::string& name) {
    const long long now =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    if (!is_valid_at(certificate, now)) {
        const std::string life = life_of(certificate);
        return fail(problem(code::certificate_expired,
                            {fmt::format("Chứng thư số của “{}” không còn hoặc chưa có hiệu lực ({})",
                                         subject_of(certificate), life),
                             fmt::format("the certificate of \"{}\" is expired or not yet valid ({})",
                                         subject_of(certificate), life)},
                            {"Gia hạn chứng thư, hoặc kiểm tra ngày giờ của máy",
                             "renew the certificate, or check this machine's clock"})
                        .in_file(name));
    }
    if (!may_sign_documents(certificate)) {
        return unreadable_key(
            name,
            {"Chứng thư số này không được cấp để ký tài liệu", "this certificate was not issued for signing documents"},
            {"Chọn chứng thư có mục đích ký số", "choose a certificate meant for digital signatures"});
    }
    return {};
}

}  // namespace

Result<std::unique_ptr<SigningKey>> key_from_pkcs12(const std::string& bytes, const std::string& passphrase,
                                                    const std::string& name) {
    if (bytes.empty() || bytes.size() > largest_key_file) return not_pkcs12(name);
    const CryptoWithLegacy crypto;
    const OwnedPkcs12 container = parse_container(bytes, crypto.context());
    if (!container) return not_pkcs12(name);
    if (!opens(container.get(), passphrase)) return wrong_passphrase(name);
    auto contents = contents_of(container.get(), passphrase, name, crypto.has_legacy());
    if (!contents) return fail(contents.error());
    // Everything is copied out of the context that ends with this function.
    OwnedKey key = in_default_context(contents->key.get());
    OwnedCertificate certificate = certificate_from_der(der_of(contents->certificate.get()));
    if (!key || !certificate || X509_check_private_key(certificate.get(), key.get()) != 1) return not_pkcs12(name);
    if (const auto checked = usable(certificate.get(), name); !checked) return fail(checked.error());
    return std::make_unique<PrivateKey>(std::move(key), std::move(certificate), contents->others.get());
}

Result<std::unique_ptr<SigningKey>> load_pkcs12(const std::string& path, const std::string& passphrase) {
    const auto bytes = read_file(path, largest_key_file);
    if (!bytes) {
        if (bytes.error().code == code::too_many_bytes) return not_pkcs12(path);
        return fail(bytes.error());
    }
    return key_from_pkcs12(*bytes, passphrase, path);
}

}  // namespace sohoa::sign
