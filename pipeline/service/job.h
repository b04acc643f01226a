#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace sohoa::service {

/// How far the work on a document has come. Names of the values are part of the contract.
enum class JobStatus { queued, running, done, failed };

std::string_view name_of(JobStatus status);
std::optional<JobStatus> status_named(std::string_view name);

/// One file of a document as it was received.
struct UploadedFile {
    std::string name;    ///< made safe; also its name on disk
    std::string sha256;  ///< of its bytes, taken while they came in
    std::uint64_t bytes = 0;
};

/// Pages that follow one another in one upload.
struct PageRun {
    std::size_t file = 0;  ///< index of the upload
    int first = 1;         ///< page within it
    int count = 0;
};

/// What came with an upload beside its files.
struct UploadWords {
    std::string dossier_code;
    std::string procedure;
    std::string callback_url;
};

/// A document accepted for reading. Its id is that of the document in the catalogue.
struct Job {
    std::int64_t number = 0;  ///< order of acceptance
    std::string id;
    JobStatus status = JobStatus::queued;
    std::vector<Problem> problems;  ///< worst first; the first is why a job failed
    std::vector<UploadedFile> files;
    UploadWords words;
    std::string idempotency_key;  ///< empty: none was given
    std::string request_hash;
    int pages = 0;
    std::vector<PageRun> page_runs;
    int changes_written = 0;  ///< of an operator's changes, those that stand in the data file
    std::string accepted_at;
    std::string started_at;
    std::string finished_at;
};

}  // namespace sohoa::service
