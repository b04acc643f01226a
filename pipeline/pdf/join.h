#pragma once
#include <string>
#include <vector>

#include "base/result.h"

namespace sohoa::pdf {

/// What the PDF says about itself. Only what is certain goes in; no personal numbers.
struct Metadata {
    std::string title;  ///< e.g. "Quyết định 12/QĐ-UBND"; the stem where nothing is known
    std::string subject;
    std::string author;  ///< the issuing agency
    std::string language = "vi";
    std::string producer;         ///< "sohoa 0.1.0"
    long long created = 0;        ///< seconds since 1970
    bool demo_signature = false;  ///< XMP then says that the signature is a demonstration
    std::string source_sha256;    ///< of the input: makes the document's /ID, so the same input gives the same bytes
};

/// Joins fragments (files, in page order) into one PDF/A-2u at `path`, streaming: at most about 10 kB a page in memory
/// and no more than a few files open. Output is deterministic for the same fragments and metadata. `path` is written in
/// place: pass a temporary name. Fails with pdf_failed, disk_full, output_unwritable.
Result<void> join_fragments(const std::vector<std::string>& fragments, const Metadata& metadata,
                            const std::string& path);

}  // namespace sohoa::pdf
