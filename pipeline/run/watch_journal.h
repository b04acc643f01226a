#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"

namespace sohoa::run {

/// A paper that was taken out of the watched folder: what must be known of it after a power cut.
struct TakenPaper {
    std::string key;   ///< its folder in the journal
    std::string name;  ///< as it stood in the watched folder: any bytes
    bool is_folder = false;
    std::string place;           ///< in OUT: the stem of a file's outputs, the folder of a dossier
    bool place_was_free = true;  ///< false: outputs of the same paper stood there before it was taken
    std::uint64_t mark = 0;      ///< scanners::Sighting::mark when it was taken

    std::string destination;  ///< once all is done: where it goes, below the watched folder; empty before
    std::string reason;       ///< text that goes beside it where it failed
};

/// The folder FOLDER/.sohoa-watch of a watched folder: papers being read stand there under
/// `<key>/paper/<their name>`, each beside `<key>/entry.json`, which is on disk before the paper is touched. A paper is
/// moved by rename alone, so at any instant it stands in exactly one place: FOLDER, here, `done/` or `failed/`.
///
/// A program killed at any instant finds all papers again with recover(): those that were not finished, and those that
/// only had to be put away. Used by one program at a time (OutputLock on path()).
class WatchJournal {
public:
    explicit WatchJournal(std::string folder);

    static constexpr const char* hidden_name = ".sohoa-watch";
    const std::string& folder() const { return folder_; }
    const std::string& path() const { return path_; }

    /// Papers that a run before left, without those whose keys are in `known`; the oldest first. What cannot be
    /// understood goes back to the watched folder. Fails where the folder cannot be read or written.
    Result<std::vector<TakenPaper>> recover(const std::set<std::string>& known);

    struct Taking {
        enum class What {
            taken,
            gone,     ///< somebody removed it
            in_use,   ///< a program holds it
            refused,  ///< this one cannot be moved, others may: `why`
            trouble   ///< nothing can be taken: `why`
        };
        What what = What::taken;
        Problem why;
    };
    /// Writes the entry and moves the paper here. Fills in the key.
    Taking take(TakenPaper& paper);

    /// Where a paper that was taken stands: the folder, and the whole path.
    std::string folder_of(const TakenPaper& paper) const { return path_ + "/" + paper.key + "/paper"; }
    std::string path_of(const TakenPaper& paper) const { return folder_of(paper) + "/" + paper.name; }

    /// Writes the entry again.
    Result<void> note(const TakenPaper& paper) const;

    /// Decides where the paper goes ("done/2026-11-21/don.jpg", "failed/don-2.jpg": never over another), notes it,
    /// moves the paper there and forgets it. `reason` empty: done. Called again after a failure it goes on where it
    /// was.
    Result<void> put_away(TakenPaper& paper, const std::string& reason);

    /// Moves the paper back to where it was found, under another name if it must, and forgets it.
    Result<void> give_back(const TakenPaper& paper);

    /// Forgets a paper that somebody took away by hand.
    void forget(const TakenPaper& paper) const;

private:
    Result<void> give_back_unknown(const std::string& key, const std::string& name);
    std::string free_name(const std::string& below, const TakenPaper& paper, bool with_reason);

    std::string folder_;
    std::string path_;
    unsigned long long next_key_ = 1;
    std::map<std::string, int> tried_;  ///< the number up to which names are known to be used
};

/// The name of the text that says why a paper failed: "don.jpg.reason.txt", at most 255 bytes.
std::string reason_name(const std::string& name);

/// "don-2.jpg" for the second "don.jpg"; cut at a character where it would be longer than `longest` bytes.
std::string numbered_name(const std::string& name, int number, bool is_folder, std::size_t longest = 255);

}  // namespace sohoa::run
