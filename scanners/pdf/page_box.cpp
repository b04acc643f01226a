#include "scanners/pdf/page_box.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace sohoa::scanners {

namespace {

std::optional<Rectangle> box_of(QPDFPageObjectHelper& page, const char* key) {
    QPDFObjectHandle box = page.getAttribute(key, false);
    if (!box.isRectangle()) return std::nullopt;
    const auto r = box.getArrayAsRectangle();
    const Rectangle upright{std::min(r.llx, r.urx), std::min(r.lly, r.ury), std::max(r.llx, r.urx),
                            std::max(r.lly, r.ury)};
    const bool finite = std::isfinite(upright.width()) && std::isfinite(upright.height());
    if (!finite || upright.width() < 1e-3 || upright.height() < 1e-3) return std::nullopt;
    return upright;
}

}  // namespace

PageView view_of(QPDFObjectHandle object) {
    QPDFPageObjectHelper page(object);
    PageView view;
    view.box = box_of(page, "/MediaBox").value_or(Rectangle{0, 0, 612, 792});
    if (const auto crop = box_of(page, "/CropBox")) {
        const Rectangle shown = intersection(view.box, *crop);
        if (shown.width() > 1e-3 && shown.height() > 1e-3) view.box = shown;
    }
    QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
    if (rotate.isInteger()) view.turn = static_cast<int>(((rotate.getIntValue() % 360) + 360) % 360 / 90 * 90);
    QPDFObjectHandle unit = object.getKey("/UserUnit");
    if (unit.isNumber() && unit.getNumericValue() > 0.001 && unit.getNumericValue() < 1e5) {
        view.inches_a_unit = unit.getNumericValue() / 72;
    }
    return view;
}

}  // namespace sohoa::scanners
