#include "scanners/still_papers.h"

#include <algorithm>
#include <utility>

#include "scanners/natural_order.h"

namespace sohoa::scanners {

std::vector<Sighting> StillPapers::look(const std::vector<Sighting>& listing, Clock::time_point now) {
    ++looks_;
    waiting_ = 0;
    std::vector<std::pair<Clock::time_point, const Sighting*>> still;
    for (const Sighting& thing : listing) {
        const auto [at, is_new] = seen_.try_emplace(thing.name, Seen{thing.mark, now, looks_});
        Seen& seen = at->second;
        if (!is_new && seen.mark != thing.mark) seen = {thing.mark, now, looks_};
        seen.look = looks_;
        if (now - seen.since >= still_ * (thing.doubtful ? patience : 1)) {
            still.emplace_back(seen.since, &thing);
        } else {
            ++waiting_;
        }
    }
    std::erase_if(seen_, [this](const auto& each) { return each.second.look != looks_; });
    std::sort(still.begin(), still.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : natural_less(a.second->name, b.second->name);
    });
    std::vector<Sighting> result;
    result.reserve(still.size());
    for (const auto& [since, thing] : still) result.push_back(*thing);
    return result;
}

}  // namespace sohoa::scanners
