#include "pipeline/pdf/image_page.h"

#include <algorithm>
#include <fmt/format.h>
#include <hpdf.h>
#include <memory>
#include <new>

namespace sohoa::pdf {

namespace {

/// libharu calls this from the middle of its C frames: it only remembers the first error.
struct HaruError {
    HPDF_STATUS first = HPDF_OK;
    HPDF_STATUS detail = HPDF_OK;
};

void remember(HPDF_STATUS error, HPDF_STATUS detail, void* data) {
    auto* state = static_cast<HaruError*>(data);
    if (state->first == HPDF_OK) *state = {error, detail};
}

struct HaruFree {
    void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};
using Document = std::unique_ptr<_HPDF_Doc_Rec, HaruFree>;

Failure failure_of(const HaruError& error) {
    if (error.first == HPDF_FAILD_TO_ALLOC_MEM) {
        return fail(code::out_of_memory, {"Hết bộ nhớ khi ghi trang PDF", "out of memory while writing the PDF page"});
    }
    return fail(code::pdf_failed,
                {fmt::format("libharu không ghi được trang (lỗi 0x{:04x}, {})", error.first, error.detail),
                 fmt::format("libharu could not write the page (error 0x{:04x}, {})", error.first, error.detail)});
}

HPDF_Image load(HPDF_Doc document, const PageImage& image) {
    const auto* bytes = reinterpret_cast<const HPDF_BYTE*>(image.bytes.data());
    const auto width = static_cast<HPDF_UINT>(image.width);
    const auto height = static_cast<HPDF_UINT>(image.height);
    switch (image.coding) {
        case PageImage::Coding::jpeg:
            return HPDF_LoadJpegImageFromMem(document, bytes, static_cast<HPDF_UINT>(image.bytes.size()));
        case PageImage::Coding::bilevel:
            HPDF_SetCompressionMode(document, HPDF_COMP_IMAGE);  // without it libharu names no filter
            return HPDF_Image_LoadRaw1BitImageFromMem(document, bytes, width, height, (width + 7) / 8, HPDF_FALSE,
                                                      HPDF_TRUE);
        case PageImage::Coding::raw:
            break;
    }
    HPDF_SetCompressionMode(document, HPDF_COMP_IMAGE);
    return HPDF_LoadRawImageFromMem(document, bytes, width, height,
                                    image.channels == 1 ? HPDF_CS_DEVICE_GRAY : HPDF_CS_DEVICE_RGB, 8);
}

Result<std::string> saved(HPDF_Doc document, const HaruError& error) {
    HPDF_SaveToStream(document);
    if (error.first != HPDF_OK) return failure_of(error);
    HPDF_UINT32 left = HPDF_GetStreamSize(document);
    std::string bytes(left, '\0');
    HPDF_ResetStream(document);
    HPDF_ReadFromStream(document, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &left);
    if (error.first != HPDF_OK || left != bytes.size()) return failure_of(error);
    return bytes;
}

}  // namespace

Placement placement(const PageImage& image, const PageGeometry& geometry) {
    // The unit square, y up: mirrored left to right first, then turned clockwise about its centre.
    Placement p;
    switch (image.turn) {
        case 90:
            p = {0, -1, 1, 0, 0, 1};
            break;  // (x, y) → (y, 1 − x)
        case 180:
            p = {-1, 0, 0, -1, 1, 1};
            break;
        case 270:
            p = {0, 1, -1, 0, 1, 0};
            break;  // (x, y) → (1 − y, x)
        default:
            break;
    }
    if (image.mirrored) p = {-p.a, -p.b, p.c, p.d, p.a + p.e, p.b + p.f};
    const bool swapped = image.turn % 180 != 0;
    const double width = std::min((swapped ? image.height : image.width) * geometry.units_per_pixel, geometry.width);
    const double height = std::min((swapped ? image.width : image.height) * geometry.units_per_pixel, geometry.height);
    const double bottom = geometry.height - height;
    return {p.a * width, p.b * height, p.c * width, p.d * height, p.e * width, p.f * height + bottom};
}

Result<std::string> draw_image_page(const PageImage& image, const PageGeometry& geometry, int turn) try {
    HaruError error;
    const Document document(HPDF_New(remember, &error));
    if (!document) return failure_of(error);
    HPDF_Page page = HPDF_AddPage(document.get());
    if (!page) return failure_of(error);
    HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(geometry.width));
    HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(geometry.height));
    HPDF_Page_SetRotate(page, static_cast<HPDF_UINT16>(turn));
    HPDF_Image picture = load(document.get(), image);
    if (!picture || error.first != HPDF_OK) return failure_of(error);
    const Placement p = placement(image, geometry);
    HPDF_Page_GSave(page);
    HPDF_Page_Concat(page, static_cast<HPDF_REAL>(p.a), static_cast<HPDF_REAL>(p.b), static_cast<HPDF_REAL>(p.c),
                     static_cast<HPDF_REAL>(p.d), static_cast<HPDF_REAL>(p.e), static_cast<HPDF_REAL>(p.f));
    HPDF_Page_ExecuteXObject(page, picture);
    HPDF_Page_GRestore(page);
    if (error.first != HPDF_OK) return failure_of(error);
    return saved(document.get(), error);
} catch (const std::bad_alloc&) {
    return failure_of({HPDF_FAILD_TO_ALLOC_MEM, 0});
}

}  // namespace sohoa::pdf
