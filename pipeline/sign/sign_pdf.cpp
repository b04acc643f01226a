#include "pipeline/sign/signer.h"

namespace sohoa::sign {

Result<void> sign_pdf(const std::string&, const std::string&, const SigningKey&, const SigningOptions&) {
    return fail(code::signing_failed, {"Chưa ký được", "no signer yet"});
}

}  // namespace sohoa::sign
