#pragma once
#include <string>
#include <vector>

#include "base/problem.h"
#include "pipeline/dossier/document.h"

namespace sohoa::run {

/// Where a page of a document came from.
struct PageInFile {
    std::size_t file = 0;  ///< index among the files of the document
    int page = 1;          ///< within the file, from 1
};

/// What became of one document.
struct DocumentSummary {
    enum class State { done, left_as_it_is, failed };
    State state = State::failed;
    std::string input;   ///< as the user named it (the first file of a joined document)
    std::string output;  ///< path of the PDF; empty when failed
    dossier::Kind kind;
    int pages = 0;
    int blank_pages = 0;
    int bad_pages = 0;  ///< judged bad: hard to read, or not read at all
    int fields = 0;
    int fields_to_review = 0;
    bool is_signed = false;
    std::vector<Problem> problems;         ///< errors and warnings, worst first
    std::vector<PageInFile> page_sources;  ///< of each page of the output; files as they arrived
};

/// Told what happens while a batch runs, always from one thread.
class Progress {
public:
    virtual ~Progress() = default;
    virtual void pages_known(int total, bool final) = 0;  ///< `final`: every input was opened
    virtual void page_done(int done) = 0;
    virtual void document_done(const DocumentSummary& summary) = 0;
    virtual void problem(const Problem& problem) = 0;  ///< about no document: an input that is missing, …
    /// Asked to stop: documents whose pages are all read are written, but for those of which places are to be read
    /// again; these wait, with their pages, for the next run.
    virtual void stopping() {}
};

}  // namespace sohoa::run
