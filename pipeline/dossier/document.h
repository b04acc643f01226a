#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "ocr/page_reading.h"
#include "pipeline/dossier/reread.h"

/// What kind of paper, which fields, how sure, from where.
namespace sohoa::dossier {

struct Evidence {
    int page = 0;        ///< in the output document, from 1
    Box box;             ///< pixels of that page's scan
    std::string source;  ///< text, qr, mrz, barcode, operator, register
};

struct Field {
    std::string name;               ///< of docs/contract.md: "number", "signer.name", "child.full_name", …
    std::string value;              ///< as printed (NFC)
    std::string normalized;         ///< in the contract's normal form
    double confidence = 0;          ///< 0 … 1
    std::string status = "review";  ///< accepted, review, confirmed
    std::vector<Evidence> evidence;
    std::vector<std::string> alternatives;
};

struct Kind {
    std::string id = "unknown";
    std::string label = "Chưa rõ";
    double confidence = 0;
};

/// What was understood of a document.
struct Understanding {
    Kind kind;
    std::vector<Field> fields;         ///< in the order of the contract
    std::vector<std::string> missing;  ///< fields the kind requires that were not found
    /// What should be read again, in the order of the pages; none where answers were given.
    std::vector<RereadRequest> requests;
};

/// Gives page `number` (from 1) of the document; called at most a few times, for any page, in any order. A page that
/// could not be read is an error and is passed over.
using PageSource = std::function<Result<ocr::PageReading>(int number)>;

/// Kind and fields of a document of `page_count` pages. Looks at the first three pages and the last three only. Pure:
/// the same readings and answers give the same understanding.
Understanding understand(int page_count, const PageSource& page);

/// The same when its requests were served: `answers` to those that could be.
Understanding understand(int page_count, const PageSource& page, const std::vector<RereadAnswer>& answers);

}  // namespace sohoa::dossier
