#pragma once
#include <vector>

#include "pipeline/dossier/document.h"
#include "pipeline/dossier/letterhead.h"
#include "pipeline/dossier/sheet.h"
#include "pipeline/dossier/wording.h"

namespace sohoa::dossier {

/// Fields of a form or certificate of this kind, beyond what the letterhead gave: values after labels, place and date
/// of the closing line, the owner, the registration, serials. Empty for kinds without labels.
std::vector<Field> read_form(const std::vector<const Sheet*>& pages, const KindRule& kind, const Letterhead& head,
                             std::vector<RereadRequest>& requests);

/// The page without the lời chứng on it, which has a signer and a date of its own: what stands below its heading.
Sheet without_certification(const Sheet& page);

/// The lời chứng of a certified paper, on whichever page it stands: certification.*, certifier.*, copy_kind.
std::vector<Field> read_certification(const std::vector<const Sheet*>& pages);

}  // namespace sohoa::dossier
