#include "pipeline/pdf/join.h"

namespace sohoa::pdf {

Result<void> join_fragments(const std::vector<std::string>&, const Metadata&, const std::string&) {
    return fail(code::pdf_failed, {"Chưa ghi được PDF", "no PDF writer yet"});
}

}  // namespace sohoa::pdf
