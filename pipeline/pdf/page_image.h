#pragma once
#include <string>

#include "base/result.h"
#include "pipeline/pdf/fragment.h"
#include "scanners/page.h"

namespace sohoa::pdf {

/// A page's picture as it goes into a PDF.
struct PageImage {
    enum class Coding {
        jpeg,     ///< `bytes` is a JPEG file
        bilevel,  ///< `bytes` are rows of bits, padded to bytes, the first pixel in the highest bit, 1 is black
        raw       ///< `bytes` are samples of 8 bits, for sides that JPEG cannot count
    };
    Coding coding = Coding::jpeg;
    std::string bytes;
    int width = 0;  ///< pixels of the coded picture, before turn and mirroring
    int height = 0;
    int channels = 1;
    int turn = 0;  ///< degrees clockwise, after mirroring left to right, that make it the page as delivered
    bool mirrored = false;
    std::string icc_profile;  ///< that the samples need; empty means sRGB or plain grey
};

/// Chooses how a page is coded: the JPEG it arrived in, stripped; two-valued pages as bits; all others as a new JPEG.
/// Fails with pdf_failed, out_of_memory.
Result<PageImage> code_page(const scanners::Page& page, const Coding& coding);

}  // namespace sohoa::pdf
