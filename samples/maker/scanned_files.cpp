#include "samples/maker/scanned_files.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <opencv2/imgproc.hpp>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>
#include <tiffio.h>

#include "base/raster_opencv.h"
#include "samples/maker/image_files.h"

namespace sohoa::maker {

namespace {

QPDFObjectHandle image_of(QPDF& pdf, const Scan& scan) {
    auto image = QPDFObjectHandle::newStream(&pdf);
    auto dictionary = QPDFObjectHandle::parse(fmt::format(
        "<< /Type /XObject /Subtype /Image /Width {} /Height {} /BitsPerComponent 8 /ColorSpace /{} >>",
        scan.pixels.width(), scan.pixels.height(), scan.pixels.channels() == 1 ? "DeviceGray" : "DeviceRGB"));
    image.replaceDict(dictionary);
    image.replaceStreamData(jpeg_of(scan.pixels, scan.jpeg_quality, scan.dpi), QPDFObjectHandle::newName("/DCTDecode"),
                            QPDFObjectHandle::newNull());
    return image;
}

void add_page(QPDF& pdf, const Scan& scan) {
    const double width = scan.pixels.width() * 72.0 / scan.dpi;
    const double height = scan.pixels.height() * 72.0 / scan.dpi;
    auto page = pdf.makeIndirectObject(QPDFObjectHandle::parse(
        fmt::format("<< /Type /Page /MediaBox [0 0 {:.2f} {:.2f}] /Resources << /XObject << >> >> >>", width, height)));
    page.getKey("/Resources").getKey("/XObject").replaceKey("/Scan", image_of(pdf, scan));
    page.replaceKey("/Contents", QPDFObjectHandle::newStream(
                                     &pdf, fmt::format("{:.2f} 0 0 {:.2f} 0 0 cm /Scan Do\n", width, height)));
    QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(page), false);
}

/// A file in memory, as libtiff reads and writes it.
struct MemoryFile {
    std::string bytes;
    std::size_t at = 0;

    static MemoryFile& of(thandle_t file) { return *static_cast<MemoryFile*>(file); }

    static tmsize_t read(thandle_t file, void* into, tmsize_t size) {
        MemoryFile& memory = of(file);
        const std::size_t left = memory.bytes.size() - std::min(memory.at, memory.bytes.size());
        const std::size_t count = std::min(left, static_cast<std::size_t>(size));
        std::memcpy(into, memory.bytes.data() + memory.at, count);
        memory.at += count;
        return static_cast<tmsize_t>(count);
    }
    static tmsize_t write(thandle_t file, void* from, tmsize_t size) {
        MemoryFile& memory = of(file);
        const auto count = static_cast<std::size_t>(size);
        if (memory.bytes.size() < memory.at + count) memory.bytes.resize(memory.at + count);
        std::memcpy(memory.bytes.data() + memory.at, from, count);
        memory.at += count;
        return size;
    }
    static toff_t seek(thandle_t file, toff_t offset, int whence) {
        MemoryFile& memory = of(file);
        const std::size_t base = whence == SEEK_CUR ? memory.at : whence == SEEK_END ? memory.bytes.size() : 0;
        memory.at = base + static_cast<std::size_t>(offset);
        return memory.at;
    }
    static int close(thandle_t) { return 0; }
    static toff_t size(thandle_t file) { return of(file).bytes.size(); }
};

cv::Mat black_and_white(const Scan& scan) {
    cv::Mat grey = mat_of(scan.pixels);
    if (grey.channels() == 3) cv::cvtColor(grey, grey, cv::COLOR_RGB2GRAY);
    cv::Mat bits;
    cv::threshold(grey, bits, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    return bits;
}

void write_directory(TIFF* tiff, const Scan& scan, std::size_t index, std::size_t count) {
    const cv::Mat bits = black_and_white(scan);
    TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_PAGE);
    TIFFSetField(tiff, TIFFTAG_PAGENUMBER, static_cast<int>(index), static_cast<int>(count));
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, static_cast<std::uint32_t>(bits.cols));
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(bits.rows));
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, static_cast<std::uint32_t>(bits.rows));
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, static_cast<double>(scan.dpi));
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, static_cast<double>(scan.dpi));
    std::vector<std::uint8_t> row(static_cast<std::size_t>((bits.cols + 7) / 8));
    for (int y = 0; y < bits.rows; ++y) {
        std::fill(row.begin(), row.end(), std::uint8_t{0});
        const auto* pixels = bits.ptr<std::uint8_t>(y);
        for (int x = 0; x < bits.cols; ++x)
            if (pixels[x] == 0) row[static_cast<std::size_t>(x / 8)] |= static_cast<std::uint8_t>(0x80 >> (x % 8));
        if (TIFFWriteScanline(tiff, row.data(), static_cast<std::uint32_t>(y)) < 0)
            throw std::runtime_error("TIFF could not be written");
    }
    if (TIFFWriteDirectory(tiff) == 0) throw std::runtime_error("TIFF could not be written");
}

}  // namespace

std::string scanned_pdf(const std::vector<Scan>& pages) {
    QPDF pdf;
    pdf.emptyPDF();
    for (const auto& page : pages) add_page(pdf, page);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

std::string tiff_group4(const std::vector<Scan>& pages) {
    MemoryFile memory;
    TIFF* tiff = TIFFClientOpen("scan.tif", "wl", &memory, MemoryFile::read, MemoryFile::write, MemoryFile::seek,
                                MemoryFile::close, MemoryFile::size, nullptr, nullptr);
    if (tiff == nullptr) throw std::runtime_error("TIFF could not be written");
    const std::unique_ptr<TIFF, decltype(&TIFFClose)> closed(tiff, TIFFClose);
    for (std::size_t i = 0; i < pages.size(); ++i) write_directory(tiff, pages[i], i, pages.size());
    TIFFFlush(tiff);
    return memory.bytes;
}

}  // namespace sohoa::maker
