#pragma once
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "pipeline/run/settings.h"
#include "scanners/arrivals.h"

namespace sohoa::run {

/// Where the outputs of a paper go.
struct Place {
    std::string name;      ///< stem of a file's outputs, folder of a dossier
    bool was_free = true;  ///< false: outputs of the same paper stand there already, whole or not
};

/// Chooses places in a folder of results, so that papers that are all called scan0001.jpg never meet. The first place
/// is the paper's own name, then come name-2, name-3, … A place where the same paper was written before, by the same
/// version with the same settings, is chosen again: what is whole there need not be made twice. That is looked for
/// among the first 64 places of a name.
class FreePlaces {
public:
    FreePlaces(std::string output_folder, const Settings& settings)
        : output_folder_(std::move(output_folder)), settings_(settings) {}

    /// For a single file. Places given out stay taken until they are given back.
    Place for_file(const std::string& path);

    /// For a folder; `plan` gives its documents under its own name, where they must be known.
    Place for_folder(const std::string& name, const std::function<scanners::Arrivals()>& plan);

    void take(const std::string& name, bool is_folder) { taken_.insert(claim(name, is_folder)); }
    void give_back(const std::string& name, bool is_folder) { taken_.erase(claim(name, is_folder)); }

private:
    enum class Standing { nothing, same_paper, another };

    static std::string claim(const std::string& name, bool is_folder) { return (is_folder ? "/" : "") + name; }
    bool is_taken(const std::string& name, bool is_folder) const;
    template <class StandingAt>
    Place choose(const std::string& name, bool is_folder, const StandingAt& standing_at);

    const std::string output_folder_;
    const Settings& settings_;
    std::set<std::string> taken_;
    std::map<std::string, int> tried_;  ///< the number up to which places of a name are known to be used
};

/// The same plan with its outputs in another folder of OUT: every `folder` begins with `place`.
scanners::Arrivals moved_to(scanners::Arrivals plan, const std::string& place);

}  // namespace sohoa::run
