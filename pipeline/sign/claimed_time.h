#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sohoa::sign {

struct ClaimedTime {
    long long seconds = 0;  ///< since 1970
    std::string iso;        ///< with the offset that the signer's machine had
};

/// A PDF date (ISO 32000-1 §7.9.4), "D:20241126140509+07'00'"; parts may be missing at its end. Without an offset it is
/// taken for UTC. nullopt where it is no date.
std::optional<ClaimedTime> time_from_pdf_date(std::string_view text);

}  // namespace sohoa::sign
