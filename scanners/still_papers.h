#pragma once
#include <chrono>
#include <string>
#include <unordered_map>
#include <vector>

#include "scanners/drop_folder.h"

namespace sohoa::scanners {

/// Tells what has stood still in a folder for long enough to be whole. It is shown listings and our own clock and looks
/// at nothing itself, so the clock of a file server does not matter. A few dozen bytes a thing seen.
class StillPapers {
public:
    using Clock = std::chrono::steady_clock;

    /// What is doubtful (empty, or with temporary names in it) must stand still this many times longer.
    static constexpr int patience = 10;

    explicit StillPapers(std::chrono::milliseconds still) : still_(still) {}

    /// Takes in what stands there now, and gives what has not changed for long enough, the longest first, then by name
    /// with numbers by value. What is given is given again as long as it stands there.
    std::vector<Sighting> look(const std::vector<Sighting>& listing, Clock::time_point now);

    /// Its time begins anew with the next look.
    void forget(const std::string& name) { seen_.erase(name); }

    /// Things of the last look that have not stood still for long enough yet.
    std::size_t waiting() const { return waiting_; }

private:
    struct Seen {
        std::uint64_t mark = 0;
        Clock::time_point since;
        unsigned look = 0;
    };

    std::chrono::milliseconds still_;
    std::unordered_map<std::string, Seen> seen_;
    unsigned looks_ = 0;
    std::size_t waiting_ = 0;
};

}  // namespace sohoa::scanners
