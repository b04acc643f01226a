#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "scanners/pdf/qpdf.h"

namespace sohoa::scanners {

/// The colour spaces whose samples are taken as they are.
struct ColourSpace {
    enum class Kind { grey, rgb, indexed };
    Kind kind = Kind::grey;
    std::string palette;  ///< indexed: three bytes a colour
    bool palette_is_grey = false;

    int samples() const { return kind == Kind::rgb ? 3 : 1; }
    bool is_grey() const { return kind == Kind::grey || (kind == Kind::indexed && palette_is_grey); }
};

/// nullopt for CMYK, CIELab, separations and whatever is malformed.
std::optional<ColourSpace> colour_space_of(QPDFObjectHandle space);

/// How samples of an image become pixels: 8-bit grey or RGB.
class SampleReader {
public:
    /// `decode` is the image's /Decode: the usual one, or one that turns grey samples upside down; nullopt for others
    /// and for sample widths that PDF does not know.
    static std::optional<SampleReader> make(ColourSpace space, int bits, QPDFObjectHandle decode, int width);

    int channels() const { return space_.is_grey() ? 1 : 3; }
    std::size_t bytes_a_row() const;
    void read_row(const unsigned char* samples, std::uint8_t* pixels) const;
    /// Every pixel is black or white by the colours there are.
    bool is_bilevel() const;
    bool is_inverted() const { return inverted_; }

private:
    ColourSpace space_;
    int bits_ = 8;
    int width_ = 0;
    bool inverted_ = false;
};

}  // namespace sohoa::scanners
