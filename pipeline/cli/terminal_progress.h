#pragma once
#include <chrono>
#include <string>
#include <vector>

#include "pipeline/run/progress.h"

namespace sohoa::cli {

/// Progress of a batch on standard error: one line that counts on a terminal, a line a document elsewhere. Keeps the
/// summaries for the table at the end.
class TerminalProgress : public run::Progress {
public:
    TerminalProgress(Language language, bool quiet);
    ~TerminalProgress() override;

    void pages_known(int total, bool final) override;
    void page_done(int done) override;
    void document_done(const run::DocumentSummary& summary) override;
    void problem(const Problem& problem) override;
    void stopping() override;

    /// Removes the counting line.
    void finish();

    const std::vector<run::DocumentSummary>& documents() const { return documents_; }

private:
    using Clock = std::chrono::steady_clock;
    void draw(bool now);
    void clear();

    Language language_;
    bool quiet_;
    bool terminal_;
    bool drawn_ = false;
    int total_ = 0;
    bool total_final_ = false;
    int done_ = 0;
    int first_count_ = -1;  ///< pages a run before had finished already
    Clock::time_point begin_ = Clock::now();
    Clock::time_point last_draw_{};
    std::vector<run::DocumentSummary> documents_;
};

}  // namespace sohoa::cli
