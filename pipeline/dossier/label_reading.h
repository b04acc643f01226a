#pragma once
#include <vector>

#include "pipeline/dossier/document.h"
#include "pipeline/dossier/label_table.h"
#include "pipeline/dossier/sheet.h"

namespace sohoa::dossier {

/// Values that stand after labels ("Họ và tên: …") on the pages of a form or certificate.
///
/// Labels are found without marks and with a few letters misread; the longest of several wins. A value goes to the next
/// label, over the rest of its line, and for texts on into the lines below. Persons are told apart by groups: a heading
/// or a label of its own ("Họ, chữ đệm, tên người mẹ") opens one; two that stand side by side divide the page into
/// columns; two over columns right of the labels make a table. Weak where labels and values are in separate columns
/// without headings.
/// `requests` gets what of them should be read again: identity numbers, dates, codes and counts read doubtfully.
std::vector<Field> read_labels(const std::vector<const Sheet*>& pages, const LabelForm& form,
                               std::vector<RereadRequest>& requests);

/// certification.number and certification.book of a lời chứng, as far as printed on the page.
std::vector<Field> read_certification_labels(const Sheet& page);

}  // namespace sohoa::dossier
