#pragma once
#include <opencv2/core.hpp>
#include <vector>

#include "samples/maker/paper.h"
#include "samples/maker/random.h"

namespace sohoa::maker {

/// Size in mm of what is scanned or copied.
struct Glass {
    double width = 210;
    double height = 297;
};

Glass a4_glass(bool landscape);
/// From a preview's cut around the card to a whole A4 with a card somewhere.
Glass any_glass(double card_width, double card_height, Random& random);

enum class GlassOrder {
    anywhere,  ///< at any angle: most within some degrees, some by quarters, few at any
    stacked,   ///< below each other, each by some degrees of its own
    in_rows,   ///< two and two beside each other
};

/// Cards laid on the glass of a scanner or copier.
class CardsOnGlass {
public:
    CardsOnGlass(Glass glass, int dpi, Random& random) : glass_(glass), dpi_(dpi), random_(random) {}

    /// The next card in reading order, printed at the glass's resolution.
    void add(Raster card) { cards_.push_back(std::move(card)); }
    PaperPage laid(GlassOrder order);

private:
    Glass glass_;
    int dpi_;
    Random& random_;
    std::vector<Raster> cards_;
};

/// 255 where a card of that many pixels with rounded corners is.
cv::Mat card_shape(cv::Size size, double radius_px);

/// A page that is a card by itself, laid on the glass with a margin around it.
PaperPage card_on_glass(const PaperPage& card, int dpi, Random random);

}  // namespace sohoa::maker
