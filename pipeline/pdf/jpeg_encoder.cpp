#include "pipeline/pdf/jpeg_encoder.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <jerror.h>
#include <jpeglib.h>
#include <memory>
#include <vector>

namespace sohoa::pdf {

namespace {

struct ErrorCatcher {
    jpeg_error_mgr manager;
    jmp_buf back;
    char text[JMSG_LENGTH_MAX];
    bool memory;
};

[[noreturn]] void jump_back(j_common_ptr state) {
    auto* catcher = reinterpret_cast<ErrorCatcher*>(state->err);
    catcher->memory = state->err->msg_code == JERR_OUT_OF_MEMORY;
    state->err->format_message(state, catcher->text);
    std::longjmp(catcher->back, 1);
}

void say_nothing(j_common_ptr) {}

struct Output {
    unsigned char* bytes = nullptr;  ///< from malloc, by libjpeg
    unsigned long size = 0;
    ~Output() { std::free(bytes); }
};

/// libjpeg leaves by longjmp on errors, so nothing here owns anything. `grey_row` holds one row when an RGB raster is
/// coded as grey, else it is null.
bool compress(const Raster& raster, int quality, JSAMPLE* grey_row, Output& output, ErrorCatcher& catcher) {
    jpeg_compress_struct state{};
    state.err = jpeg_std_error(&catcher.manager);
    catcher.manager.error_exit = jump_back;
    catcher.manager.output_message = say_nothing;
    if (setjmp(catcher.back) != 0) {
        jpeg_destroy_compress(&state);
        return false;
    }
    jpeg_create_compress(&state);
    jpeg_mem_dest(&state, &output.bytes, &output.size);
    const bool colour = raster.channels() == 3 && grey_row == nullptr;
    state.image_width = static_cast<JDIMENSION>(raster.width());
    state.image_height = static_cast<JDIMENSION>(raster.height());
    state.input_components = colour ? 3 : 1;
    state.in_color_space = colour ? JCS_RGB : JCS_GRAYSCALE;
    jpeg_set_defaults(&state);  // 4:2:0 for colour
    jpeg_set_quality(&state, quality, TRUE);
    state.optimize_coding = TRUE;
    jpeg_start_compress(&state, TRUE);
    while (state.next_scanline < state.image_height) {
        const JSAMPLE* row = raster.row(static_cast<int>(state.next_scanline));
        if (grey_row != nullptr) {
            for (int x = 0; x < raster.width(); ++x) grey_row[x] = row[std::size_t{3} * static_cast<std::size_t>(x)];
            row = grey_row;
        }
        JSAMPLE* rows[] = {const_cast<JSAMPLE*>(row)};  // libjpeg only reads
        jpeg_write_scanlines(&state, rows, 1);
    }
    jpeg_finish_compress(&state);
    jpeg_destroy_compress(&state);
    return true;
}

}  // namespace

bool is_grey(const Raster& raster) {
    if (raster.channels() == 1) return true;
    for (int y = 0; y < raster.height(); ++y) {
        const std::uint8_t* pixel = raster.row(y);
        for (int x = 0; x < raster.width(); ++x, pixel += 3) {
            if (pixel[0] != pixel[1] || pixel[1] != pixel[2]) return false;
        }
    }
    return true;
}

Result<std::string> encode_jpeg(const Raster& raster, int quality) try {
    std::vector<JSAMPLE> grey_row;
    if (raster.channels() == 3 && is_grey(raster)) grey_row.resize(static_cast<std::size_t>(raster.width()));
    Output output;
    auto catcher = std::make_unique<ErrorCatcher>();
    if (!compress(raster, std::clamp(quality, 1, 100), grey_row.empty() ? nullptr : grey_row.data(), output,
                  *catcher)) {
        if (catcher->memory)
            return fail(code::out_of_memory, {"Hết bộ nhớ khi nén ảnh", "out of memory while coding the image"});
        const std::string why = catcher->text;
        return fail(code::pdf_failed, {"Không nén được ảnh JPEG: " + why, "the image cannot be coded as JPEG: " + why});
    }
    return std::string(reinterpret_cast<const char*>(output.bytes), output.size);
} catch (const std::bad_alloc&) {
    return fail(code::out_of_memory, {"Hết bộ nhớ khi nén ảnh", "out of memory while coding the image"});
}

}  // namespace sohoa::pdf
