#include "pipeline/run/document_writer.h"

namespace sohoa::run {

Result<DocumentSummary> write_document(DocumentJob&, const Settings&, const sign::SigningKey*) {
    return fail(Problem{});
}

Result<void> write_dossier(const std::string&, const std::string&, const std::vector<std::string>&) {
    return {};
}

}  // namespace sohoa::run
