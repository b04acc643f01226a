#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <jerror.h>
#include <jpeglib.h>
#include <new>
#include <vector>

#include "scanners/exif.h"
#include "scanners/image/readers.h"
#include "scanners/input_problems.h"

namespace sohoa::scanners {

namespace {

using namespace std::string_view_literals;

/// libjpeg-turbo behind a class. Its errors leave by longjmp, so every method that calls it holds no object with a
/// destructor and answers false when libjpeg gave up.
class JpegDecoder {
public:
    explicit JpegDecoder(std::string_view bytes);
    ~JpegDecoder() { jpeg_destroy_decompress(&decoder_); }
    JpegDecoder(const JpegDecoder&) = delete;
    JpegDecoder& operator=(const JpegDecoder&) = delete;

    bool read_header();
    bool start();
    /// Fills the raster from the top; CMYK goes through `row` (4 bytes a pixel).
    bool read_rows(Raster& raster, std::uint8_t* row);

    const jpeg_decompress_struct& info() const { return decoder_; }
    int channels() const { return decoder_.num_components == 1 ? 1 : 3; }
    bool is_cmyk() const { return decoder_.num_components == 4; }
    bool ended_early() const { return ended_early_; }
    bool harmed() const { return harmed_; }
    /// Rows from the top that hold something of the picture; the height when nothing is missing.
    int rows_saved() const { return rows_saved_ < 0 ? static_cast<int>(decoder_.image_height) : rows_saved_; }
    bool out_of_memory() const { return errors_.msg_code == JERR_OUT_OF_MEMORY; }
    const char* message() const { return message_; }
    std::string_view exif() const;

private:
    static JpegDecoder& of(j_common_ptr common) { return *static_cast<JpegDecoder*>(common->client_data); }
    static void give_up(j_common_ptr common);
    static void note_warning(j_common_ptr common, int level);
    static void watch_scans(j_common_ptr common);

    jpeg_decompress_struct decoder_{};
    jpeg_error_mgr errors_{};
    jpeg_progress_mgr progress_{};
    std::jmp_buf escape_{};
    char message_[JMSG_LENGTH_MAX] = "";
    bool ended_early_ = false;
    bool harmed_ = false;
    int rows_saved_ = -1;
};

JpegDecoder::JpegDecoder(std::string_view bytes) {
    decoder_.err = jpeg_std_error(&errors_);
    errors_.error_exit = give_up;
    errors_.emit_message = note_warning;
    errors_.output_message = [](j_common_ptr) {};
    decoder_.client_data = this;
    if (setjmp(escape_) != 0) return;
    jpeg_create_decompress(&decoder_);
    decoder_.client_data = this;
    progress_.progress_monitor = watch_scans;
    decoder_.progress = &progress_;
    jpeg_mem_src(&decoder_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_save_markers(&decoder_, JPEG_APP0 + 1, 0xFFFF);
}

void JpegDecoder::give_up(j_common_ptr common) {
    JpegDecoder& self = of(common);
    common->err->format_message(common, self.message_);
    std::longjmp(self.escape_, 1);
}

void JpegDecoder::note_warning(j_common_ptr common, int level) {
    if (level >= 0) return;
    JpegDecoder& self = of(common);
    const int warning = common->err->msg_code;
    if (warning == JWRN_EXTRANEOUS_DATA || warning == JWRN_ADOBE_XFORM)
        return;  // padding between markers harms nothing
    self.harmed_ = true;
    if (warning == JWRN_JPEG_EOF) self.ended_early_ = true;
    const bool lost = warning == JWRN_JPEG_EOF || (warning == JWRN_HIT_MARKER && self.decoder_.restart_interval == 0);
    if (!lost || self.rows_saved_ >= 0 || self.decoder_.global_state == 0) return;
    // A later scan refines a picture that is there already; in the first one, rows of blocks not reached are lost.
    const int block_rows = self.decoder_.max_v_samp_factor * DCTSIZE;
    if (self.decoder_.input_scan_number <= 1 && block_rows > 0) {
        const auto rows = static_cast<long long>(self.decoder_.input_iMCU_row) * block_rows;
        self.rows_saved_ = static_cast<int>(std::min<long long>(rows, self.decoder_.image_height));
    }
}

void JpegDecoder::watch_scans(j_common_ptr common) {
    // A progressive file of a few kilobytes may name thousands of scans and take minutes; real ones have about ten.
    static constexpr int most_scans = 100;
    static constexpr long long most_work = 4'000'000'000;  // pixels times scans
    JpegDecoder& self = of(common);
    const int scans = self.decoder_.input_scan_number;
    const long long pixels = static_cast<long long>(self.decoder_.image_width) * self.decoder_.image_height;
    if (scans <= 20 || (scans <= most_scans && pixels * scans <= most_work)) return;
    std::snprintf(self.message_, sizeof self.message_, "%d scans and more", scans);
    std::longjmp(self.escape_, 1);
}

bool JpegDecoder::read_header() {
    if (setjmp(escape_) != 0) return false;
    jpeg_read_header(&decoder_, TRUE);
    return true;
}

bool JpegDecoder::start() {
    if (setjmp(escape_) != 0) return false;
    decoder_.out_color_space = is_cmyk() ? JCS_CMYK : channels() == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_start_decompress(&decoder_);
    return true;
}

bool JpegDecoder::read_rows(Raster& raster, std::uint8_t* row) {
    if (setjmp(escape_) != 0) {
        if (rows_saved_ < 0) rows_saved_ = static_cast<int>(decoder_.output_scanline);
        return false;
    }
    while (decoder_.output_scanline < decoder_.output_height) {
        const int y = static_cast<int>(decoder_.output_scanline);
        std::uint8_t* rows[1] = {row == nullptr ? raster.row(y) : row};
        if (jpeg_read_scanlines(&decoder_, rows, 1) != 1) break;
        if (row != nullptr) cmyk_to_rgb(row, raster.row(y), raster.width(), decoder_.saw_Adobe_marker != FALSE);
    }
    jpeg_finish_decompress(&decoder_);
    return true;
}

std::string_view JpegDecoder::exif() const {
    for (auto* marker = decoder_.marker_list; marker != nullptr; marker = marker->next) {
        const std::string_view block(reinterpret_cast<const char*>(marker->data), marker->data_length);
        if (block.starts_with("Exif\0\0"sv)) return block;
    }
    return {};
}

Resolution resolution_of(const jpeg_decompress_struct& info, const Resolution& exif) {
    Resolution resolution = exif;
    const double inch = info.density_unit == 1 ? 1 : info.density_unit == 2 ? 2.54 : 0;
    if (info.saw_JFIF_marker != FALSE && inch > 0 && info.X_density > 1 && info.Y_density > 1) {
        resolution.x = info.X_density * inch;
        resolution.y = info.Y_density * inch;
    }
    return resolution;
}

/// What a PDF's DCTDecode shows the same way everywhere: eight bits, Huffman coded, grey or YCbCr.
bool may_stand_as_it_is(const JpegDecoder& decoder) {
    const auto& info = decoder.info();
    const bool plain_colours = info.jpeg_color_space == JCS_GRAYSCALE || info.jpeg_color_space == JCS_YCbCr;
    return plain_colours && info.arith_code == FALSE && info.data_precision == 8 && !decoder.harmed();
}

Problem failure_of(const JpegDecoder& decoder) {
    if (decoder.out_of_memory()) return out_of_memory();
    if (decoder.ended_early()) return truncated(Format::jpeg);
    return damaged(Format::jpeg, decoder.message());
}

void whiten_below(Raster& raster, int row) {
    if (row < raster.height())
        std::memset(raster.row(row), 255, raster.stride() * static_cast<std::size_t>(raster.height() - row));
}

}  // namespace

void cmyk_to_rgb(const std::uint8_t* cmyk, std::uint8_t* rgb, int count, bool inverted) {
    const unsigned flip = inverted ? 0 : 255;
    for (int k = 0; k < count; ++k, cmyk += 4, rgb += 3) {
        const unsigned light = cmyk[3] ^ flip;
        for (int c = 0; c < 3; ++c) rgb[c] = static_cast<std::uint8_t>(((cmyk[c] ^ flip) * light + 127) / 255);
    }
}

Result<DecodedImage> decode_jpeg(std::string_view bytes, const Limits& limits) try {
    JpegDecoder decoder(bytes);
    if (!decoder.read_header()) return fail(failure_of(decoder));
    const auto& info = decoder.info();
    if (const auto fits = check_pixels(info.image_width, info.image_height, Format::jpeg, limits); !fits) {
        return fail(fits.error());
    }
    const ExifFacts exif = read_exif(decoder.exif());
    if (!decoder.start()) return fail(failure_of(decoder));

    DecodedImage image;
    image.pixels =
        black_raster(static_cast<int>(info.image_width), static_cast<int>(info.image_height), decoder.channels());
    std::vector<std::uint8_t> row(decoder.is_cmyk() ? std::size_t{4} * info.image_width : 0);
    const bool finished = decoder.read_rows(image.pixels, row.empty() ? nullptr : row.data());
    if (decoder.rows_saved() <= 0) return fail(failure_of(decoder));
    if (decoder.rows_saved() < image.pixels.height()) {
        whiten_below(image.pixels, decoder.rows_saved());
        image.problems.push_back(rows_missing(decoder.rows_saved(), image.pixels.height()));
    } else if (!finished || decoder.harmed()) {
        image.problems.push_back(content_lost({"Dữ liệu JPEG có chỗ hỏng", "the JPEG data are damaged in places"}));
    }
    image.resolution = resolution_of(info, exif.resolution);
    image.orientation = exif.orientation;
    if (finished && may_stand_as_it_is(decoder)) {
        // Phones append films and maps after the end of the picture; they have no place in a PDF.
        const std::size_t used = bytes.size() - info.src->bytes_in_buffer;
        image.original = OriginalImage{OriginalImage::Coding::jpeg, std::string(bytes.substr(0, used))};
    }
    return image;
} catch (const std::bad_alloc&) {
    return fail(out_of_memory());
}

}  // namespace sohoa::scanners
