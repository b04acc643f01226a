#pragma once
#include <optional>
#include <string>
#include <vector>

#include "pipeline/dossier/reread.h"
#include "pipeline/run/existing_output.h"
#include "pipeline/run/page_task.h"
#include "pipeline/run/progress.h"
#include "pipeline/run/spool.h"
#include "scanners/arrivals.h"

namespace sohoa::run {

/// Everything that decides an output: SHA-256 of the files in order, settings, version.
std::string identity_of(const std::vector<std::string>& hashes, const Settings& settings);

/// A document on its way: which files, which of its pages are asked for, done or lost. A few bytes a page.
class DocumentJob {
public:
    DocumentJob(std::size_t position, scanners::Arrival arrival, std::string output_folder);

    struct File {
        std::string path;
        OpenAnswer facts;
        int first_page = 1;       ///< output number of its first page
        std::size_t arrived = 0;  ///< index among the files of the arrival: those that cannot be opened are left out
    };

    std::size_t position() const { return position_; }
    const std::string& output_folder() const { return output_folder_; }
    const scanners::Arrival& arrival() const { return arrival_; }
    const std::vector<File>& files() const { return files_; }
    int page_count() const { return static_cast<int>(pages_.size()); }

    /// Path of an output of this document: OUT/<folder>/<stem><suffix>.
    std::string output(std::string_view suffix) const;
    /// Paths of all outputs that this document can have: those that are written, and those that are removed because an
    /// earlier run may have left them.
    std::vector<std::string> possible_outputs() const;
    OutputPlaces output_places() const;

    /// The next file to be opened; nullopt when all were asked for.
    std::optional<std::string> next_file();
    /// A file was opened (in the order asked for, or later: `index` tells which).
    void opened(std::size_t index, Result<OpenAnswer> answer);
    bool all_opened() const { return answers_ == arrival_.files.size(); }
    std::size_t files_asked() const { return asked_; }

    /// After number_pages(): identity_of() its files.
    std::string identity(const Settings& settings) const;

    /// After all files are opened: puts those that can be read in order. False when none can.
    bool number_pages();
    /// After number_pages(): finds the pages that a run before left in the spool.
    void begin_pages(Spool spool);
    const Spool& spool() const { return *spool_; }

    PageInFile source_of(int number) const;

    /// The next output page to be read; nullopt when all were asked for.
    std::optional<int> next_page();
    void page_done(int number);
    void page_lost(int number, Problem why);
    /// No page can be kept for now: this one and those that were not asked for are left to a later run. Told once.
    void out_of_room(int number, Problem why);
    bool is_out_of_room() const { return out_of_room_; }
    /// Nobody wants the document any more: pages that were not asked for are lost, without a problem.
    void abandon();
    bool is_abandoned() const { return abandoned_; }
    bool has_page(int number) const { return pages_[static_cast<std::size_t>(number - 1)] == PageState::done; }
    bool pages_finished() const { return done_ + lost_ == page_count(); }
    int pages_done() const { return done_; }
    /// Output pages that were read, in order.
    std::vector<int> readable_pages() const;

    /// What of one page is to be read again, and what came of it.
    struct PageReread {
        int number = 0;  ///< output page
        std::vector<dossier::RereadRequest> requests;
    };
    /// Understanding wants these, once for each document. Their pages are numbers among readable_pages().
    void want_reread(const std::vector<dossier::RereadRequest>& requests);
    /// Pages with places that are to be read again; empty where nothing was asked for.
    const std::vector<PageReread>& rereads() const { return rereads_; }
    bool was_asked_to_reread() const { return asked_to_reread_; }
    /// One of rereads() was served: a reading for each of its requests, or none where it failed.
    void take_reread(std::size_t index, const std::vector<std::optional<ocr::GrammarReading>>& readings);
    bool rereads_finished() const { return rereads_taken_ == rereads_.size(); }
    const std::vector<dossier::RereadAnswer>& reread_answers() const { return reread_answers_; }

    std::vector<Problem> problems;  ///< of the document, as they come

private:
    void ask_no_more();

    enum class PageState : unsigned char { waiting, asked, done, lost };

    std::size_t position_;
    scanners::Arrival arrival_;
    std::string output_folder_;
    std::vector<File> files_;
    std::vector<std::optional<OpenAnswer>> opened_;
    std::size_t asked_ = 0;
    std::size_t answers_ = 0;
    std::optional<Spool> spool_;
    std::vector<PageState> pages_;
    int next_ = 1;
    int done_ = 0;
    int lost_ = 0;
    bool out_of_room_ = false;
    bool abandoned_ = false;
    bool asked_to_reread_ = false;
    std::vector<PageReread> rereads_;
    std::size_t rereads_taken_ = 0;
    std::vector<dossier::RereadAnswer> reread_answers_;
};

}  // namespace sohoa::run
