#pragma once
#include <string>

#include "base/bilingual.h"
#include "pipeline/run/watch.h"

namespace sohoa::cli {

/// What `sohoa watch` says: one line an event, with the time; identity numbers masked, names made fit for a terminal.
class WatchLines : public run::WatchListener {
public:
    WatchLines(std::string folder, Language language) : folder_(std::move(folder)), language_(language) {}

    void watching(std::size_t left) override;
    void paper_done(const run::WatchedPaperReport& report) override;
    void paper_changed(const std::string& name) override;
    void refused(const Problem& why) override;
    void trouble(const Problem& why) override;
    void trouble_over(const Bilingual& what) override;

    void ended(const run::WatchSummary& summary);

private:
    std::string folder_;
    Language language_;
};

/// The words about a paper: "✓ don.jpg → ket-qua/don.pdf · 1 trang · 2 trường cần xem".
std::string paper_line(const run::WatchedPaperReport& report, Language language);

}  // namespace sohoa::cli
