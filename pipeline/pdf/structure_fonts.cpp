#include <array>
#include <fmt/format.h>
#include <string_view>

#include "base/vietnamese.h"
#include "pipeline/pdf/structure_rules.h"

namespace sohoa::pdf {

namespace {

QPDFObjectHandle key(QPDFObjectHandle object, const char* name) {
    return object.isDictionary() ? object.getKey(name) : QPDFObjectHandle::newNull();
}

std::string name_of_font(QPDFObjectHandle font) {
    QPDFObjectHandle name = key(font, "/BaseFont");
    return name.isName() ? valid_utf8(name.getName().substr(1, 80)) : "?";
}

QPDFObjectHandle descendant_of(QPDFObjectHandle font) {
    QPDFObjectHandle descendants = key(font, "/DescendantFonts");
    return descendants.isArray() && descendants.getArrayNItems() > 0 ? descendants.getArrayItem(0)
                                                                     : QPDFObjectHandle::newNull();
}

bool is_embedded(QPDFObjectHandle font) {
    QPDFObjectHandle subtype = key(font, "/Subtype");
    if (subtype.isNameAndEquals("/Type3")) return true;
    QPDFObjectHandle holder = subtype.isNameAndEquals("/Type0") ? descendant_of(font) : font;
    QPDFObjectHandle descriptor = key(holder, "/FontDescriptor");
    for (const char* file : {"/FontFile", "/FontFile2", "/FontFile3"}) {
        if (key(descriptor, file).isStream()) return true;
    }
    return false;
}

/// Encodings and collections that say what a code means without a ToUnicode map (ISO 19005-2, 6.2.11.7.2).
bool says_unicode(QPDFObjectHandle font) {
    if (!key(font, "/ToUnicode").isNull()) return true;
    QPDFObjectHandle encoding = key(font, "/Encoding");
    if (key(font, "/Subtype").isNameAndEquals("/Type0")) {
        QPDFObjectHandle ordering = key(key(descendant_of(font), "/CIDSystemInfo"), "/Ordering");
        if (!ordering.isString()) return false;
        constexpr std::array<std::string_view, 4> known{"GB1", "CNS1", "Japan1", "Korea1"};
        for (const std::string_view collection : known) {
            if (ordering.getStringValue() == collection) return true;
        }
        return false;
    }
    QPDFObjectHandle base = encoding.isDictionary() ? key(encoding, "/BaseEncoding") : encoding;
    for (const char* standard : {"/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding"}) {
        if (base.isNameAndEquals(standard)) return true;
    }
    // Glyph names of a Type 1 font may be those of the Adobe list; reading them all is a validator's work.
    return key(font, "/Subtype").isNameAndEquals("/Type1");
}

}  // namespace

void check_fonts(const ContentUse& use, const PdfaLevel& level, Findings& findings) {
    for (auto [id, font] : use.fonts) {
        const std::string name = name_of_font(font.font);
        if (font.visible && !is_embedded(font.font)) {
            findings.push_back(
                problem(code::pdfa_broken, {fmt::format("Phông chữ {} không được nhúng trong tệp", name),
                                            fmt::format("the font {} is not embedded in the file", name)}));
        }
        if (level.wants_unicode() && !says_unicode(font.font)) {
            findings.push_back(problem(
                code::pdfa_broken,
                {fmt::format("Phông chữ {} không có bảng ToUnicode: chữ không chép và tìm được", name),
                 fmt::format("the font {} has no ToUnicode map: its text cannot be copied or searched", name)}));
        }
    }
}

}  // namespace sohoa::pdf
