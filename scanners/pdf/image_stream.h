#pragma once
#include <optional>

#include "base/result.h"
#include "scanners/image/decoded_image.h"
#include "scanners/limits.h"
#include "scanners/pdf/qpdf.h"

namespace sohoa::scanners {

/// Size and kind of an image XObject, as its dictionary says.
struct ImageFacts {
    long long width = 0;
    long long height = 0;
    int bits = 8;       ///< a sample
    bool grey = false;  ///< one channel without colour: its pixels need no RGB
};

ImageFacts facts_of(QPDFObjectHandle image);

/// The samples of an image XObject without loss: JPEG kept as it is; CCITT G4, Flate, LZW and RunLength decoded where
/// the colour space is grey, RGB (device, calibrated or ICC) or a palette over these, or where the image is a stencil
/// painted black. nullopt where the image is coded otherwise or cannot be decoded: then the renderer has to do it.
/// The caller has checked the limit on pixels. Resolution and orientation are left open.
std::optional<DecodedImage> decode_image_stream(QPDFObjectHandle image, const Limits& limits);

}  // namespace sohoa::scanners
