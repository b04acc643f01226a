#include "pipeline/sign/signer.h"

namespace sohoa::sign {

Result<std::unique_ptr<SigningKey>> demo_identity(const std::string&) {
    return fail(code::key_unreadable, {"Chưa ký được", "no signer yet"});
}

}  // namespace sohoa::sign
