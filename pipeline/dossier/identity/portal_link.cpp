#include "pipeline/dossier/identity/portal_link.h"

#include <algorithm>

#include "pipeline/dossier/identity/dossier_code.h"
#include "pipeline/dossier/identity/percent_encoding.h"

namespace sohoa::dossier {

namespace {

constexpr std::size_t longest_address = 4000;  ///< bytes
constexpr std::size_t longest_host = 253;      ///< RFC 1035, 2.3.4

std::string small(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

bool is_host(std::string_view host) {
    return !host.empty() && host.size() <= longest_host && host.front() != '.' && host.front() != '-' &&
           std::all_of(host.begin(), host.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-'; });
}

/// Normal form; empty for anything that is no dossier code as it stands.
std::string exact_dossier_code(const std::string& text) {
    const auto code = read_dossier_code(text);
    if (!code) return {};
    const bool mended =
        std::find(code->warnings.begin(), code->warnings.end(), CodeWarning::mended) != code->warnings.end();
    return mended ? std::string() : code->normal;
}

std::string dossier_code_in_path(std::string_view path) {
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        if (auto code = exact_dossier_code(percent_decoded(path.substr(0, end))); !code.empty()) return code;
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return {};
}

}  // namespace

std::optional<PortalLink> read_portal_link(std::string_view text) {
    if (text.size() > longest_address) return std::nullopt;
    const std::size_t scheme_end = text.find("://");
    if (scheme_end == std::string_view::npos) return std::nullopt;
    const std::string scheme = small(text.substr(0, scheme_end));
    if (scheme != "http" && scheme != "https") return std::nullopt;
    std::string_view rest = text.substr(scheme_end + 3);
    rest = rest.substr(0, rest.find('#'));
    // Browsers take a backslash for a slash: the host ends there too.
    const std::size_t authority_end = std::min(rest.find_first_of("/\\?"), rest.size());
    std::string_view authority = rest.substr(0, authority_end);
    rest.remove_prefix(authority_end);
    const std::size_t user_end = authority.rfind('@');
    if (user_end != std::string_view::npos) authority.remove_prefix(user_end + 1);
    PortalLink link;
    link.host = small(authority.substr(0, authority.find(':')));
    if (!is_host(link.host)) return std::nullopt;
    link.government = user_end == std::string_view::npos && (link.host == "gov.vn" || link.host.ends_with(".gov.vn"));
    link.national_portal =
        link.government && (link.host == "dichvucong.gov.vn" || link.host.ends_with(".dichvucong.gov.vn"));
    const std::size_t question = std::min(rest.find('?'), rest.size());
    link.dossier_code = dossier_code_in_path(rest.substr(0, question));
    const auto pairs = query_pairs(rest.substr(std::min(question + 1, rest.size())));
    link.fields = one_stop_from_pairs(pairs);
    if (link.dossier_code.empty() && link.fields) link.dossier_code = link.fields->paper.dossier_code;
    for (const auto& [name, value] : pairs) {
        if (link.dossier_code.empty()) link.dossier_code = exact_dossier_code(value);
    }
    return link;
}

}  // namespace sohoa::dossier
