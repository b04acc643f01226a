#pragma once
#include <memory>
#include <string>

#include "base/result.h"
#include "pipeline/sign/openssl_owned.h"
#include "pipeline/sign/verifier.h"

namespace sohoa::sign {

/// Certificates that somebody decided to trust, roots or not.
class Trust {
public:
    /// Fails with file_missing or file_unreadable, naming the file; a folder may hold other files too.
    static Result<Trust> load(const TrustStore& store);

    /// True where a chain leads from `certificate` over `others` to a trusted one, all of them valid by their dates at
    /// `seconds`. Revocation is not asked.
    bool reaches(X509* certificate, STACK_OF(X509) * others, long long seconds) const;

private:
    using OwnedStore = std::unique_ptr<X509_STORE, FreedBy<X509_STORE_free>>;
    explicit Trust(OwnedStore store) : store_(std::move(store)) {}
    OwnedStore store_;
};

}  // namespace sohoa::sign
