#pragma once
#include <string_view>
#include <vector>

#include "pipeline/dossier/document.h"
#include "pipeline/dossier/identity/claims.h"

namespace sohoa::dossier {

/// Weighs what is printed on a card (`fields`, source "text") against what its codes and machine readable zones say,
/// and against what its number says of its holder.
///
/// A certain witness gives the value and is accepted, unless another that is certain, or print read without doubt, says
/// something else: then the field is for review with all values among its alternatives and evidence of each. Print that
/// an uncertain witness confirms is accepted where it was read well; names by zones are confirmed without their marks.
/// A number whose sex or birth year do not fit is for review, but never refused.
void cross_check(std::vector<Field>& fields, const std::vector<Claim>& claims);

}  // namespace sohoa::dossier
