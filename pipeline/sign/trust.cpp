#include "pipeline/sign/trust.h"

#include <algorithm>
#include <filesystem>
#include <openssl/pem.h>

#include "base/files.h"
#include "pipeline/sign/certificate.h"

namespace sohoa::sign {

namespace {

namespace fs = std::filesystem;
using OwnedContext = std::unique_ptr<X509_STORE_CTX, FreedBy<X509_STORE_CTX_free>>;

constexpr std::size_t largest_file = std::size_t{16} << 20;
constexpr int longest_chain = 10;

/// PEM, one or many, or one in DER; how many were added.
int add_certificates(const std::string& bytes, X509_STORE* store) {
    int added = 0;
    const OwnedBio memory(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
    while (memory) {
        const OwnedCertificate certificate(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr));
        if (!certificate) break;
        added += X509_STORE_add_cert(store, certificate.get());
    }
    if (added == 0) {
        if (const OwnedCertificate certificate = certificate_from_der(bytes)) {
            added += X509_STORE_add_cert(store, certificate.get());
        }
    }
    ERR_clear_error();
    return added;
}

Result<void> add_file(const std::string& path, X509_STORE* store) {
    const auto bytes = read_file(path, largest_file);
    if (!bytes) return fail(bytes.error());
    if (add_certificates(*bytes, store) > 0) return {};
    return fail(problem(code::file_unreadable,
                        {"Tệp chứng thư tin cậy không có chứng thư nào đọc được",
                         "no certificate can be read in the trust file"},
                        {"Dùng tệp PEM hoặc DER (.pem, .crt, .cer)", "use a PEM or DER file (.pem, .crt, .cer)"})
                    .in_file(path));
}

Result<void> add_folder(const std::string& path, X509_STORE* store) {
    std::vector<std::string> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(path, error)) {
        if (entry.is_regular_file(error)) files.push_back(entry.path().string());
    }
    if (error) {
        errno = error.value();
        return fail(unreadable(path));
    }
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) {
        if (const auto bytes = read_file(file, largest_file)) add_certificates(*bytes, store);
    }
    return {};
}

}  // namespace

Result<Trust> Trust::load(const TrustStore& store) {
    OwnedStore trusted(X509_STORE_new());
    if (!trusted) return fail(code::out_of_memory, {"Không đủ bộ nhớ", "out of memory"});
    for (const std::string& path : store.certificate_files) {
        std::error_code error;
        const auto added =
            fs::is_directory(path, error) ? add_folder(path, trusted.get()) : add_file(path, trusted.get());
        if (!added) return fail(added.error());
    }
    return Trust(std::move(trusted));
}

bool Trust::reaches(X509* certificate, STACK_OF(X509) * others, long long seconds) const {
    const OwnedContext context(X509_STORE_CTX_new());
    if (!context || X509_STORE_CTX_init(context.get(), store_.get(), certificate, others) != 1) return false;
    X509_VERIFY_PARAM* rules = X509_STORE_CTX_get0_param(context.get());
    // What is trusted need not be a root.
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_time(rules, static_cast<time_t>(seconds));
    X509_VERIFY_PARAM_set_depth(rules, longest_chain);
    const bool reached = X509_verify_cert(context.get()) == 1;
    ERR_clear_error();
    return reached;
}

}  // namespace sohoa::sign
