#include "pipeline/pdf/page_image.h"

#include <algorithm>
#include <optional>

#include "pipeline/pdf/icc_profile.h"
#include "pipeline/pdf/jpeg_encoder.h"
#include "pipeline/pdf/jpeg_stream.h"

namespace sohoa::pdf {

namespace {

using Original = scanners::OriginalImage;

/// The JPEG that arrived, where it may stand and is the picture that was decoded.
std::optional<PageImage> arrived_jpeg(const scanners::Page& page) {
    const Original& original = *page.original;
    auto jpeg = strip_jpeg(original.bytes);
    if (!jpeg) return std::nullopt;
    Size size{jpeg->width, jpeg->height};
    if (original.turn % 180 != 0) std::swap(size.width, size.height);
    if (size != page.pixels.size() || original.turn % 90 != 0) return std::nullopt;

    PageImage image;
    image.bytes = std::move(jpeg->bytes);
    image.width = jpeg->width;
    image.height = jpeg->height;
    image.channels = jpeg->components;
    image.turn = ((original.turn % 360) + 360) % 360;
    image.mirrored = original.mirrored;
    if (is_usable_profile(jpeg->icc_profile, jpeg->components) && !is_srgb(jpeg->icc_profile)) {
        image.icc_profile = std::move(jpeg->icc_profile);
    }
    return image;
}

PageImage as_bits(const Raster& pixels) {
    PageImage image;
    image.coding = PageImage::Coding::bilevel;
    image.width = pixels.width();
    image.height = pixels.height();
    const std::size_t row_bytes = (static_cast<std::size_t>(pixels.width()) + 7) / 8;
    image.bytes.assign(row_bytes * static_cast<std::size_t>(pixels.height()), '\0');
    for (int y = 0; y < pixels.height(); ++y) {
        const std::uint8_t* sample = pixels.row(y);
        char* bits = image.bytes.data() + row_bytes * static_cast<std::size_t>(y);
        for (int x = 0; x < pixels.width(); ++x, sample += pixels.channels()) {
            if (*sample < 128) bits[x / 8] = static_cast<char>(bits[x / 8] | 0x80 >> x % 8);
        }
    }
    return image;
}

PageImage as_samples(const Raster& pixels) {
    PageImage image;
    image.coding = PageImage::Coding::raw;
    image.width = pixels.width();
    image.height = pixels.height();
    image.channels = pixels.channels();
    image.bytes.assign(reinterpret_cast<const char*>(pixels.data()), pixels.bytes());
    return image;
}

}  // namespace

Result<PageImage> code_page(const scanners::Page& page, const Coding& coding) {
    if (page.original && page.original->coding == Original::Coding::jpeg) {
        if (auto image = arrived_jpeg(page)) return std::move(*image);
    }
    if (page.original && page.original->coding == Original::Coding::bilevel) return as_bits(page.pixels);
    if (std::max(page.pixels.width(), page.pixels.height()) > jpeg_largest_side) return as_samples(page.pixels);

    auto jpeg = encode_jpeg(page.pixels, coding.jpeg_quality);
    if (!jpeg) return fail(std::move(jpeg.error()));
    PageImage image;
    image.bytes = std::move(*jpeg);
    image.width = page.pixels.width();
    image.height = page.pixels.height();
    image.channels = is_grey(page.pixels) ? 1 : 3;
    return image;
}

}  // namespace sohoa::pdf
