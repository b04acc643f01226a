#include "pipeline/store/kinds_named.h"

#include <algorithm>

#include "base/vietnamese.h"
#include "pipeline/dossier/wording.h"

namespace sohoa::store {

std::vector<std::string> kinds_named(std::string_view name) {
    const std::string asked = folded(name);
    std::vector<std::string> ids;
    if (asked.empty()) return ids;
    if (asked == "unknown" || asked == "chua ro") return {"unknown"};
    const auto& rules = dossier::kind_rules();
    for (const auto& rule : rules) {
        if (rule.id == asked || folded(rule.label) == asked) ids.push_back(rule.id);
    }
    if (!ids.empty()) return ids;
    const std::vector<std::string> words = words_of(asked);
    for (const auto& rule : rules) {
        const std::string label = " " + folded(rule.label) + " ";
        const bool all = std::all_of(words.begin(), words.end(), [&label](const std::string& word) {
            return label.find(" " + word + " ") != std::string::npos;
        });
        if (all) ids.push_back(rule.id);
    }
    return ids;
}

}  // namespace sohoa::store
