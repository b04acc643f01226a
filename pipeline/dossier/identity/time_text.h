#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sohoa::dossier {

/// A day or a time as systems print them, in the contract's form: "05/08/2025" → "2025-08-05", "14:05 05/08/2025" →
/// "2025-08-05T14:05:00+07:00". Read are ISO 8601 ("2025-08-05T14:05:09+07:00", with `Z`, without zone, with a fraction
/// of a second, which is dropped), dd/MM/yyyy with a time before or behind it, and yyyyMMdd with HHmm or HHmmss. What
/// names no zone is Vietnam's time. nullopt for anything else, impossible days and hours too.
std::optional<std::string> normal_time(std::string_view text);

}  // namespace sohoa::dossier
