#pragma once
#include <vector>

#include "ocr/page_reading.h"
#include "ocr/text/grammar.h"

namespace sohoa::dossier {

/// A value that is to be read again by its grammar: figures or a code that a field hangs on and that was read
/// doubtfully. Served by a task of its own, which decodes the page again.
struct RereadRequest {
    int page = 0;  ///< of the document, from 1
    ocr::RereadPlace place;
};

/// A request and what was read.
struct RereadAnswer {
    RereadRequest request;
    ocr::GrammarReading reading;
};

/// Puts what was read again in the place of the words that stand there, where it says something else and is sure
/// enough. The page's text in the outputs stays what it was: this is for understanding it.
void take_answer(const RereadAnswer& answer, ocr::PageReading& page);

}  // namespace sohoa::dossier
