#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "ocr/image/paper_tint.h"
#include "ocr/image/planes.h"
#include "ocr/image/sheet.h"

namespace sohoa::ocr {

/// The imaging of one page. A scan may hold several sheets, each with a way to lie of its own: the faces of a card, two
/// facing pages of a book. Each is a part with planes of its own; a page is read part after part.
class Preparation {
public:
    /// Finds the sheets. The page must live as long as this; `record` is told each step.
    explicit Preparation(const scanners::Page& page, PreparationRecord* record = nullptr);

    /// At least one; in reading order.
    const std::vector<Sheet>& sheets() const { return sheets_; }

    /// The planes of a sheet; `turn` as in prepare(). A page without pixels gives blank planes.
    Planes planes(std::size_t sheet, std::optional<int> turn = std::nullopt) const;

private:
    void done(std::string_view step, const Raster* plane = nullptr) const;

    const scanners::Page& page_;
    PreparationRecord* record_;
    PaperTint tint_;
    Raster grey_;
    std::vector<Sheet> sheets_;
};

}  // namespace sohoa::ocr
