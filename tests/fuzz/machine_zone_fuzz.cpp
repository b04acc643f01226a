// Lines that a reader took for a machine readable zone: whatever stands in them, what is valid has check digits that
// hold, and no birth lies in the future.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "pipeline/dossier/identity/machine_zone.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sohoa;
    std::vector<std::string> lines(1);
    for (std::size_t k = 0; k < size; ++k) {
        if (data[k] == '\n') {
            lines.emplace_back();
        } else {
            lines.back().push_back(static_cast<char>(data[k]));
        }
    }
    if (lines.back().empty()) lines.pop_back();
    const Date today{2026, 11, 21};
    const auto zone = dossier::read_machine_zone(lines, today);
    if (!zone) return 0;
    if (zone->birth_date && !zone->century_by_number && *zone->birth_date > today) std::abort();
    if (!zone->personal_number.empty() && zone->personal_number.size() != 12) std::abort();
    for (const auto& check : zone->checks) {
        if (zone->valid && check.state == ocr::CheckState::fails) std::abort();
    }
    dossier::same_name_without_marks(zone->full_name(), lines.back(), zone->name_truncated);
    return 1;
}
