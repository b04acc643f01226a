#pragma once
#include <opencv2/core.hpp>

#include "samples/maker/paper.h"
#include "samples/maker/random.h"

namespace sohoa::maker {

/// A photograph (RGB) of a card on a desk, taken from near: the card is half to nine tenths as wide as the picture,
/// which is held upright or across, and sometimes a lamp shines back from the plastic. `effective_dpi` is the card's
/// resolution in the picture.
cv::Mat photograph_card(const PaperPage& card, double effective_dpi, Random& random);

}  // namespace sohoa::maker
