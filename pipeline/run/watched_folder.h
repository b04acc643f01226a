#pragma once
#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/run/free_place.h"
#include "pipeline/run/output_lock.h"
#include "pipeline/run/watch_journal.h"
#include "scanners/still_papers.h"

namespace sohoa::run {

/// The folder into which scanners and people put papers: whose it is, what stands still in it, and taking one paper
/// after the other.
class WatchedFolder {
public:
    /// `left_alone`: files and folders that are no papers wherever they stand.
    WatchedFolder(std::string folder, std::vector<std::string> left_alone, std::chrono::milliseconds still);
    /// Lets go of it; an empty journal is removed.
    ~WatchedFolder();
    WatchedFolder(const WatchedFolder&) = delete;
    WatchedFolder& operator=(const WatchedFolder&) = delete;

    /// Makes it ours, and gives the papers that a run before left, without those whose keys are known. Fails with
    /// output_in_use when another run has it, file_missing when it is not there.
    Result<std::vector<TakenPaper>> own(const std::set<std::string>& known);

    /// It is ours and nobody exchanged it.
    bool is_owned() const { return lock_ && lock_->stands(); }

    /// It is there. An empty mount point is not: it has no journal.
    bool is_there() const;

    /// Why nothing can be done while it is not.
    Problem gone() const;

    /// Takes in what stands there now.
    Result<void> look();

    /// Nothing could be taken now or after a while.
    bool is_quiet() const { return ready_.empty() && !look_again_ && still_.waiting() == 0; }
    bool has_ready() const { return !ready_.empty(); }
    std::size_t waiting() const { return ready_.size() + still_.waiting(); }

    using ChoosePlace = std::function<Place(const std::string& path, const std::string& name, bool is_folder)>;
    struct Next {
        std::optional<TakenPaper> paper;
        std::optional<Problem> refused;  ///< why one paper cannot be taken
        std::optional<Problem> trouble;  ///< why none can be
    };
    /// Takes the next paper. All empty when there is none now.
    Next take_next(const ChoosePlace& choose_place);

    /// The paper as it stands in the journal; nullopt when it was taken away.
    std::optional<scanners::Sighting> standing(const TakenPaper& paper) const {
        return scanners::sight(journal_.folder_of(paper), paper.name);
    }

    /// Puts a paper back, to be taken again once it has stood still.
    Result<void> give_back(const TakenPaper& paper);

    WatchJournal& journal() { return journal_; }
    const std::string& path() const { return journal_.folder(); }

private:
    std::set<scanners::FileId> left_alone() const;
    void wait_anew(const std::string& name);
    bool is_refused(const scanners::Sighting& thing) const;

    WatchJournal journal_;
    std::vector<std::string> left_alone_;
    scanners::StillPapers still_;
    scanners::FileId id_{};
    std::optional<OutputLock> lock_;
    std::deque<scanners::Sighting> ready_;
    std::unordered_map<std::string, std::uint64_t> refused_;  ///< mark by name
    bool look_again_ = true;
};

}  // namespace sohoa::run
