#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <new>
#include <png.h>

#include "scanners/exif.h"
#include "scanners/image/readers.h"
#include "scanners/input_problems.h"

namespace sohoa::scanners {

namespace {

/// libpng behind a class. Its errors leave by longjmp, so every method that calls it holds no object with a destructor
/// and answers false when libpng gave up.
class PngDecoder {
public:
    explicit PngDecoder(std::string_view bytes) : left_(bytes) {
        png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, give_up, note_warning);
        if (png_ != nullptr) info_ = png_create_info_struct(png_);
    }
    ~PngDecoder() { png_destroy_read_struct(&png_, &info_, nullptr); }
    PngDecoder(const PngDecoder&) = delete;
    PngDecoder& operator=(const PngDecoder&) = delete;

    bool created() const { return info_ != nullptr; }
    bool read_header();
    /// Asks for 8-bit grey or RGB over white; afterwards channels() is what rows will hold.
    bool start();
    bool read_rows(Raster& raster);

    int width() const { return static_cast<int>(png_get_image_width(png_, info_)); }
    int height() const { return static_cast<int>(png_get_image_height(png_, info_)); }
    int channels() const { return png_get_channels(png_, info_); }
    bool is_interlaced() const { return passes_ > 1; }
    int rows_saved() const { return rows_saved_; }
    bool ended_early() const { return ended_early_; }
    bool harmed() const { return harmed_; }
    const char* message() const { return message_; }

    bool is_bilevel() const;
    Resolution resolution() const;
    std::string_view exif() const;

private:
    static void give_up(png_structp png, png_const_charp message);
    static void note_warning(png_structp png, png_const_charp message);
    static void read(png_structp png, png_bytep to, std::size_t count);
    bool palette_is_grey(bool two_valued) const;

    std::string_view left_;
    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
    int passes_ = 1;
    int rows_saved_ = 0;
    bool ended_early_ = false;
    bool harmed_ = false;
    bool bilevel_ = false;
    char message_[128] = "";
};

void PngDecoder::give_up(png_structp png, png_const_charp message) {
    auto& self = *static_cast<PngDecoder*>(png_get_error_ptr(png));
    std::snprintf(self.message_, sizeof self.message_, "%s", message);
    png_longjmp(png, 1);
}

void PngDecoder::note_warning(png_structp png, png_const_charp message) {
    auto& self = *static_cast<PngDecoder*>(png_get_error_ptr(png));
    // Most warnings are about colour profiles; a bad checksum means that bytes of the picture changed.
    if (std::strstr(message, "CRC") != nullptr) self.harmed_ = true;
}

void PngDecoder::read(png_structp png, png_bytep to, std::size_t count) {
    auto& self = *static_cast<PngDecoder*>(png_get_io_ptr(png));
    if (count > self.left_.size()) {
        self.ended_early_ = true;
        png_error(png, "end of file");
    }
    std::memcpy(to, self.left_.data(), count);
    self.left_.remove_prefix(count);
}

bool PngDecoder::read_header() {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    png_set_read_fn(png_, this, read);
    png_set_crc_action(png_, PNG_CRC_WARN_USE, PNG_CRC_WARN_DISCARD);
    png_read_info(png_, info_);
    return true;
}

bool PngDecoder::palette_is_grey(bool two_valued) const {
    png_colorp colours = nullptr;
    int count = 0;
    if (png_get_PLTE(png_, info_, &colours, &count) == 0) return false;
    for (int k = 0; k < count; ++k) {
        const auto& c = colours[k];
        if (c.red != c.green || c.red != c.blue) return false;
        if (two_valued && c.red != 0 && c.red != 255) return false;
    }
    return true;
}

bool PngDecoder::is_bilevel() const {
    return bilevel_;
}

bool PngDecoder::start() {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    const int type = png_get_color_type(png_, info_);
    const bool transparent = (type & PNG_COLOR_MASK_ALPHA) != 0 || png_get_valid(png_, info_, PNG_INFO_tRNS) != 0;
    const bool grey = (type & PNG_COLOR_MASK_COLOR) == 0 || (type == PNG_COLOR_TYPE_PALETTE && palette_is_grey(false));
    bilevel_ = png_get_bit_depth(png_, info_) == 1 && !transparent &&
               (type != PNG_COLOR_TYPE_PALETTE || palette_is_grey(true));
    png_set_expand(png_);
    png_set_scale_16(png_);
    if (transparent) {
        png_color_16 white{0, 255, 255, 255, 255};
        if (png_get_bit_depth(png_, info_) == 16) white = {0, 65535, 65535, 65535, 65535};
        png_set_background(png_, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
    }
    if (grey && type == PNG_COLOR_TYPE_PALETTE) png_set_rgb_to_gray(png_, 1, -1, -1);
    passes_ = png_set_interlace_handling(png_);
    png_read_update_info(png_, info_);
    return true;
}

bool PngDecoder::read_rows(Raster& raster) {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    for (int pass = 0; pass < passes_; ++pass) {
        for (int y = 0; y < raster.height(); ++y) {
            png_read_row(png_, nullptr, raster.row(y));
            if (pass == 0) rows_saved_ = y + 1;
        }
    }
    png_read_end(png_, info_);
    return true;
}

Resolution PngDecoder::resolution() const {
    constexpr double metre = 0.0254;  // in inches, inverted
    return {png_get_x_pixels_per_meter(png_, info_) * metre, png_get_y_pixels_per_meter(png_, info_) * metre};
}

std::string_view PngDecoder::exif() const {
    png_bytep block = nullptr;
    png_uint_32 size = 0;
    if (png_get_eXIf_1(png_, info_, &size, &block) == 0) return {};
    return {reinterpret_cast<const char*>(block), size};
}

Problem failure_of(const PngDecoder& decoder) {
    return decoder.ended_early() ? truncated(Format::png) : damaged(Format::png, decoder.message());
}

void whiten(Raster& raster, int from_row) {
    if (from_row < raster.height()) {
        std::memset(raster.row(from_row), 255, raster.stride() * static_cast<std::size_t>(raster.height() - from_row));
    }
}

}  // namespace

Result<DecodedImage> decode_png(std::string_view bytes, const Limits& limits) try {
    PngDecoder decoder(bytes);
    if (!decoder.created()) return fail(out_of_memory());
    if (!decoder.read_header()) return fail(failure_of(decoder));
    if (const auto fits = check_pixels(decoder.width(), decoder.height(), Format::png, limits); !fits) {
        return fail(fits.error());
    }
    if (!decoder.start()) return fail(failure_of(decoder));
    if (decoder.channels() != 1 && decoder.channels() != 3) return fail(damaged(Format::png, "unusual channels"));

    DecodedImage image;
    image.pixels = black_raster(decoder.width(), decoder.height(), decoder.channels());
    if (decoder.is_interlaced()) whiten(image.pixels, 0);
    const bool finished = decoder.read_rows(image.pixels);
    if (decoder.rows_saved() == 0) return fail(failure_of(decoder));
    if (!finished && decoder.rows_saved() < image.pixels.height()) {
        whiten(image.pixels, decoder.rows_saved());
        image.problems.push_back(rows_missing(decoder.rows_saved(), image.pixels.height()));
    } else if (!finished || decoder.harmed()) {
        image.problems.push_back(content_lost({"Dữ liệu PNG có chỗ hỏng", "the PNG data are damaged in places"}));
    }
    const ExifFacts exif = read_exif(decoder.exif());
    image.resolution = decoder.resolution();
    if (image.resolution.x <= 0) image.resolution = exif.resolution;
    image.orientation = exif.orientation;
    if (finished && decoder.is_bilevel()) image.original = OriginalImage{OriginalImage::Coding::bilevel, ""};
    return image;
} catch (const std::bad_alloc&) {
    return fail(out_of_memory());
}

}  // namespace sohoa::scanners
