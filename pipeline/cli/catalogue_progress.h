#pragma once
#include <optional>
#include <string>

#include "pipeline/run/progress.h"
#include "pipeline/store/catalogue.h"

namespace sohoa::cli {

/// Puts every document that was made, or stood there already, into a catalogue, and passes everything on. Where the
/// catalogue cannot be written the documents are made all the same: that is told once, and `failed` says so.
class CatalogueProgress : public run::Progress {
public:
    CatalogueProgress(run::Progress& next, std::string output_folder);

    /// Opens the catalogue, or tells why it cannot be opened.
    void open(const std::string& path);

    void pages_known(int total, bool final) override { next_.pages_known(total, final); }
    void page_done(int done) override { next_.page_done(done); }
    void document_done(const run::DocumentSummary& summary) override;
    void problem(const Problem& problem) override { next_.problem(problem); }
    void stopping() override { next_.stopping(); }

    bool failed() const { return failed_; }

private:
    void give_up(Problem why);

    run::Progress& next_;
    std::string output_folder_;
    std::optional<store::Catalogue> catalogue_;
    bool failed_ = false;
};

}  // namespace sohoa::cli
