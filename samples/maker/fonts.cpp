#include "samples/maker/fonts.h"

#include <fontconfig/fontconfig.h>
#include <memory>
#include <string_view>

#include "base/vietnamese.h"

namespace sohoa::maker {

namespace {

template <auto destroy>
struct Destroy {
    template <class T>
    void operator()(T* thing) const {
        destroy(thing);
    }
};
using Pattern = std::unique_ptr<FcPattern, Destroy<FcPatternDestroy>>;

/// The regular face of the family, or nothing when fontconfig would put another in its place.
Pattern face_of(const std::string& family) {
    const Pattern wanted(FcPatternCreate());
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    Pattern found(FcFontMatch(nullptr, wanted.get(), &result));
    FcChar8* name = nullptr;
    for (int i = 0; found && FcPatternGetString(found.get(), FC_FAMILY, i, &name) == FcResultMatch; ++i)
        if (family == reinterpret_cast<const char*>(name)) return found;
    return nullptr;
}

constexpr std::u32string_view lower_letters = U"àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ";

std::vector<std::string> found(std::initializer_list<const char*> names, const char* fallback) {
    std::vector<std::string> list;
    for (const char* name : names)
        if (covers_vietnamese(name)) list.emplace_back(name);
    if (list.empty()) list.emplace_back(fallback);
    return list;
}

}  // namespace

bool installed(const std::string& family) {
    return face_of(family) != nullptr;
}

bool covers_vietnamese(const std::string& family) {
    const auto face = face_of(family);
    if (!face) return false;
    FcCharSet* letters = nullptr;
    if (FcPatternGetCharSet(face.get(), FC_CHARSET, 0, &letters) != FcResultMatch) return false;
    for (const char32_t c : lower_letters)
        if (!FcCharSetHasChar(letters, c)) return false;
    for (const char32_t c : to_utf32(upper(to_utf8(lower_letters))))
        if (!FcCharSetHasChar(letters, c)) return false;
    return true;
}

const std::vector<std::string>& families(Typeface typeface) {
    static const auto serif =
        found({"Liberation Serif", "Tinos", "TeX Gyre Termes", "FreeSerif", "Times New Roman"}, "Liberation Serif");
    static const auto sans =
        found({"Liberation Sans", "Arimo", "TeX Gyre Heros", "FreeSans", "Arial"}, "Liberation Sans");
    static const auto mono = found({"Liberation Mono", "Cousine", "TeX Gyre Cursor", "FreeMono"}, "Liberation Mono");
    static const auto book =
        found({"TeX Gyre Pagella", "TeX Gyre Bonum", "TeX Gyre Schola", "Gentium Plus", "Noto Serif", "Noto Sans"},
              "Liberation Serif");
    static const std::vector<std::string> machine{installed("OCR B") ? "OCR B" : "Liberation Mono"};
    switch (typeface) {
        case Typeface::sans:
            return sans;
        case Typeface::mono:
            return mono;
        case Typeface::book:
            return book;
        case Typeface::machine:
            return machine;
        case Typeface::serif:
            break;
    }
    return serif;
}

}  // namespace sohoa::maker
