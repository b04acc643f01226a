#include "pipeline/service/secrets.h"

#include <cerrno>
#include <filesystem>
#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <stdexcept>
#include <strings.h>
#include <vector>

#include "base/files.h"
#include "base/sha256.h"

namespace sohoa::service {

Result<Secret> read_or_make_secret(const std::string& path) {
    std::error_code error;
    if (std::filesystem::exists(path, error)) {
        constexpr std::size_t longest = 4096;
        auto text = read_file(path, longest);
        if (!text) return fail(text.error());
        while (!text->empty() && (text->back() == '\n' || text->back() == ' ')) text->pop_back();
        if (!text->empty()) return Secret{*std::move(text), false};
    }
    const std::string text = random_hex(32);
    AtomicFile file(path);
    if (auto written = write_file_atomically(file.temporary_path(), text + "\n"); !written)
        return fail(written.error());
    std::filesystem::permissions(file.temporary_path(),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
    if (auto done = file.commit(); !done) return fail(done.error());
    return Secret{text, true};
}

std::string random_hex(std::size_t bytes) {
    std::vector<unsigned char> random(bytes);
    if (RAND_bytes(random.data(), static_cast<int>(bytes)) != 1) throw std::runtime_error("no random numbers");
    std::string text;
    for (const unsigned char byte : random) text += fmt::format("{:02x}", byte);
    return text;
}

bool same_secret(std::string_view given, std::string_view wanted) {
    // Digests are of one length, so the length of the secret does not show either.
    const Digest a = sha256(given);
    const Digest b = sha256(wanted);
    return CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool is_authorized(std::string_view authorization, std::string_view key) {
    constexpr std::string_view scheme = "Bearer ";
    if (authorization.size() <= scheme.size() || key.empty()) return false;
    if (::strncasecmp(authorization.data(), scheme.data(), scheme.size()) != 0) return false;
    return same_secret(authorization.substr(scheme.size()), key);
}

std::string hmac_sha256_hex(std::string_view secret, std::string_view message) {
    Digest digest{};
    unsigned int length = digest.size();
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
         reinterpret_cast<const unsigned char*>(message.data()), message.size(), digest.data(), &length);
    return hex(digest);
}

}  // namespace sohoa::service
