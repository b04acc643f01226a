#include "pipeline/pdf/qr_matrix.h"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>
#include <fmt/format.h>

#include "base/vietnamese.h"

namespace sohoa::pdf {

namespace {

constexpr std::size_t most_qr_bytes = 2331;  ///< of version 40 with error correction M
constexpr int correction_m = 2;              ///< ZXing's scale: 8 divided into four levels

Problem no_qr_of(std::size_t bytes) {
    return problem(
        code::usage,
        {fmt::format("Không in được mã QR của {} byte", bytes), fmt::format("no QR code holds {} bytes", bytes)},
        {fmt::format("Nội dung từ 1 đến {} byte", most_qr_bytes), fmt::format("give 1 to {} bytes", most_qr_bytes)});
}

}  // namespace

Result<QrMatrix> qr_matrix(std::string_view text) try {
    if (text.empty() || text.size() > most_qr_bytes) return fail(no_qr_of(text.size()));
    const std::u32string letters = to_utf32(text);
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    writer.setEncoding(ZXing::CharacterSet::UTF8).setMargin(0).setEccLevel(correction_m);
    const ZXing::BitMatrix modules = writer.encode(std::wstring(letters.begin(), letters.end()), 0, 0);
    QrMatrix matrix;
    matrix.side = modules.width();
    for (int y = 0; y < modules.height(); ++y) {
        for (int x = 0; x < modules.width(); ++x) matrix.black.push_back(modules.get(x, y));
    }
    return matrix;
} catch (const std::exception&) {
    return fail(no_qr_of(text.size()));
}

}  // namespace sohoa::pdf
