#define ZX_USE_UTF8 1
#include "ocr/codes/symbols.h"

#include <ZXing/ReadBarcode.h>

#if __has_include(<ZXing/ReaderOptions.h>)
#include <ZXing/ReaderOptions.h>
#endif

#include <algorithm>
#include <string>

#include "base/vietnamese.h"

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

ZXing::BarcodeFormats formats_of(SymbolSearch::Family family) {
    using Family = SymbolSearch::Family;
    ZXing::BarcodeFormats stacked(Format::PDF417);
    if (family == Family::linear_and_stacked) return ZXing::BarcodeFormats(Format::LinearCodes) | stacked;
    ZXing::BarcodeFormats formats(family == Family::matrix ? Format::MatrixCodes : Format::Any);
    formats.setFlag(Format::MicroQRCode, false);
    if (family == Family::matrix) formats.setFlag(Format::PDF417, false);
    return formats;
}

Options options_for(const SymbolSearch& search) {
    Options options;
    options.setFormats(formats_of(search.family));
    options.setTryHarder(true);
    options.setTryRotate(true);
    options.setMinLineCount(3);
    options.setMaxNumberOfSymbols(32);
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

bool is_linear(Format format) {
    return ZXing::BarcodeFormats(Format::LinearCodes).testFlag(format);
}

/// Letters and rules of ordinary print now and then pass for a linear symbol. Those whose alphabet carries no check
/// digit are believed from a length that print does not reach by chance.
bool believable(const Symbol& symbol, const std::string& text) {
    const Format format = symbol.format();
    if (!is_linear(format)) return !text.empty();
    const auto length = text.size();
    if (format == Format::ITF) return length >= 10;
    if (format == Format::Codabar) return length >= 8;
    if (format == Format::Code39) return length >= 6;
    if (format == Format::DataBar || format == Format::DataBarExpanded) return length >= 13;
    if (format == Format::UPCE || format == Format::EAN8) return symbol.lineCount() >= 8;
    return length >= 4;
}

Point point(const ZXing::PointI& p) {
    return {p.x + 0.5, p.y + 0.5};
}

Code code_of(const Symbol& symbol, std::string text) {
    const auto& at = symbol.position();
    Code code;
    code.format = ZXing::ToString(symbol.format());
    code.quad = {{point(at.topLeft()), point(at.topRight()), point(at.bottomRight()), point(at.bottomLeft())}};
    code.box = bounding_box(code.quad);
    code.text = std::move(text);
    return code;
}

}  // namespace

std::vector<Code> find_symbols(const GreyView& grey, const SymbolSearch& search) {
    const ZXing::ImageView view(grey.pixels, grey.size.width, grey.size.height, ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.stride));
    std::vector<Code> codes;
    for (const Symbol& symbol : ZXing::ReadBarcodes(view, options_for(search))) {
        if (!symbol.isValid()) continue;
        std::string text = text_of(symbol);
        if (believable(symbol, text)) codes.push_back(code_of(symbol, std::move(text)));
    }
    return codes;
}

}  // namespace sohoa::ocr
