#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sohoa::service {

/// An address that news are sent to.
struct CallbackUrl {
    bool tls = false;
    std::string host;  ///< lower case; of an IPv6 address without brackets
    int port = 80;
    std::string path;  ///< with query, begins with "/"
};

/// "https://host:port/path?query". nullopt for anything else: other schemes, a user name, a fragment, blanks or control
/// characters, more than 2 048 bytes.
std::optional<CallbackUrl> parse_callback_url(std::string_view text);

/// Hosts that may be called, as configured: "host", "host:port", "[v6]:port", or "host=address" for a name that is
/// always found at that address.
class WebhookHosts {
public:
    WebhookHosts() = default;
    /// nullopt when an entry cannot be read; `wrong` then names it.
    static std::optional<WebhookHosts> from(const std::vector<std::string>& entries, std::string& wrong);

    bool empty() const { return allowed_.empty(); }
    bool allows(const CallbackUrl& url) const;

    /// Where to connect: the configured address, or what the name resolves to, and then only addresses of the public
    /// Internet. nullopt when there is none. A private address is reached only where it is written down itself.
    std::optional<std::string> address_of(const CallbackUrl& url) const;

private:
    struct Allowed {
        std::string host;
        int port = 0;  ///< 0 = 80 and 443
        std::string address;
    };
    const Allowed* entry_for(const CallbackUrl& url) const;
    std::vector<Allowed> allowed_;
};

/// A numeric address that belongs to the public Internet: not private, loopback, link-local, multicast, documentation
/// or reserved (IANA special-purpose registries, RFC 6890), nor IPv4 of that kind within IPv6.
bool is_public_address(const std::string& address);

}  // namespace sohoa::service
