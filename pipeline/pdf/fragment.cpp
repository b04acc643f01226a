#include "pipeline/pdf/fragment.h"

#include <fmt/format.h>
#include <new>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "pipeline/pdf/image_page.h"
#include "pipeline/pdf/levelling.h"
#include "pipeline/pdf/page_geometry.h"
#include "pipeline/pdf/page_image.h"
#include "pipeline/pdf/text_layer.h"

namespace sohoa::pdf {

namespace {

QPDFObjectHandle first_image(QPDFObjectHandle page) {
    QPDFObjectHandle images = page.getKey("/Resources").getKey("/XObject");
    return images.getKey(*images.getKeys().begin());
}

/// The samples' own colours; without a profile they are sRGB, which the output intent says for the whole document.
void set_colours(QPDF& pdf, QPDFObjectHandle image, const PageImage& picture) {
    if (picture.icc_profile.empty()) return;
    QPDFObjectHandle profile = pdf.newStream(picture.icc_profile);
    profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(picture.channels));
    QPDFObjectHandle space = QPDFObjectHandle::newArray();
    space.appendItem(QPDFObjectHandle::newName("/ICCBased"));
    space.appendItem(profile);
    image.getDict().replaceKey("/ColorSpace", space);
}

std::string text_of_stream(QPDFObjectHandle stream) {
    const auto buffer = stream.getStreamData();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

void finish_page(QPDF& pdf, const PageImage& picture, const PageGeometry& geometry, const ocr::PageReading& reading) {
    const Levelling levelling = levelling_of(reading, geometry);
    QPDFObjectHandle page = pdf.getAllPages().at(0);
    set_colours(pdf, first_image(page), picture);
    page.getKey("/Resources").removeKey("/ProcSet");
    page.replaceKey("/MediaBox",
                    QPDFObjectHandle::newArray(QPDFObjectHandle::Rectangle(0, 0, levelling.width, levelling.height)));
    if (geometry.user_unit > 1) page.replaceKey("/UserUnit", QPDFObjectHandle::newInteger(geometry.user_unit));
    const std::string image = levelling.turned(text_of_stream(page.getKey("/Contents")), geometry);
    page.replaceKey("/Contents", pdf.newStream(image + text_layer(reading, geometry, levelling)));
    pdf.getTrailer().removeKey("/Info");  // libharu's times
}

std::string written(QPDF& pdf) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setMinimumPDFVersion("1.7");
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

Failure out_of_memory() {
    return fail(code::out_of_memory, {"Hết bộ nhớ khi ghi trang PDF", "out of memory while writing the PDF page"});
}

}  // namespace

Result<std::string> make_fragment(const scanners::Page& page, const ocr::PageReading& reading,
                                  const Coding& coding) try {
    if (page.pixels.empty()) return fail(code::pdf_failed, {"Trang không có điểm ảnh", "the page has no pixels"});
    const auto picture = code_page(page, coding);
    if (!picture) return fail(picture.error());
    const PageGeometry geometry = page_geometry(page.pixels.size(), page.dpi);
    const auto drawn = draw_image_page(*picture, geometry, reading.orientation);
    if (!drawn) return fail(drawn.error());

    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("page", drawn->data(), drawn->size());
    finish_page(pdf, *picture, geometry, reading);
    return written(pdf);
} catch (const std::bad_alloc&) {
    return out_of_memory();
} catch (const std::exception& error) {
    return fail(code::pdf_failed, {fmt::format("Không ghi được trang PDF: {}", error.what()),
                                   fmt::format("the PDF page cannot be written: {}", error.what())});
}

}  // namespace sohoa::pdf
