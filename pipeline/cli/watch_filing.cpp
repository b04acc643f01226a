#include "pipeline/cli/watch_filing.h"

#include <chrono>

#include "base/vietnamese.h"
#include "pipeline/store/add_from_output.h"

namespace sohoa::cli {

Result<void> WatchFiling::open() {
    auto opened = store::Catalogue::open(path_, {.check_whole = false, .wait = std::chrono::seconds{2}});
    if (!opened) return fail(opened.error());
    catalogue_.emplace(*std::move(opened));
    return {};
}

Result<void> WatchFiling::add(const run::WatchedDocument& document) {
    if (!catalogue_) {
        if (auto opened = open(); !opened) return opened;
    }
    const std::string stem = document.pdf.substr(0, document.pdf.size() - std::string_view(".pdf").size());
    const auto added = store::add_from_output(*catalogue_, stem + ".json", stem + ".txt", document.pdf,
                                              {.dossier_code = valid_utf8(document.dossier), .by = "sohoa watch"});
    if (added) return {};
    if (added.error().file == path_) catalogue_.reset();
    return fail(added.error());
}

}  // namespace sohoa::cli
