#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sohoa::pdf {

/// A JPEG as it may stand in a PDF: the coded picture untouched, everything that speaks about people taken out.
struct JpegStream {
    std::string bytes;
    int width = 0;
    int height = 0;
    int components = 0;       ///< 1 grey, 3 colour
    std::string icc_profile;  ///< as the file carried it, joined from its parts; empty where none or incomplete
};

/// Takes out of a JPEG file what is not the picture: EXIF, GPS, XMP, comments, thumbnails, maker notes, and bytes after
/// the end of the image (phones append second pictures there). JFIF and Adobe markers stay, because they say how
/// colours are coded. The coded picture is copied byte for byte.
///
/// nullopt when the file cannot stand in a PDF as it is: arithmetic, lossless, 12-bit or CMYK coding, a height that is
/// told only later (DNL), or a broken marker structure; the page is then coded anew from its pixels.
std::optional<JpegStream> strip_jpeg(std::string_view file);

}  // namespace sohoa::pdf
