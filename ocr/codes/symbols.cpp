#define ZX_USE_UTF8 1
#include "ocr/codes/symbols.h"

#include <ZXing/ReadBarcode.h>

#if __has_include(<ZXing/ReaderOptions.h>)
#include <ZXing/ReaderOptions.h>
#endif

#include <algorithm>
#include <string>

#include "base/vietnamese.h"
#include "ocr/codes/bar_extent.h"

namespace sohoa::ocr {

namespace {

#if __has_include(<ZXing/ReaderOptions.h>)  // 2.2 and later
using Options = ZXing::ReaderOptions;
using Symbol = ZXing::Barcode;
#else
using Options = ZXing::DecodeHints;
using Symbol = ZXing::Result;
#endif

using Format = ZXing::BarcodeFormat;

constexpr int most_symbols = 32;  ///< of a kind on one picture
constexpr int least_rows = 6;     ///< pixels along the bars that must look the same

/// Without Micro QR: a finder pattern that is no square ends the process there (an assertion of ZXing 1.4 and 2.3,
/// which Debian leaves in).
ZXing::BarcodeFormats matrix_formats(SymbolSearch::Family family) {
    using Family = SymbolSearch::Family;
    ZXing::BarcodeFormats formats(family == Family::linear_and_stacked ? Format::PDF417 : Format::MatrixCodes);
    if (family == Family::matrix) formats.setFlag(Format::PDF417, false);
    formats.setFlag(Format::MicroQRCode, false);
    return formats;
}

/// Without DataBar: two lines of one symbol end the process (another assertion).
ZXing::BarcodeFormats linear_formats() {
    ZXing::BarcodeFormats formats(Format::LinearCodes);
    formats.setFlag(Format::DataBar, false);
    formats.setFlag(Format::DataBarExpanded, false);
    return formats;
}

Options options_for(const SymbolSearch& search, ZXing::BarcodeFormats formats, int most) {
    Options options;
    options.setFormats(formats);
    options.setTryHarder(true);
    options.setTryRotate(true);
    options.setMinLineCount(3);
    options.setMaxNumberOfSymbols(static_cast<std::uint8_t>(most));
    options.setBinarizer(search.local_threshold ? ZXing::Binarizer::LocalAverage : ZXing::Binarizer::FixedThreshold);
#if __has_include(<ZXing/ReaderOptions.h>)
    options.setTryInvert(false);
    options.setTextMode(ZXing::TextMode::Plain);
#endif
    return options;
}

/// The bytes themselves where they are UTF-8 already (either Unicode form), else what ZXing guesses or the symbol says.
std::string text_of(const Symbol& symbol) {
    const auto& bytes = symbol.bytes();
    std::string plain(bytes.begin(), bytes.end());
    const std::string repaired = to_utf8(to_utf32(plain));
    if (!symbol.hasECI() && repaired == plain && !plain.empty()) return plain;
    return to_utf8(to_utf32(symbol.text()));
}

/// Letters and rules of ordinary print now and then pass for a linear symbol. Those whose alphabet carries no check
/// digit are believed from a length that print does not reach by chance, and none whose bars are lower than a letter.
bool believable_bars(Format format, const std::string& text, int rows) {
    const auto length = text.size();
    if (rows < least_rows) return false;
    if (format == Format::ITF) return length >= 10;
    if (format == Format::Codabar) return length >= 8;
    if (format == Format::Code39) return length >= 6;
    if (format == Format::UPCE || format == Format::EAN8) return rows >= 8;
    return length >= 4;
}

Point point(const ZXing::PointI& p) {
    return {p.x + 0.5, p.y + 0.5};
}

Code code_of(const Symbol& symbol, const Quad& quad, std::string text) {
    Code code;
    code.format = ZXing::ToString(symbol.format());
    code.quad = quad;
    code.box = bounding_box(quad);
    code.text = std::move(text);
    return code;
}

ZXing::ImageView view_of(const GreyView& grey) {
    return {grey.pixels, grey.size.width, grey.size.height, ZXing::ImageFormat::Lum, static_cast<int>(grey.stride)};
}

void add_matrix_symbols(const GreyView& grey, const SymbolSearch& search, std::vector<Code>& codes) {
    const Options options = options_for(search, matrix_formats(search.family), most_symbols);
    for (const Symbol& symbol : ZXing::ReadBarcodes(view_of(grey), options)) {
        if (!symbol.isValid()) continue;
        std::string text = text_of(symbol);
        const auto& at = symbol.position();
        const Quad quad{{point(at.topLeft()), point(at.topRight()), point(at.bottomRight()), point(at.bottomLeft())}};
        if (!text.empty()) codes.push_back(code_of(symbol, quad, std::move(text)));
    }
}

/// Paints over the bars, so that the next search finds others.
void paint_over(std::vector<std::uint8_t>& pixels, Size size, const Box& found) {
    const Box box =
        intersection({found.x - 1, found.y - 1, found.width + 2, found.height + 2}, {0, 0, size.width, size.height});
    for (int y = box.y; y < box.bottom(); ++y) {
        const auto row = pixels.begin() + static_cast<std::ptrdiff_t>(y) * size.width;
        std::fill(row + box.x, row + box.right(), std::uint8_t{255});
    }
}

/// One symbol a search: where two say the same, and where one is seen on a reduced picture too, ZXing 1.4 compares them
/// and ends the process (an assertion that lines of bars are compared singly).
void add_linear_symbols(const GreyView& grey, const SymbolSearch& search, std::vector<Code>& codes) {
    const Options options = options_for(search, linear_formats(), 1);
    std::vector<std::uint8_t> painted;
    GreyView left = grey;
    for (int k = 0; k < most_symbols; ++k) {
        const auto found = ZXing::ReadBarcodes(view_of(left), options);
        if (found.empty()) return;
        const Symbol& symbol = found.front();
        const auto& at = symbol.position();
        const Point begin{(at.topLeft().x + at.bottomLeft().x + 1) / 2.0,
                          (at.topLeft().y + at.bottomLeft().y + 1) / 2.0};
        const Point end{(at.topRight().x + at.bottomRight().x + 1) / 2.0,
                        (at.topRight().y + at.bottomRight().y + 1) / 2.0};
        const BarExtent extent = extent_of_bars(grey, begin, end);
        std::string text = text_of(symbol);
        if (symbol.isValid() && believable_bars(symbol.format(), text, extent.rows)) {
            codes.push_back(code_of(symbol, extent.quad, std::move(text)));
        }
        if (painted.empty()) {
            for (int y = 0; y < grey.size.height; ++y) {
                const std::uint8_t* row = grey.pixels + static_cast<std::size_t>(y) * grey.stride;
                painted.insert(painted.end(), row, row + grey.size.width);
            }
        }
        paint_over(painted, grey.size, bounding_box(extent.quad));
        left = {painted.data(), grey.size, static_cast<std::size_t>(grey.size.width)};
    }
}

}  // namespace

std::vector<Code> find_symbols(const GreyView& grey, const SymbolSearch& search) {
    std::vector<Code> codes;
    add_matrix_symbols(grey, search, codes);
    if (search.family != SymbolSearch::Family::matrix) add_linear_symbols(grey, search, codes);
    return codes;
}

}  // namespace sohoa::ocr
