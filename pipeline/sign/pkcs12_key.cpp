#include "pipeline/sign/signer.h"

namespace sohoa::sign {

Result<std::unique_ptr<SigningKey>> load_pkcs12(const std::string&, const std::string&) {
    return fail(code::key_unreadable, {"Chưa ký được", "no signer yet"});
}

}  // namespace sohoa::sign
