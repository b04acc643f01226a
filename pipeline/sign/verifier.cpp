#include "pipeline/sign/verifier.h"

namespace sohoa::sign {

Result<std::vector<SignatureReport>> verify_signatures(const std::string&, const TrustStore&) {
    return std::vector<SignatureReport>{};
}

}  // namespace sohoa::sign
