#pragma once
#include <memory>
#include <string>

#include "pipeline/sign/signer.h"

namespace sohoa::cli {

/// The key that `--sign WHAT` means: "demo", or a PKCS#12 file whose passphrase comes from `passphrase_file`, from the
/// environment (SOHOA_PASSPHRASE), from an empty passphrase when that opens it, or from a prompt on the terminal. Fails
/// with passphrase_missing where one is needed and there is no terminal to ask on.
Result<std::unique_ptr<sign::SigningKey>> signing_identity(const std::string& what, const std::string& passphrase_file);

/// $XDG_CONFIG_HOME/sohoa or ~/.config/sohoa.
std::string config_folder();

}  // namespace sohoa::cli
