#pragma once
#include "samples/maker/household.h"
#include "samples/maker/paper.h"

namespace sohoa::maker {

/// A photocopy of `original` on which the commune certifies that it agrees with the original (NĐ 23/2015/NĐ-CP): the
/// words of certification, a red seal and a signature in fresh ink below it, "BẢN SAO" stamped above. The paper keeps
/// its kind and carries the certification. Only the first page is copied.
Paper certified_copy(const Paper& original, const Household& house, Random random);

}  // namespace sohoa::maker
