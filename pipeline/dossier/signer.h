#pragma once
#include <vector>

#include "pipeline/dossier/document.h"
#include "pipeline/dossier/sheet.h"

namespace sohoa::dossier {

/// signer.mode, signer.title and signer.name of the signature block on a page, as far as found; empty when there is
/// none. The block stands at the right below the text: "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", signature and seal, name.
std::vector<Field> read_signer(const Sheet& page);

/// True for two to six words that each begin with a capital and hold letters only: what a name looks like.
bool looks_like_name(std::u32string_view text);

/// The name under "Người yêu cầu", "Người viết đơn" and the like, as "signer.name": who fills in a form has no title.
std::vector<Field> read_applicant_signature(const Sheet& page);

}  // namespace sohoa::dossier
