#pragma once
#include <iosfwd>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/problem.h"
#include "pipeline/dossier/document.h"

namespace sohoa::dossier {

/// A signature that came with the file given.
struct SourceSignature {
    std::string signer;
    std::string issuer;
    std::string claimed_time;  ///< ISO 8601, or empty
    std::string format;
    bool intact = false;
    bool trusted = false;
};

struct SourceFile {
    std::string file;    ///< its whole name, as given
    std::string sha256;  ///< 64 hex digits
    int pages = 0;
    std::vector<SourceSignature> signatures;
    std::vector<SourceFile> joined;  ///< the files of a joined document, in page order; empty for one file
};

struct MadeBy {
    std::string program = "sohoa";
    std::string version;
    std::vector<std::string> models;  ///< e.g. "vie"
    std::vector<std::string> tables;  ///< dated tables; table_versions() of this room
    std::string settings;             ///< what the run was told, in a canonical form
    std::string at;                   ///< ISO 8601
    std::string identity;             ///< hash of everything that decides the output: input, settings, version
    bool complete = true;             ///< every page of every file is in the output
};

struct OutputFile {
    std::string file;
    std::string sha256;
    long long bytes = 0;
};

/// What stands before the pages in `<stem>.json`.
struct DocumentHead {
    SourceFile source;
    MadeBy made_by;
    Understanding understanding;
};

/// What stands after them.
struct DocumentTail {
    std::vector<Problem> problems;
    std::vector<OutputFile> outputs;
    std::string dossier_code;  ///< left out when empty
};

/// Writes one document of schema sohoa/1 (docs/schema/sohoa-1.schema.json) page by page, so that a document of any
/// length takes the memory of one page.
///
/// Call begin() once, page() for every page in order, end() once. Whoever owns the stream checks it for errors. Nothing
/// throws but the stream itself.
class DocumentJsonWriter {
public:
    explicit DocumentJsonWriter(std::ostream& out) : out_(out) {}

    void begin(const DocumentHead& head);

    /// `page` is what ocr::to_json gave for it; `index` counts in the output document, `source_page` in the file given.
    void page(const nlohmann::ordered_json& page, int index, int source_page);

    void end(const DocumentTail& tail);

private:
    std::ostream& out_;
    bool first_page_ = true;
};

/// A field as it stands in `fields` of schema sohoa/1.
nlohmann::ordered_json to_json(const Field& field);

/// Names and versions of this room's tables, for MadeBy::tables.
std::vector<std::string> table_versions();

}  // namespace sohoa::dossier
