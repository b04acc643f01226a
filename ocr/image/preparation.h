#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "ocr/image/coloured_ink.h"
#include "ocr/image/dark_panels.h"
#include "ocr/image/letters.h"
#include "ocr/image/orientation.h"
#include "ocr/image/paper_tint.h"
#include "ocr/image/planes.h"
#include "ocr/image/sheet.h"
#include "ocr/image/survey.h"

namespace sohoa::ocr {

/// The imaging of one page. A scan may hold several sheets, each with a way to lie of its own: the faces of a card, two
/// facing pages of a book. Each is a part with planes of its own; a page is read part after part.
class Preparation {
public:
    /// Finds the sheets. The page must live as long as this; `record` is told each step.
    explicit Preparation(const scanners::Page& page, PreparationRecord* record = nullptr);

    /// At least one; in reading order.
    std::size_t sheets() const { return looks_.size(); }
    /// Where a sheet lies, in pixels of the scan.
    Quad outline(std::size_t sheet) const;

    /// The planes of a sheet; `turn` as in prepare(). A page without pixels gives blank planes.
    Planes planes(std::size_t sheet, std::optional<int> turn = std::nullopt) const;

private:
    /// What is known of a sheet before anything is turned.
    struct Look {
        Sheet sheet;
        Survey survey;
        Letters letters;
        Orientation orientation;
    };
    Look look_at(Sheet sheet) const;
    void split_facing_pages();
    void look_at_cards(std::vector<Sheet> sheets);
    /// The box of the scan that holds a sheet: all of it where it has one sheet.
    Box box_on_scan(std::size_t sheet) const;
    Raster coloured_plane_of(const Look& look, const Planes& planes, const PlaneMap& to_sheet) const;
    void add_signatures(Planes& planes, std::size_t sheet, double x_height) const;
    void done(std::string_view step, const Raster* plane = nullptr) const;

    const scanners::Page& page_;
    PreparationRecord* record_;
    PaperTint tint_;
    DarkPanels dark_panels_;
    ColouredInk coloured_;
    Raster grey_;
    std::vector<Look> looks_;
};

}  // namespace sohoa::ocr
