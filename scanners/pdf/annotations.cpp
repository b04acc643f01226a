#include "scanners/pdf/annotations.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace sohoa::scanners {

namespace {

bool is_link_without_border(QPDFObjectHandle annotation) {
    QPDFObjectHandle style = annotation.getKey("/BS");
    if (style.isDictionary()) {
        QPDFObjectHandle width = style.getKey("/W");
        return width.isNumber() && width.getNumericValue() <= 0;
    }
    QPDFObjectHandle border = annotation.getKey("/Border");
    if (!border.isArray() || border.getArrayNItems() < 3) return false;
    QPDFObjectHandle width = border.getArrayItem(2);
    return width.isNumber() && width.getNumericValue() <= 0;
}

bool is_visible(QPDFObjectHandle annotation) {
    static constexpr int hidden = 1 << 1;
    static constexpr int no_view = 1 << 5;
    if (!annotation.isDictionary()) return false;
    QPDFObjectHandle flags = annotation.getKey("/F");
    if (flags.isInteger() && (flags.getIntValue() & (hidden | no_view)) != 0) return false;
    QPDFObjectHandle box = annotation.getKey("/Rect");
    if (!box.isRectangle()) return false;
    const auto r = box.getArrayAsRectangle();
    if (std::abs(r.urx - r.llx) < 0.1 || std::abs(r.ury - r.lly) < 0.1) return false;
    QPDFObjectHandle subtype = annotation.getKey("/Subtype");
    const std::string kind = subtype.isName() ? subtype.getName() : "";
    if (kind == "/Popup") return false;
    if (kind == "/Link") return !annotation.hasKey("/AP") && !is_link_without_border(annotation);
    if (kind == "/Widget") return annotation.hasKey("/AP");
    return true;
}

}  // namespace

bool has_visible_annotations(QPDFObjectHandle page) {
    QPDFObjectHandle annotations = page.getKey("/Annots");
    if (!annotations.isArray()) return false;
    const auto all = annotations.getArrayAsVector();
    return std::any_of(all.begin(), all.end(), is_visible);
}

}  // namespace sohoa::scanners
