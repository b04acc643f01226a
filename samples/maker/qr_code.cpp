#include "samples/maker/qr_code.h"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>
#include <cairo.h>

#include "base/vietnamese.h"

namespace sohoa::maker {

namespace {

std::wstring wide(const std::string& text) {
    const auto letters = to_utf32(text);
    return {letters.begin(), letters.end()};
}

void print_modules(Sheet& sheet, const ZXing::BitMatrix& modules, const Rect& place) {
    cairo_t* ink = sheet.ink();
    const double step_x = place.width / modules.width();
    const double step_y = place.height / modules.height();
    cairo_set_source_rgb(ink, 1, 1, 1);
    cairo_rectangle(ink, place.x, place.y, place.width, place.height);
    cairo_fill(ink);
    cairo_set_source_rgb(ink, 0, 0, 0);
    cairo_save(ink);
    cairo_set_antialias(ink, CAIRO_ANTIALIAS_GRAY);
    for (int y = 0; y < modules.height(); ++y)
        for (int x = 0; x < modules.width(); ++x)
            if (modules.get(x, y)) cairo_rectangle(ink, place.x + x * step_x, place.y + y * step_y, step_x, step_y);
    // One path: neighbouring modules leave no seam.
    cairo_fill(ink);
    cairo_restore(ink);
}

}  // namespace

void print_qr(Sheet& sheet, const std::string& payload, double x, double y, double size, int spare) {
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    writer.setEncoding(ZXing::CharacterSet::UTF8).setMargin(2).setEccLevel(spare);
    print_modules(sheet, writer.encode(wide(payload), 0, 0), {x, y, size, size});
}

void print_barcode(Sheet& sheet, const std::string& payload, const std::string& format, const Rect& place) {
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormatFromString(format));
    writer.setMargin(8);
    // A height above its width would turn a PDF417 code on its side.
    const int height = format == "PDF417" ? 0 : 1;
    print_modules(sheet, writer.encode(wide(payload), 0, height), place);
}

}  // namespace sohoa::maker
