#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/dossier/identity/one_stop_qr.h"

namespace sohoa::dossier {

/// A web address in a code, which nobody follows: what it says by itself.
struct PortalLink {
    std::string host;                 ///< small letters
    bool government = false;          ///< under gov.vn, and no user's name before the host pretends to be it
    bool national_portal = false;     ///< dichvucong.gov.vn
    std::string dossier_code;         ///< normal form, from the path or the query; empty where none is there
    std::optional<OneStopQr> fields;  ///< the query's, where it names a dossier
};

/// http and https, at most 4000 bytes. nullopt for a text that is no such address or whose host is none.
std::optional<PortalLink> read_portal_link(std::string_view text);

}  // namespace sohoa::dossier
