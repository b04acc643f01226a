#include "scanners/pdf/extract.h"

#include <array>
#include <cstdio>
#include <fmt/format.h>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

#include "scanners/input_problems.h"

namespace sohoa::scanners {

Result<MemoryFile> MemoryFile::make() {
    const int descriptor = ::memfd_create("page", MFD_CLOEXEC);
    if (descriptor < 0) return fail(out_of_memory());
    return MemoryFile(descriptor);
}

MemoryFile::MemoryFile(MemoryFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

MemoryFile::~MemoryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

namespace {

Result<MemoryFile> write(QPDF& document) {
    auto file = MemoryFile::make();
    if (!file) return file;
    const int own = ::dup(file->descriptor());
    FILE* stream = own < 0 ? nullptr : ::fdopen(own, "wb");
    if (stream == nullptr) {
        if (own >= 0) ::close(own);
        return fail(out_of_memory());
    }
    QPDFWriter writer(document);
    writer.setOutputFile("page", stream, true);  // closes the stream
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setStaticID(true);
    writer.write();
    return file;
}

/// Annotations reach the whole document through their parents and pages; what is drawn stands in themselves.
QPDFObjectHandle annotations_alone(QPDFObjectHandle annotations) {
    QPDFObjectHandle alone = QPDFObjectHandle::newArray();
    for (auto& annotation : annotations.getArrayAsVector()) {
        if (!annotation.isDictionary()) continue;
        QPDFObjectHandle copy = annotation.shallowCopy();
        for (const char* key :
             {"/Parent", "/P", "/Popup", "/IRT", "/A", "/AA", "/Dest", "/Kids", "/V", "/StructParent"}) {
            copy.removeKey(key);
        }
        alone.appendItem(copy);
    }
    return alone;
}

}  // namespace

Result<MemoryFile> extract_page(QPDF& document, QPDFObjectHandle page) {
    QPDFPageObjectHelper inherited(page);
    QPDFObjectHandle alone = page.shallowCopy();
    for (const char* key : {"/Resources", "/MediaBox", "/CropBox", "/Rotate"}) {
        QPDFObjectHandle value = inherited.getAttribute(key, false);
        if (!value.isNull()) alone.replaceKey(key, value);
    }
    for (const char* key : {"/Parent", "/B", "/Thumb", "/AA", "/StructParents", "/PieceInfo", "/Metadata"})
        alone.removeKey(key);
    QPDFObjectHandle annotations = alone.getKey("/Annots");
    if (annotations.isArray()) alone.replaceKey("/Annots", annotations_alone(annotations));

    QPDF single;
    single.emptyPDF();
    single.addPage(single.copyForeignObject(document.makeIndirectObject(alone)), false);
    // Which layers are hidden stands in the catalogue.
    QPDFObjectHandle layers = document.getRoot().getKey("/OCProperties");
    if (layers.isDictionary()) {
        if (!layers.isIndirect()) layers = document.makeIndirectObject(layers);
        single.getRoot().replaceKey("/OCProperties", single.copyForeignObject(layers));
    }
    return write(single);
}

Result<MemoryFile> wrap_image(QPDFObjectHandle image, double width, double height) {
    QPDF single;
    single.emptyPDF();
    QPDFObjectHandle page = QPDFObjectHandle::parse(fmt::format(
        "<< /Type /Page /MediaBox [0 0 {0:.4f} {1:.4f}] /Resources << /XObject << >> >> >>", width, height));
    page.getKey("/Resources").getKey("/XObject").replaceKey("/I", single.copyForeignObject(image));
    // Poppler paints every pixel that an image touches, the one that begins at its far side too: half a pixel less
    // makes it as many pixels as it has samples, which are then copied as they are.
    const std::string content = fmt::format("q {0:.4f} 0 0 {1:.4f} 0 0.5 cm /I Do Q\n", width - 0.5, height - 0.5);
    page.replaceKey("/Contents", QPDFObjectHandle::newStream(&single, content));
    single.addPage(single.makeIndirectObject(page), false);
    return write(single);
}

}  // namespace sohoa::scanners
