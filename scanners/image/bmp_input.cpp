#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <vector>

#include "scanners/image/readers.h"
#include "scanners/input_problems.h"

namespace sohoa::scanners {

namespace {

/// Little-endian numbers at a byte position; bytes beyond the end are 0.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
    std::uint32_t at(std::size_t position, int count) const {
        std::uint32_t value = 0;
        for (int k = count - 1; k >= 0; --k) {
            const std::size_t index = position + static_cast<std::size_t>(k);
            value = value << 8 | (index < bytes_.size() ? static_cast<std::uint8_t>(bytes_[index]) : 0U);
        }
        return value;
    }
    std::uint32_t u16(std::size_t position) const { return at(position, 2); }
    std::uint32_t u32(std::size_t position) const { return at(position, 4); }
    std::int32_t i32(std::size_t position) const { return static_cast<std::int32_t>(at(position, 4)); }
    std::size_t size() const { return bytes_.size(); }

private:
    std::string_view bytes_;
};

using Colour = std::array<std::uint8_t, 3>;

/// The header of a Windows bitmap: core (12 bytes), info (40) or a later one, which begin alike.
struct Header {
    long long width = 0;
    long long height = 0;
    bool top_down = false;
    int bits = 0;  ///< a pixel
    Resolution resolution;
    std::size_t pixels_at = 0;  ///< byte position
    std::array<std::uint32_t, 3> masks{};
    std::vector<Colour> palette;

    std::size_t stride() const {
        return (static_cast<std::size_t>(width) * static_cast<std::size_t>(bits) + 31) / 32 * 4;
    }
    bool is_grey() const {
        return bits <= 8 && std::all_of(palette.begin(), palette.end(),
                                        [](const Colour& c) { return c[0] == c[1] && c[0] == c[2]; });
    }
    bool is_bilevel() const {
        return bits == 1 && is_grey() &&
               std::all_of(palette.begin(), palette.end(), [](const Colour& c) { return c[0] == 0 || c[0] == 255; });
    }
};

constexpr std::size_t file_header = 14;
constexpr std::uint32_t plain = 0;
constexpr std::uint32_t bit_fields = 3;
constexpr std::uint32_t alpha_bit_fields = 6;

std::vector<Colour> read_palette(const Bytes& bytes, std::size_t from, std::size_t entry, std::size_t count, int bits) {
    std::vector<Colour> palette(std::size_t{1} << bits, Colour{0, 0, 0});
    for (std::size_t k = 0; k < std::min(count, palette.size()); ++k) {
        const std::uint32_t bgr = bytes.at(from + k * entry, 3);
        palette[k] = {static_cast<std::uint8_t>(bgr >> 16), static_cast<std::uint8_t>(bgr >> 8),
                      static_cast<std::uint8_t>(bgr)};
    }
    return palette;
}

void read_masks(const Bytes& bytes, std::uint32_t compression, Header& header) {
    if (compression == bit_fields || compression == alpha_bit_fields) {
        for (std::size_t k = 0; k < 3; ++k) header.masks[k] = bytes.u32(file_header + 40 + 4 * k);
    } else if (header.bits == 16) {
        header.masks = {0x7C00, 0x03E0, 0x001F};
    } else {
        header.masks = {0xFF0000, 0x00FF00, 0x0000FF};
    }
}

Result<Header> read_header(const Bytes& bytes) {
    Header header;
    const std::size_t size = bytes.u32(file_header);
    if (bytes.size() < file_header + size) return fail(truncated(Format::bmp));
    const bool core = size == 12;
    header.width = core ? bytes.u16(18) : bytes.i32(18);
    header.height = core ? bytes.u16(20) : bytes.i32(22);
    header.bits = static_cast<int>(core ? bytes.u16(24) : bytes.u16(28));
    header.top_down = header.height < 0;
    if (header.top_down) header.height = -header.height;
    header.pixels_at = bytes.u32(10);
    const std::uint32_t compression = size >= 40 ? bytes.u32(30) : plain;
    if (compression != plain && compression != bit_fields && compression != alpha_bit_fields) {
        return fail(damaged(Format::bmp, "compressed bitmaps are not read"));
    }
    static constexpr std::array<int, 6> known{1, 4, 8, 16, 24, 32};
    if (std::find(known.begin(), known.end(), header.bits) == known.end()) {
        return fail(damaged(Format::bmp, "unknown bits a pixel"));
    }
    std::uint32_t colours = 0;
    if (size >= 40) {
        header.resolution = {bytes.i32(38) * 0.0254, bytes.i32(42) * 0.0254};
        colours = bytes.u32(46);
    }
    if (header.bits <= 8) {
        const std::size_t entry = core ? 3 : 4;
        if (colours == 0 || colours > 256) colours = 1U << header.bits;
        header.palette = read_palette(bytes, file_header + size, entry, colours, header.bits);
    } else {
        read_masks(bytes, compression, header);
    }
    return header;
}

std::uint8_t channel_of(std::uint32_t pixel, std::uint32_t mask) {
    if (mask == 0) return 0;
    const int shift = __builtin_ctz(mask);
    const std::uint64_t largest = mask >> shift;
    return static_cast<std::uint8_t>(std::uint64_t{(pixel & mask) >> shift} * 255 / largest);
}

void read_indexed_row(const std::uint8_t* from, const Header& header, int channels, std::uint8_t* to) {
    const int in_byte = 8 / header.bits;
    const unsigned mask = (1U << header.bits) - 1;
    for (int x = 0; x < header.width; ++x) {
        const int shift = (in_byte - 1 - x % in_byte) * header.bits;
        const Colour& colour = header.palette[(from[x / in_byte] >> shift) & mask];
        for (int c = 0; c < channels; ++c) *to++ = colour[static_cast<std::size_t>(c)];
    }
}

void read_coloured_row(const std::uint8_t* from, const Header& header, std::uint8_t* to) {
    const int width = header.bits / 8;
    for (int x = 0; x < header.width; ++x, from += width, to += 3) {
        if (width == 3) {
            to[0] = from[2];
            to[1] = from[1];
            to[2] = from[0];
            continue;
        }
        std::uint32_t pixel = 0;
        for (int k = width - 1; k >= 0; --k) pixel = pixel << 8 | from[k];
        for (std::size_t c = 0; c < 3; ++c) to[c] = channel_of(pixel, header.masks[c]);
    }
}

}  // namespace

Result<DecodedImage> decode_bmp(std::string_view bytes, const Limits& limits) try {
    const auto header = read_header(Bytes(bytes));
    if (!header) return fail(header.error());
    if (const auto fits = check_pixels(header->width, header->height, Format::bmp, limits); !fits)
        return fail(fits.error());

    const std::size_t rows_there =
        header->pixels_at >= bytes.size() ? 0 : (bytes.size() - header->pixels_at) / header->stride();
    const int height = static_cast<int>(header->height);
    const int rows = static_cast<int>(std::min<std::size_t>(rows_there, static_cast<std::size_t>(height)));
    if (rows == 0) return fail(truncated(Format::bmp));

    DecodedImage image;
    const int channels = header->is_grey() ? 1 : 3;
    image.pixels = black_raster(static_cast<int>(header->width), height, channels);
    for (int k = 0; k < height; ++k) {
        std::uint8_t* to = image.pixels.row(header->top_down ? k : height - 1 - k);
        if (k >= rows) {
            std::memset(to, 255, image.pixels.stride());
            continue;
        }
        const auto* from = reinterpret_cast<const std::uint8_t*>(bytes.data()) + header->pixels_at +
                           static_cast<std::size_t>(k) * header->stride();
        if (header->bits <= 8) {
            read_indexed_row(from, *header, channels, to);
        } else {
            read_coloured_row(from, *header, to);
        }
    }
    if (rows < height) image.problems.push_back(rows_missing(rows, height));
    image.resolution = header->resolution;
    if (header->is_bilevel()) image.original = OriginalImage{OriginalImage::Coding::bilevel, ""};
    return image;
} catch (const std::bad_alloc&) {
    return fail(out_of_memory());
}

}  // namespace sohoa::scanners
