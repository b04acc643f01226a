#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <vector>
#include <webp/decode.h>
#include <webp/demux.h>

#include "scanners/exif.h"
#include "scanners/image/readers.h"
#include "scanners/input_problems.h"

namespace sohoa::scanners {

namespace {

ExifFacts exif_of(std::string_view bytes) {
    const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
    const std::unique_ptr<WebPDemuxer, decltype(&WebPDemuxDelete)> demuxer(WebPDemux(&data), WebPDemuxDelete);
    if (!demuxer) return {};
    WebPChunkIterator chunk{};
    ExifFacts facts;
    if (WebPDemuxGetChunk(demuxer.get(), "EXIF", 1, &chunk) != 0) {
        facts = read_exif({reinterpret_cast<const char*>(chunk.chunk.bytes), chunk.chunk.size});
        WebPDemuxReleaseChunkIterator(&chunk);
    }
    return facts;
}

Problem failure_of(VP8StatusCode status) {
    switch (status) {
        case VP8_STATUS_NOT_ENOUGH_DATA:
            return truncated(Format::webp);
        case VP8_STATUS_OUT_OF_MEMORY:
            return out_of_memory();
        case VP8_STATUS_UNSUPPORTED_FEATURE:
            return damaged(Format::webp, "animated pictures are not read");
        default:
            return damaged(Format::webp, "");
    }
}

/// Decodes into memory of the caller's, as far as the bytes go; gives the rows that are there.
Result<int> decode_into(std::string_view bytes, WEBP_CSP_MODE mode, std::uint8_t* to, std::size_t stride, int height) {
    WebPDecoderConfig config;
    if (WebPInitDecoderConfig(&config) == 0) return fail(damaged(Format::webp, "library version"));
    config.output.colorspace = mode;
    config.output.is_external_memory = 1;
    config.output.u.RGBA = {to, static_cast<int>(stride), stride * static_cast<std::size_t>(height)};
    const std::unique_ptr<WebPIDecoder, decltype(&WebPIDelete)> decoder(WebPIDecode(nullptr, 0, &config), WebPIDelete);
    if (!decoder) return fail(out_of_memory());
    const auto status = WebPIUpdate(decoder.get(), reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    if (status == VP8_STATUS_OK) return height;
    int rows = 0;
    if (WebPIDecGetRGB(decoder.get(), &rows, nullptr, nullptr, nullptr) == nullptr) rows = 0;
    if (rows <= 0) return fail(failure_of(status == VP8_STATUS_SUSPENDED ? VP8_STATUS_NOT_ENOUGH_DATA : status));
    return std::min(rows, height);
}

void put_on_white(const std::uint8_t* rgba, std::uint8_t* rgb, int count) {
    for (int k = 0; k < count; ++k, rgba += 4, rgb += 3) {
        const unsigned alpha = rgba[3];
        for (int c = 0; c < 3; ++c)
            rgb[c] = static_cast<std::uint8_t>((rgba[c] * alpha + 255U * (255U - alpha) + 127U) / 255U);
    }
}

}  // namespace

Result<DecodedImage> decode_webp(std::string_view bytes, const Limits& limits) try {
    WebPBitstreamFeatures features{};
    const auto status = WebPGetFeatures(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), &features);
    if (status != VP8_STATUS_OK) return fail(failure_of(status));
    if (features.has_animation != 0) return fail(failure_of(VP8_STATUS_UNSUPPORTED_FEATURE));
    if (const auto fits = check_pixels(features.width, features.height, Format::webp, limits); !fits) {
        return fail(fits.error());
    }
    DecodedImage image;
    image.pixels = black_raster(features.width, features.height, 3);
    Raster& pixels = image.pixels;
    Result<int> rows = 0;
    if (features.has_alpha == 0) {
        rows = decode_into(bytes, MODE_RGB, pixels.data(), pixels.stride(), pixels.height());
    } else {
        const std::size_t stride = static_cast<std::size_t>(features.width) * 4;
        std::vector<std::uint8_t> rgba(stride * static_cast<std::size_t>(features.height));
        rows = decode_into(bytes, MODE_RGBA, rgba.data(), stride, pixels.height());
        for (int y = 0; rows && y < *rows; ++y) {
            put_on_white(rgba.data() + stride * static_cast<std::size_t>(y), pixels.row(y), pixels.width());
        }
    }
    if (!rows) return fail(rows.error());
    if (*rows < pixels.height()) {
        std::memset(pixels.row(*rows), 255, pixels.stride() * static_cast<std::size_t>(pixels.height() - *rows));
        image.problems.push_back(rows_missing(*rows, pixels.height()));
    }
    const ExifFacts exif = exif_of(bytes);
    image.resolution = exif.resolution;
    image.orientation = exif.orientation;
    return image;
} catch (const std::bad_alloc&) {
    return fail(out_of_memory());
}

}  // namespace sohoa::scanners
