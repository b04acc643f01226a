#pragma once
#include <cstddef>
#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string>

namespace sohoa::pdf {

/// What the content of pages uses. Include in .cpp files only.
struct ContentUse {
    struct Font {
        QPDFObjectHandle font;
        bool shown = false;    ///< text is shown with it at all
        bool visible = false;  ///< … in a rendering mode other than 3
    };
    std::map<QPDFObjGen, Font> fonts;  ///< fonts written in place stand under {0, 0}: the last one
    bool grey = false;                 ///< device colours, of painting and of images, without a default in their place
    bool rgb = false;
    bool cmyk = false;
    bool interpolated_image = false;
    bool transparency = false;
    bool transparency_without_space = false;  ///< on a page whose group names no colour space to blend in
    bool odd_blend_mode = false;              ///< one that ISO 32000-1 does not know
    bool hidden_annotation = false;           ///< hidden, or not printed
    bool annotation_without_appearance = false;
    bool unreadable = false;  ///< a stream cannot be decoded
    bool too_large = false;   ///< the budget ran out: later pages are not looked at
};

/// Reads content streams operator by operator, without drawing. One scan serves a whole document; forms and images are
/// looked at once. Work is bounded by a budget of decoded bytes.
class ContentScan {
public:
    explicit ContentScan(std::size_t budget) : left_(budget) {}

    /// Adds what a page and its annotations' appearances use. True when the page shows text, visible or not.
    bool page(QPDFObjectHandle page);

    const ContentUse& use() const { return use_; }

private:
    class Reader;
    friend class Reader;

    bool content(const std::string& bytes, QPDFObjectHandle resources, int depth);
    bool form(QPDFObjectHandle form, QPDFObjectHandle resources, int depth);
    void image(QPDFObjectHandle image, QPDFObjectHandle resources);
    void annotations(QPDFObjectHandle annotations);
    void annotation(QPDFObjectHandle annotation);
    void transparent();
    void colour_space(QPDFObjectHandle space, QPDFObjectHandle resources, int depth = 0);
    void device_colour(const std::string& family, QPDFObjectHandle resources);
    std::string bytes_of(QPDFObjectHandle stream);

    ContentUse use_;
    std::size_t left_;
    std::map<QPDFObjGen, bool> forms_;  ///< looked at already, and whether they show text
    std::set<QPDFObjGen> images_;
    bool page_has_space_ = false;  ///< the page being looked at names a colour space to blend in
};

}  // namespace sohoa::pdf
