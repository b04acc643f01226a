#include "pipeline/service/callback_url.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <netdb.h>
#include <sys/socket.h>

namespace sohoa::service {

namespace {

constexpr std::size_t longest_url = 2048;

struct HostAndPort {
    std::string host;
    int port = 0;  ///< 0 where none is written
};

bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

std::optional<int> port_in(std::string_view text) {
    int port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size() || port < 1 || port > 65535) return std::nullopt;
    return port;
}

std::optional<HostAndPort> host_and_port(std::string_view text) {
    HostAndPort parts;
    std::string_view rest;
    if (text.starts_with('[')) {
        const auto close = text.find(']');
        if (close == std::string_view::npos) return std::nullopt;
        parts.host = text.substr(1, close - 1);
        in6_addr address{};
        if (::inet_pton(AF_INET6, parts.host.c_str(), &address) != 1) return std::nullopt;
        rest = text.substr(close + 1);
    } else {
        const auto colon = text.find(':');
        parts.host = text.substr(0, colon);
        rest = colon == std::string_view::npos ? std::string_view() : text.substr(colon);
    }
    for (char& c : parts.host) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    const bool v6 = text.starts_with('[');
    if (parts.host.empty() || parts.host.size() > 253) return std::nullopt;
    if (!v6 && !std::all_of(parts.host.begin(), parts.host.end(), is_host_character)) return std::nullopt;
    if (rest.empty()) return parts;
    if (!rest.starts_with(':')) return std::nullopt;
    const auto port = port_in(rest.substr(1));
    if (!port) return std::nullopt;
    parts.port = *port;
    return parts;
}

struct Network4 {
    std::uint32_t base;
    int bits;
};

/// IANA IPv4 special-purpose address registry: what is not globally reachable.
constexpr std::array<Network4, 15> special4{{{0x00000000, 8},
                                             {0x0A000000, 8},
                                             {0x64400000, 10},
                                             {0x7F000000, 8},
                                             {0xA9FE0000, 16},
                                             {0xAC100000, 12},
                                             {0xC0000000, 24},
                                             {0xC0000200, 24},
                                             {0xC0586300, 24},
                                             {0xC0A80000, 16},
                                             {0xC6120000, 15},
                                             {0xC6336400, 24},
                                             {0xCB007100, 24},
                                             {0xE0000000, 4},
                                             {0xF0000000, 4}}};

bool is_public4(std::uint32_t address) {
    return std::none_of(special4.begin(), special4.end(), [&](const Network4& each) {
        const std::uint32_t mask = ~std::uint32_t{0} << (32 - each.bits);
        return (address & mask) == each.base;
    });
}

/// Only 2000::/3 is given out; within it 2001::/23, 2001:db8::/32, 2002::/16 (IPv4 inside) and 3fff::/20 are special.
bool is_public6(const std::array<std::uint8_t, 16>& a) {
    if ((a[0] & 0xE0) != 0x20) return false;
    if (a[0] == 0x20 && a[1] == 0x01 && (a[2] & 0xFE) == 0) return false;
    if (a[0] == 0x20 && a[1] == 0x01 && a[2] == 0x0D && a[3] == 0xB8) return false;
    if (a[0] == 0x20 && a[1] == 0x02) return false;
    return !(a[0] == 0x3F && a[1] == 0xFF && (a[2] & 0xF0) == 0);
}

bool is_address(const std::string& text) {
    in_addr v4{};
    in6_addr v6{};
    return ::inet_pton(AF_INET, text.c_str(), &v4) == 1 || ::inet_pton(AF_INET6, text.c_str(), &v6) == 1;
}

std::vector<std::string> resolved(const std::string& host) {
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    std::vector<std::string> addresses;
    if (::getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return addresses;
    for (const addrinfo* each = found; each != nullptr; each = each->ai_next) {
        std::array<char, NI_MAXHOST> text{};
        if (::getnameinfo(each->ai_addr, each->ai_addrlen, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) == 0)
            addresses.emplace_back(text.data());
    }
    ::freeaddrinfo(found);
    return addresses;
}

}  // namespace

std::optional<CallbackUrl> parse_callback_url(std::string_view text) {
    if (text.size() > longest_url) return std::nullopt;
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (!plain || text.find('#') != std::string_view::npos || text.find('\\') != std::string_view::npos)
        return std::nullopt;
    CallbackUrl url;
    if (text.starts_with("https://")) {
        url.tls = true;
        text.remove_prefix(8);
    } else if (text.starts_with("http://")) {
        text.remove_prefix(7);
    } else {
        return std::nullopt;
    }
    const auto end = text.find_first_of("/?");
    const auto place = host_and_port(text.substr(0, end));
    if (!place) return std::nullopt;
    url.host = place->host;
    url.port = place->port != 0 ? place->port : (url.tls ? 443 : 80);
    url.path = end == std::string_view::npos ? "" : std::string(text.substr(end));
    if (!url.path.starts_with('/')) url.path.insert(0, "/");
    return url;
}

std::optional<WebhookHosts> WebhookHosts::from(const std::vector<std::string>& entries, std::string& wrong) {
    WebhookHosts hosts;
    for (const std::string& entry : entries) {
        wrong = entry;
        const auto equals = entry.find('=');
        const auto place = host_and_port(std::string_view(entry).substr(0, equals));
        if (!place) return std::nullopt;
        Allowed allowed{place->host, place->port, equals == std::string::npos ? "" : entry.substr(equals + 1)};
        if (equals != std::string::npos && !is_address(allowed.address)) return std::nullopt;
        if (allowed.address.empty() && is_address(allowed.host)) allowed.address = allowed.host;
        if (allowed.host == "localhost") allowed.address = "127.0.0.1";
        hosts.allowed_.push_back(std::move(allowed));
    }
    wrong.clear();
    return hosts;
}

const WebhookHosts::Allowed* WebhookHosts::entry_for(const CallbackUrl& url) const {
    const auto at = std::find_if(allowed_.begin(), allowed_.end(), [&](const Allowed& each) {
        if (each.host != url.host) return false;
        return each.port == 0 ? url.port == (url.tls ? 443 : 80) : each.port == url.port;
    });
    return at == allowed_.end() ? nullptr : &*at;
}

bool WebhookHosts::allows(const CallbackUrl& url) const {
    return entry_for(url) != nullptr;
}

std::optional<std::string> WebhookHosts::address_of(const CallbackUrl& url) const {
    const Allowed* entry = entry_for(url);
    if (entry == nullptr) return std::nullopt;
    if (!entry->address.empty()) return entry->address;
    for (const std::string& address : resolved(url.host)) {
        if (is_public_address(address)) return address;
    }
    return std::nullopt;
}

bool is_public_address(const std::string& address) {
    in_addr v4{};
    if (::inet_pton(AF_INET, address.c_str(), &v4) == 1) return is_public4(ntohl(v4.s_addr));
    in6_addr v6{};
    if (::inet_pton(AF_INET6, address.c_str(), &v6) != 1) return false;
    std::array<std::uint8_t, 16> bytes{};
    std::memcpy(bytes.data(), &v6, bytes.size());
    return is_public6(bytes);
}

}  // namespace sohoa::service
