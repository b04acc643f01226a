#pragma once
#include <optional>
#include <string>

#include "pipeline/run/watch.h"
#include "pipeline/store/catalogue.h"

namespace sohoa::cli {

/// Puts what is watched into a catalogue. Waits only shortly for other programs, and opens the catalogue again after a
/// failure: the caller tries again.
class WatchFiling {
public:
    explicit WatchFiling(std::string path) : path_(std::move(path)) {}

    /// Fails when the file cannot be a catalogue of ours; one that is only busy is opened later.
    Result<void> open();

    Result<void> add(const run::WatchedDocument& document);

private:
    std::string path_;
    std::optional<store::Catalogue> catalogue_;
};

}  // namespace sohoa::cli
