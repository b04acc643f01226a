#pragma once
#include <string>
#include <vector>

#include "pipeline/sign/signature_dictionary.h"
#include "pipeline/sign/verifier.h"

class QPDF;

namespace sohoa::sign {

struct Compared {
    LaterChanges changes = LaterChanges::none;
    std::vector<std::string> where;  ///< paths such as "/Pages/Kids[0]/Contents", of the gravest changes; a few at most
};

/// What the file says now that the signed revision did not say: both are walked side by side from the trailer, and
/// every difference is weighed by where it stands. Validation data, time-stamps, further signatures and filled form
/// fields may be added to a signed file (ISO 32000-1 §12.8, as DocMDP and FieldMDP of the signature restrict it); any
/// other difference that can be reached is a change of content. Objects that nothing refers to are not looked at. Cost:
/// the number of objects, and the bytes of streams that were written anew. `budget` is how many values may still be
/// compared, and is lowered; when it is spent the answer is `undecided`.
///
/// Throws what qpdf throws.
Compared compare_revisions(QPDF& signed_revision, QPDF& now, const SignatureDictionary& signature, std::size_t& budget);

}  // namespace sohoa::sign
