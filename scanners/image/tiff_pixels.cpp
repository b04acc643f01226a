#include "scanners/image/tiff_pixels.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fmt/format.h>
#include <functional>
#include <vector>

#include "scanners/image/readers.h"
#include "scanners/input_problems.h"

namespace sohoa::scanners {

namespace {

/// The tags that say how samples lie and what they mean.
struct Layout {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint16_t bits = 1;     ///< a sample
    std::uint16_t samples = 1;  ///< a pixel
    std::uint16_t photometric = PHOTOMETRIC_MINISWHITE;
    std::uint16_t planes = PLANARCONFIG_CONTIG;
    std::uint16_t compression = COMPRESSION_NONE;
    std::uint16_t sample_format = SAMPLEFORMAT_UINT;
    std::uint32_t rows_a_strip = 0;
    bool tiled = false;

    bool is_grey() const {
        return samples == 1 && (photometric == PHOTOMETRIC_MINISWHITE || photometric == PHOTOMETRIC_MINISBLACK);
    }
    bool is_bilevel() const { return is_grey() && bits == 1; }
};

Layout layout_of(TIFF* tiff) {
    Layout layout;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &layout.width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &layout.height);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &layout.bits);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &layout.samples);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &layout.planes);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_COMPRESSION, &layout.compression);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLEFORMAT, &layout.sample_format);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &layout.rows_a_strip);
    if (TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &layout.photometric) == 0) {
        layout.photometric = layout.samples >= 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISWHITE;
    }
    layout.tiled = TIFFIsTiled(tiff) != 0;
    layout.rows_a_strip = std::clamp<std::uint32_t>(layout.rows_a_strip, 1, std::max(1U, layout.height));
    return layout;
}

using RowReader = std::function<void(const std::uint8_t* samples, std::uint8_t* pixels)>;

/// How a row of samples becomes a row of the raster; empty when libtiff has to do it.
struct RowConversion {
    int channels = 0;
    RowReader read;
    bool two_valued = false;
};

std::uint32_t sample_at(const std::uint8_t* row, std::size_t index, int bits) {
    if (bits == 8) return row[index];
    if (bits == 16) {
        std::uint16_t value = 0;
        std::memcpy(&value, row + 2 * index, 2);  // libtiff has put the bytes in the machine's order
        return value;
    }
    const std::size_t bit = index * static_cast<std::size_t>(bits);
    return row[bit / 8] >> (8 - bits - static_cast<int>(bit % 8)) & ((1U << bits) - 1);
}

RowConversion of_bilevel(const Layout& layout) {
    const auto width = static_cast<std::size_t>(layout.width);
    const std::uint8_t zero = layout.photometric == PHOTOMETRIC_MINISWHITE ? 255 : 0;
    return {1,
            [width, zero](const std::uint8_t* samples, std::uint8_t* pixels) {
                for (std::size_t x = 0; x < width; ++x) {
                    const bool set = (samples[x / 8] >> (7 - x % 8) & 1) != 0;
                    pixels[x] = set ? static_cast<std::uint8_t>(255 - zero) : zero;
                }
            },
            true};
}

RowConversion of_grey(const Layout& layout) {
    const unsigned largest = (1U << layout.bits) - 1;
    const bool inverted = layout.photometric == PHOTOMETRIC_MINISWHITE;
    return {1, [=, width = layout.width, bits = layout.bits](const std::uint8_t* samples, std::uint8_t* pixels) {
                for (std::size_t x = 0; x < width; ++x) {
                    const std::uint32_t value = sample_at(samples, x, bits) * 255 / largest;
                    pixels[x] = static_cast<std::uint8_t>(inverted ? 255 - value : value);
                }
            }};
}

RowConversion of_rgb(const Layout& layout) {
    if (layout.bits == 8) {
        return {3, [width = layout.width](const std::uint8_t* samples, std::uint8_t* pixels) {
                    std::memcpy(pixels, samples, std::size_t{3} * width);
                }};
    }
    return {3, [width = layout.width](const std::uint8_t* samples, std::uint8_t* pixels) {
                for (std::size_t k = 0; k < std::size_t{3} * width; ++k) {
                    pixels[k] = static_cast<std::uint8_t>(sample_at(samples, k, 16) >> 8);
                }
            }};
}

RowConversion of_cmyk(const Layout& layout) {
    return {3, [width = layout.width](const std::uint8_t* samples, std::uint8_t* pixels) {
                cmyk_to_rgb(samples, pixels, static_cast<int>(width), false);
            }};
}

RowConversion of_palette(TIFF* tiff, const Layout& layout) {
    std::uint16_t* map[3] = {};
    if (TIFFGetField(tiff, TIFFTAG_COLORMAP, &map[0], &map[1], &map[2]) == 0) return {};
    const std::size_t count = std::size_t{1} << layout.bits;
    // Some writers put 8-bit values where 16-bit ones belong.
    const bool small = std::all_of(std::begin(map), std::end(map), [count](const std::uint16_t* values) {
        return std::all_of(values, values + count, [](std::uint16_t value) { return value < 256; });
    });
    std::vector<std::array<std::uint8_t, 3>> colours(count);
    bool grey = true;
    bool extreme = true;
    for (std::size_t k = 0; k < count; ++k) {
        for (std::size_t c = 0; c < 3; ++c)
            colours[k][c] = static_cast<std::uint8_t>(small ? map[c][k] : map[c][k] >> 8);
        grey = grey && colours[k][0] == colours[k][1] && colours[k][0] == colours[k][2];
        extreme = extreme && (colours[k][0] == 0 || colours[k][0] == 255);
    }
    const int channels = grey ? 1 : 3;
    return {channels,
            [colours, channels, width = layout.width, bits = layout.bits](const std::uint8_t* samples,
                                                                          std::uint8_t* pixels) {
                for (std::size_t x = 0; x < width; ++x) {
                    const auto& colour = colours[sample_at(samples, x, bits)];
                    for (int c = 0; c < channels; ++c) *pixels++ = colour[static_cast<std::size_t>(c)];
                }
            },
            grey && extreme && layout.bits == 1};
}

RowConversion conversion_of(TIFF* tiff, const Layout& layout) {
    const bool whole =
        layout.bits == 1 || layout.bits == 2 || layout.bits == 4 || layout.bits == 8 || layout.bits == 16;
    if (layout.tiled || !whole || layout.sample_format != SAMPLEFORMAT_UINT) return {};
    if (layout.samples > 1 && layout.planes != PLANARCONFIG_CONTIG) return {};
    if (layout.is_bilevel()) return of_bilevel(layout);
    if (layout.is_grey()) return of_grey(layout);
    if (layout.photometric == PHOTOMETRIC_PALETTE && layout.samples == 1 && layout.bits <= 8)
        return of_palette(tiff, layout);
    if (layout.photometric == PHOTOMETRIC_RGB && layout.samples == 3 && layout.bits >= 8) return of_rgb(layout);
    if (layout.photometric == PHOTOMETRIC_YCBCR && layout.samples == 3 && layout.bits == 8 &&
        layout.compression == COMPRESSION_JPEG) {
        // libjpeg converts on the way out.
        if (TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB) != 0) return of_rgb(layout);
    }
    if (layout.photometric == PHOTOMETRIC_SEPARATED && layout.samples == 4 && layout.bits == 8) return of_cmyk(layout);
    return {};
}

/// Gives the number of rows that could not be read; they are white.
int read_rows(TIFF* tiff, const Layout& layout, const RowConversion& conversion, Raster& raster) {
    std::vector<std::uint8_t> samples(static_cast<std::size_t>(TIFFScanlineSize64(tiff)));
    // What libtiff decodes and what the conversion reads must agree, whatever the tags say.
    const std::uint64_t needed = (std::uint64_t{layout.width} * layout.bits * layout.samples + 7) / 8;
    if (samples.size() < needed) samples.resize(needed);
    const int strip = static_cast<int>(layout.rows_a_strip);
    int lost = 0;
    for (int y = 0; y < raster.height();) {
        if (TIFFReadScanline(tiff, samples.data(), static_cast<std::uint32_t>(y), 0) == 1) {
            conversion.read(samples.data(), raster.row(y++));
            continue;
        }
        const int next = std::min(raster.height(), (y / strip + 1) * strip);
        std::memset(raster.row(y), 255, raster.stride() * static_cast<std::size_t>(next - y));
        lost += next - y;
        y = next;
    }
    return lost;
}

void put_on_white(const std::uint32_t* rgba, Raster& raster, int y) {
    std::uint8_t* to = raster.row(y);
    for (int x = 0; x < raster.width(); ++x) {
        const std::uint32_t pixel = rgba[x];
        const unsigned white = 255 - TIFFGetA(pixel);  // libtiff has multiplied the colours by alpha
        const std::array<unsigned, 3> colour{TIFFGetR(pixel), TIFFGetG(pixel), TIFFGetB(pixel)};
        for (int c = 0; c < raster.channels(); ++c) {
            *to++ = static_cast<std::uint8_t>(std::min(255U, colour[static_cast<std::size_t>(c)] + white));
        }
    }
}

/// By libtiff's own conversion, in bands of a strip's or a tile's height. Gives the rows that could not be read.
Result<int> read_bands(TiffFile& file, const Layout& layout, Raster& raster) {
    TIFF* tiff = file.get();
    // Turning is done by the caller, once for every format.
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    char why[1024] = "";
    if (TIFFRGBAImageOK(tiff, why) == 0) return fail(damaged(Format::tiff, why));
    TIFFRGBAImage conversion{};
    if (TIFFRGBAImageBegin(&conversion, tiff, 0, why) == 0) return fail(damaged(Format::tiff, why));
    const std::unique_ptr<TIFFRGBAImage, decltype(&TIFFRGBAImageEnd)> ended(&conversion, TIFFRGBAImageEnd);
    conversion.req_orientation = ORIENTATION_TOPLEFT;

    std::uint32_t band = layout.rows_a_strip;
    if (layout.tiled) TIFFGetField(tiff, TIFFTAG_TILELENGTH, &band);
    band = std::clamp<std::uint32_t>(band, 1, layout.height);
    std::vector<std::uint32_t> rgba(std::size_t{layout.width} * band);
    int lost = 0;
    for (std::uint32_t y = 0; y < layout.height; y += band) {
        const std::uint32_t rows = std::min(band, layout.height - y);
        std::fill(rgba.begin(), rgba.end(), 0);
        conversion.row_offset = static_cast<int>(y);
        conversion.col_offset = 0;
        file.forget_messages();
        if (TIFFRGBAImageGet(&conversion, rgba.data(), layout.width, rows) == 0 || !file.message().empty()) {
            lost += static_cast<int>(rows);
        }
        for (std::uint32_t k = 0; k < rows; ++k)
            put_on_white(rgba.data() + std::size_t{k} * layout.width, raster, static_cast<int>(y + k));
    }
    return lost;
}

Resolution resolution_of(TIFF* tiff) {
    float x = 0;
    float y = 0;
    std::uint16_t unit = RESUNIT_INCH;
    TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &x);
    TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &y);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_RESOLUTIONUNIT, &unit);
    if (unit == RESUNIT_NONE) return {};
    const double inch = unit == RESUNIT_CENTIMETER ? 2.54 : 1;
    return {x * inch, y * inch};
}

Problem rows_lost(int lost, int height) {
    return content_lost({fmt::format("{} trong {} dòng điểm ảnh của trang không đọc được, để trắng", lost, height),
                         fmt::format("{} of the page's {} rows cannot be read and are white", lost, height)});
}

}  // namespace

Result<DecodedImage> decode_tiff_directory(TiffFile& file, const Limits& limits) {
    TIFF* tiff = file.get();
    const Layout layout = layout_of(tiff);
    if (const auto fits = check_pixels(layout.width, layout.height, Format::tiff, limits); !fits)
        return fail(fits.error());
    DecodedImage image;
    std::uint16_t orientation = ORIENTATION_TOPLEFT;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &orientation);
    image.orientation = orientation_of_tag(orientation);
    image.resolution = resolution_of(tiff);

    const int width = static_cast<int>(layout.width);
    const int height = static_cast<int>(layout.height);
    const RowConversion conversion = conversion_of(tiff, layout);
    Result<int> lost = 0;
    bool two_valued = conversion.two_valued;
    if (conversion.read) {
        if (TIFFScanlineSize64(tiff) > std::uint64_t{layout.width} * layout.samples * 2 + 16) {
            return fail(damaged(Format::tiff, "rows of an unlikely size"));
        }
        image.pixels = black_raster(width, height, conversion.channels);
        lost = read_rows(tiff, layout, conversion, image.pixels);
    } else {
        image.pixels = black_raster(width, height, layout.is_grey() ? 1 : 3);
        lost = read_bands(file, layout, image.pixels);
        two_valued = layout.is_bilevel();
    }
    if (!lost) return fail(lost.error());
    if (*lost >= height) return fail(damaged(Format::tiff, file.message()));
    if (*lost > 0) image.problems.push_back(rows_lost(*lost, height));
    if (two_valued) image.original = OriginalImage{OriginalImage::Coding::bilevel, ""};
    return image;
}

}  // namespace sohoa::scanners
