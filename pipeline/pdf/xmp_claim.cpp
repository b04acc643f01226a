#include "pipeline/pdf/xmp_claim.h"

#include <array>
#include <cctype>
#include <optional>
#include <utility>

namespace sohoa::pdf {

namespace {

constexpr std::string_view pdfa_namespace = "http://www.aiim.org/pdfa/ns/id/";
constexpr std::string_view dublin_core_namespace = "http://purl.org/dc/elements/1.1/";
constexpr std::string_view pdf_namespace = "http://ns.adobe.com/pdf/1.3/";

bool is_name_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
}
bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// The prefix that the packet binds to a namespace.
std::string prefix_of(std::string_view packet, std::string_view name_space) {
    constexpr std::string_view binding = "xmlns:";
    for (std::size_t at = packet.find(binding); at != packet.npos; at = packet.find(binding, at + 1)) {
        std::size_t end = at + binding.size();
        const std::size_t start = end;
        while (end < packet.size() && is_name_character(packet[end])) ++end;
        const std::string_view prefix = packet.substr(start, end - start);
        while (end < packet.size() && (is_blank(packet[end]) || packet[end] == '=')) ++end;
        if (end < packet.size() && (packet[end] == '"' || packet[end] == '\'') &&
            packet.substr(end + 1).starts_with(name_space)) {
            return std::string(prefix);
        }
    }
    return {};
}

std::string unescaped(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, char>, 5> entities{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
    std::string out;
    while (!text.empty()) {
        bool found = false;
        for (const auto& [name, character] : entities) {
            if (!text.starts_with(name)) continue;
            out += character;
            text.remove_prefix(name.size());
            found = true;
            break;
        }
        if (found) continue;
        out += text.front();
        text.remove_prefix(1);
    }
    return out;
}

/// Value of the attribute whose name ends at `after`, or nullopt where no value stands there.
std::optional<std::string_view> attribute_value(std::string_view packet, std::size_t after) {
    while (after < packet.size() && is_blank(packet[after])) ++after;
    if (after >= packet.size() || packet[after] != '=') return std::nullopt;
    ++after;
    while (after < packet.size() && is_blank(packet[after])) ++after;
    if (after >= packet.size() || (packet[after] != '"' && packet[after] != '\'')) return std::nullopt;
    const std::size_t end = packet.find(packet[after], after + 1);
    if (end == packet.npos) return std::nullopt;
    return packet.substr(after + 1, end - after - 1);
}

/// What stands in the element `<name …>…</name>` whose name ends at `after`.
std::optional<std::string_view> element_content(std::string_view packet, std::string_view name, std::size_t after) {
    const std::size_t open = packet.find('>', after);
    if (open == packet.npos || packet[open - 1] == '/') return std::nullopt;
    const std::size_t close = packet.find("</" + std::string(name), open);
    if (close == packet.npos) return std::nullopt;
    return packet.substr(open + 1, close - open - 1);
}

std::string_view first_list_item(std::string_view content) {
    const std::size_t item = content.find("<rdf:li");
    if (item == content.npos) return content;
    const std::size_t open = content.find('>', item);
    if (open == content.npos) return {};
    return content.substr(open + 1, content.find("</rdf:li", open) - open - 1);
}

std::string property(std::string_view packet, std::string_view name_space, std::string_view local) {
    const std::string prefix = prefix_of(packet, name_space);
    if (prefix.empty()) return {};
    const std::string name = prefix + ":" + std::string(local);
    for (std::size_t at = packet.find(name); at != packet.npos; at = packet.find(name, at + 1)) {
        const std::size_t after = at + name.size();
        if (at == 0 || (after < packet.size() && is_name_character(packet[after]))) continue;
        if (packet[at - 1] == '<') {  // the first element decides: a packet of a million open ones is read once
            const auto value = element_content(packet, name, after);
            return value ? unescaped(trimmed(first_list_item(*value))) : std::string{};
        }
        if (!is_blank(packet[at - 1])) continue;
        if (const auto value = attribute_value(packet, after)) return unescaped(trimmed(*value));
    }
    return {};
}

}  // namespace

XmpClaim read_xmp(std::string_view packet) {
    XmpClaim claim;
    claim.part = property(packet, pdfa_namespace, "part");
    for (const char c : property(packet, pdfa_namespace, "conformance")) {
        claim.conformance += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    claim.title = property(packet, dublin_core_namespace, "title");
    claim.producer = property(packet, pdf_namespace, "Producer");
    return claim;
}

}  // namespace sohoa::pdf
