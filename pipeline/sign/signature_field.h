#pragma once
#include "base/result.h"
#include "pipeline/sign/incremental_update.h"

class QPDF;

namespace sohoa::sign {

/// Writes into `update` an invisible signature field whose value is `signature`: a field and widget in one, without
/// extent, on page 1, in the form of the document, which is made where there is none. Fails with file_damaged where the
/// document has no usable page or form. Throws what qpdf throws.
Result<void> add_signature_field(QPDF& pdf, IncrementalUpdate& update, ObjectNumber signature);

/// True where an earlier signature certifies the document and forbids every change, signatures included (DocMDP, P 1).
bool forbids_signatures(QPDF& pdf);

}  // namespace sohoa::sign
