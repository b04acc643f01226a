#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace sohoa::service {

struct Secret {
    std::string text;
    bool made_now = false;
};

/// 32 random bytes as hexadecimal digits in a file for its owner alone; made where there is none. Fails as files do.
Result<Secret> read_or_make_secret(const std::string& path);

/// `bytes` random bytes as hexadecimal digits. Throws std::runtime_error where the system has none.
std::string random_hex(std::size_t bytes);

/// Takes as long for texts that differ early as for those that differ late.
bool same_secret(std::string_view given, std::string_view wanted);

/// The value of `Authorization: Bearer KEY` is KEY. Nothing is authorized by an empty key.
bool is_authorized(std::string_view authorization, std::string_view key);

/// HMAC-SHA256 in hexadecimal digits (RFC 2104).
std::string hmac_sha256_hex(std::string_view secret, std::string_view message);

}  // namespace sohoa::service
