#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/files.h"
#include "pipeline/sign/certificate.h"
#include "pipeline/sign/private_key.h"

namespace sohoa::sign {

namespace {

namespace fs = std::filesystem;

constexpr const char* file_name = "demo-identity.p12";
constexpr const char* demo_name = "sohoa DEMO – không có giá trị pháp lý";
/// No secret: it only keeps programs happy that refuse a PKCS#12 without one.
constexpr const char* demo_passphrase = "sohoa-demo";
/// RSA and not ECDSA: its signatures are the same each time, so the same input gives the same file. 3072 bits are what
/// validators accept beyond 2029.
constexpr unsigned demo_key_bits = 3072;

Failure not_made() {
    const std::string why = openssl_reason();
    return fail(code::key_unreadable,
                {"Không tạo được danh tính demo: " + why, "the demonstration identity cannot be made: " + why});
}

bool add_extension(X509* certificate, int nid, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    if (extension == nullptr) return false;
    const bool added = X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool set_names(X509* certificate) {
    X509_NAME* name = X509_get_subject_name(certificate);
    const auto add = [&](const char* field, const char* text) {
        return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(text), -1,
                                          -1, 0) == 1;
    };
    return add("C", "VN") && add("O", "sohoa DEMO") && add("CN", demo_name) &&
           X509_set_issuer_name(certificate, name) == 1;
}

bool set_serial(X509* certificate) {
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), bytes.size()) != 1) return false;
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x3FU) | 0x40U);  // positive, and always 16 bytes long
    BIGNUM* number = BN_bin2bn(bytes.data(), bytes.size(), nullptr);
    const bool set = number != nullptr && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nullptr;
    BN_free(number);
    return set;
}

/// From a fixed day in the past, so that neither a clock set back nor SOURCE_DATE_EPOCH makes the demonstration "not
/// yet valid"; to ten years from now.
bool set_life(X509* certificate) {
    constexpr long ten_years = 3652L * 24 * 3600;
    return ASN1_TIME_set_string_X509(X509_getm_notBefore(certificate), "20200101000000Z") == 1 &&
           X509_gmtime_adj(X509_getm_notAfter(certificate), ten_years) != nullptr;
}

OwnedCertificate self_signed(EVP_PKEY* key) {
    OwnedCertificate certificate(X509_new());
    if (!certificate || X509_set_version(certificate.get(), X509_VERSION_3) != 1 || !set_serial(certificate.get()) ||
        !set_life(certificate.get()) || !set_names(certificate.get()) || X509_set_pubkey(certificate.get(), key) != 1 ||
        !add_extension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE") ||
        !add_extension(certificate.get(), NID_key_usage, "critical,digitalSignature,nonRepudiation") ||
        !add_extension(certificate.get(), NID_subject_key_identifier, "hash") ||
        X509_sign(certificate.get(), key, EVP_sha256()) == 0) {
        return nullptr;
    }
    return certificate;
}

Result<std::string> new_identity() {
    const OwnedKey key(EVP_RSA_gen(demo_key_bits));
    if (!key) return not_made();
    const OwnedCertificate certificate = self_signed(key.get());
    if (!certificate) return not_made();
    const OwnedPkcs12 container(
        PKCS12_create(demo_passphrase, demo_name, key.get(), certificate.get(), nullptr, 0, 0, 0, 0, 0));
    unsigned char* bytes = nullptr;
    const int size = container ? i2d_PKCS12(container.get(), &bytes) : 0;
    if (size <= 0) return not_made();
    std::string der(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    OPENSSL_clear_free(bytes, static_cast<std::size_t>(size));
    return der;
}

/// Gives `made` its final name unless another process was faster: then theirs stays. A name that appears whole or not
/// at all, never replacing: link(2), or on file systems without hard links renameat2(2).
bool keep_first(const std::string& made, const std::string& final_path) {
    if (::link(made.c_str(), final_path.c_str()) == 0 || errno == EEXIST) return true;
    return ::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, final_path.c_str(), RENAME_NOREPLACE) == 0 || errno == EEXIST;
}

Result<void> store_first(const std::string& bytes, const std::string& path) {
    std::string temporary = path + ".XXXXXX";
    const int fd = ::mkostemp(temporary.data(), O_CLOEXEC);  // 0600
    if (fd < 0) return fail(unwritable(path));
    Result<void> stored;
    if (!write_all(fd, bytes) || ::fsync(fd) != 0) stored = fail(unwritable(path));
    if (::close(fd) != 0 && stored) stored = fail(unwritable(path));
    if (stored && !keep_first(temporary, path)) stored = fail(unwritable(path));
    ::unlink(temporary.c_str());
    return stored;
}

Result<void> make_private_folder(const std::string& folder) {
    const fs::path parent = fs::path(folder).parent_path();
    if (!parent.empty()) {
        if (auto made = make_folders(parent.string()); !made) return made;
    }
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return fail(unwritable(folder));
    return {};
}

}  // namespace

Result<std::unique_ptr<SigningKey>> demo_identity(const std::string& folder) {
    std::string name = folder;
    while (name.size() > 1 && name.back() == '/') name.pop_back();
    const std::string path = (fs::path(name) / file_name).string();
    if (std::error_code ignored; !fs::exists(path, ignored)) {
        if (const auto made = make_private_folder(name); !made) return fail(made.error());
        const auto identity = new_identity();
        if (!identity) return fail(identity.error());
        if (const auto stored = store_first(*identity, path); !stored) return fail(stored.error());
    }
    auto key = load_pkcs12(path, demo_passphrase);
    if (!key && key.error().code != code::file_unreadable) {
        Problem problem = key.error();
        problem.remedy = {"Xoá tệp này; lần chạy sau sẽ tạo danh tính demo mới",
                          "delete this file; the next run makes a new demonstration identity"};
        return fail(std::move(problem));
    }
    return key;
}

}  // namespace sohoa::sign
