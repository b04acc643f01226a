#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "ocr/page_reading.h"

namespace sohoa::run {

/// Where the finished pages of one document wait until the document is whole: a hidden folder in OUT, so that a rename
/// stays on one disk. Its name is made from what the pages depend on, so a run that was stopped finds them again.
class Spool {
public:
    /// `identity`: anything that decides what the pages look like (hashes of the input, settings, version).
    Spool(const std::string& output_folder, const std::string& identity);

    Result<void> create() const;

    /// Path without extension of output page `number` (from 1).
    std::string page(int number) const;
    std::string fragment(int number) const { return page(number) + ".pdf"; }

    /// The page was finished, by this run or one before.
    bool has(int number) const;

    /// Fails with internal_error when the page was never read.
    Result<ocr::PageReading> reading(int number) const;
    Result<std::string> reading_json(int number) const;

    /// Outputs begin to take their places: what a killed run leaves there is ours, and the next run may write over it.
    Result<void> begin_writing() const;
    bool was_writing() const;

    /// Removes the folder, and the spool root when it is empty then.
    void remove() const;

    /// Removes what a worker that was stopped left half-written, and the folder when no finished page is in it.
    void remove_unfinished() const;

    const std::string& folder() const { return folder_; }

private:
    std::string root_;
    std::string folder_;
};

}  // namespace sohoa::run
