#pragma once
#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/run/document_flow.h"
#include "pipeline/run/free_place.h"
#include "pipeline/run/output_room.h"
#include "pipeline/run/trouble.h"
#include "pipeline/run/watch.h"
#include "pipeline/run/watched_folder.h"
#include "pipeline/run/watched_paper.h"

namespace sohoa::run {

/// One run of watch(): everything between the first look into the folder and the last paper put away. Papers go from
/// the folder through the flow to their end; what keeps them waiting is in four `Trouble`s.
class WatchRun : public FlowListener {
public:
    WatchRun(const WatchOptions& options, WatchListener& listener);

    Result<WatchSummary> run();

    void document_opened(std::size_t, int, int) override {}
    void page_read(std::size_t) override {}
    void page_lost(std::size_t) override {}
    void document_done(std::size_t ticket, const scanners::Arrival& arrival, const DocumentSummary& summary) override;

private:
    using Clock = std::chrono::steady_clock;

    // The folder and the papers taken from it.
    Result<void> own_folder();
    WatchedPaper& add(TakenPaper taken);
    void drop(const WatchedPaper& paper);
    void look();
    WatchedPaper* take_next();
    Place choose_place(const std::string& path, const std::string& name, bool is_folder);

    // What the flow asks for.
    std::optional<NextDocument> next();
    WatchedPaper* next_paper();
    void read_again(WatchedPaper& paper, std::chrono::milliseconds pause = {});
    bool output_ready();

    // What becomes of a paper that the flow is done with. False: it has to be tried again later.
    void conclude_ended();
    bool conclude(WatchedPaper& paper);
    bool file_documents(WatchedPaper& paper);
    bool put_away(WatchedPaper& paper);

    /// False when the paper took another way than to its end.
    bool settle(WatchedPaper& paper);
    void lose(const WatchedPaper& paper);
    void give_back(WatchedPaper& paper);
    void choose_another_place(WatchedPaper& paper);

    void met(Trouble& trouble, const Problem& why);
    void tell_over(Trouble& trouble, const Bilingual& what);
    bool in_trouble() const;
    WatchSummary end();

    const WatchOptions& options_;
    WatchListener& listener_;
    WatchedFolder folder_;
    FreePlaces places_;
    OutputHold output_;
    Trouble of_folder_;
    Trouble of_output_;
    Trouble of_tools_;  ///< papers cannot be read or signed
    Trouble of_catalogue_;
    Clock::time_point next_look_{};
    bool stopping_ = false;
    std::map<std::string, std::unique_ptr<WatchedPaper>> papers_;  ///< by key
    std::deque<WatchedPaper*> to_read_;
    std::vector<WatchedPaper*> ended_;
    WatchedPaper* feeding_ = nullptr;
    std::unordered_map<std::size_t, WatchedPaper*> tickets_;
    std::size_t next_ticket_ = 0;
    WatchSummary summary_;
    DocumentFlow flow_;  // last: it ends before what it tells
};

}  // namespace sohoa::run
