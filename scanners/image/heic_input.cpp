#include <cstring>
#include <libheif/heif.h>
#include <new>
#include <vector>

#include "scanners/exif.h"
#include "scanners/image/readers.h"
#include "scanners/input_problems.h"

namespace sohoa::scanners {

namespace {

using Context = std::unique_ptr<heif_context, decltype(&heif_context_free)>;
using Handle = std::unique_ptr<heif_image_handle, decltype(&heif_image_handle_release)>;
using Image = std::unique_ptr<heif_image, decltype(&heif_image_release)>;
using Options = std::unique_ptr<heif_decoding_options, decltype(&heif_decoding_options_free)>;

Problem failure_of(const heif_error& error) {
    if (error.subcode == heif_suberror_End_of_data) return truncated(Format::heic);
    if (error.code == heif_error_Memory_allocation_error) return out_of_memory();
    return damaged(Format::heic, error.message == nullptr ? "" : error.message);
}

/// libheif has turned and mirrored the picture already (its own boxes say how, not EXIF): only the resolution counts.
Resolution resolution_of(const heif_image_handle* handle) {
    heif_item_id id = 0;
    if (heif_image_handle_get_list_of_metadata_block_IDs(handle, "Exif", &id, 1) != 1) return {};
    const std::size_t size = heif_image_handle_get_metadata_size(handle, id);
    if (size < 8 || size > (1 << 20)) return {};
    std::string block(size, '\0');
    if (heif_image_handle_get_metadata(handle, id, block.data()).code != heif_error_Ok) return {};
    // Four bytes say how far on the TIFF header stands.
    std::size_t skip = 0;
    for (std::size_t k = 0; k < 4; ++k) skip = skip << 8 | static_cast<std::uint8_t>(block[k]);
    return skip > size - 4 ? Resolution{} : read_exif(std::string_view(block).substr(4 + skip)).resolution;
}

void copy_on_white(const std::uint8_t* from, int stride, bool alpha, Raster& raster) {
    for (int y = 0; y < raster.height(); ++y, from += stride) {
        std::uint8_t* to = raster.row(y);
        if (!alpha) {
            std::memcpy(to, from, raster.stride());
            continue;
        }
        for (int x = 0; x < raster.width(); ++x, to += 3) {
            const std::uint8_t* pixel = from + std::ptrdiff_t{4} * x;
            for (int c = 0; c < 3; ++c) {
                to[c] = static_cast<std::uint8_t>((pixel[c] * pixel[3] + 255U * (255U - pixel[3]) + 127U) / 255U);
            }
        }
    }
}

Result<DecodedImage> decode(const heif_image_handle* handle, const Limits& limits) {
    if (const auto fits = check_pixels(heif_image_handle_get_width(handle), heif_image_handle_get_height(handle),
                                       Format::heic, limits);
        !fits) {
        return fail(fits.error());
    }
    const bool alpha = heif_image_handle_has_alpha_channel(handle) != 0;
    const Options options(heif_decoding_options_alloc(), heif_decoding_options_free);
    if (options) options->convert_hdr_to_8bit = 1;
    heif_image* decoded = nullptr;
    const heif_error error =
        heif_decode_image(handle, &decoded, heif_colorspace_RGB,
                          alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options.get());
    const Image picture(decoded, heif_image_release);
    if (error.code != heif_error_Ok) return fail(failure_of(error));
    int stride = 0;
    const std::uint8_t* from = heif_image_get_plane_readonly(picture.get(), heif_channel_interleaved, &stride);
    const int width = heif_image_get_width(picture.get(), heif_channel_interleaved);
    const int height = heif_image_get_height(picture.get(), heif_channel_interleaved);
    if (from == nullptr || width < 1 || height < 1 || stride < width * (alpha ? 4 : 3)) {
        return fail(damaged(Format::heic, "no pixels"));
    }
    DecodedImage image;
    image.pixels = black_raster(width, height, 3);
    copy_on_white(from, stride, alpha, image.pixels);
    image.resolution = resolution_of(handle);
    return image;
}

/// Each top-level picture is a page; thumbnails and depth maps are none.
class HeicInput : public InputFile {
public:
    HeicInput(std::string path, std::unique_ptr<std::string> bytes, Context context, std::vector<heif_item_id> pages,
              const Limits& limits)
        : path_(std::move(path)),
          bytes_(std::move(bytes)),
          context_(std::move(context)),
          pages_(std::move(pages)),
          limits_(limits) {}

    Format format() const override { return Format::heic; }
    int page_count() const override { return static_cast<int>(pages_.size()); }

    Result<Page> read_page(int number) override try {
        if (number < 1 || number > page_count()) {
            return fail(page_missing(number, page_count()).in_file(path_).on_page(number));
        }
        heif_image_handle* raw = nullptr;
        const heif_error error =
            heif_context_get_image_handle(context_.get(), pages_[static_cast<std::size_t>(number - 1)], &raw);
        const Handle handle(raw, heif_image_handle_release);
        if (error.code != heif_error_Ok) return fail(failure_of(error).in_file(path_).on_page(number));
        auto image = decode(handle.get(), limits_);
        if (!image) return fail(std::move(image.error()).in_file(path_).on_page(number));
        return page_of(std::move(*image), path_, number);
    } catch (const std::bad_alloc&) {
        return fail(out_of_memory().in_file(path_).on_page(number));
    }

private:
    std::string path_;
    std::unique_ptr<std::string> bytes_;  // the context reads from them
    Context context_;
    std::vector<heif_item_id> pages_;
    Limits limits_;
};

}  // namespace

Result<std::unique_ptr<InputFile>> open_heic(OpenFile file, const Limits& limits) {
    auto read = file.all_bytes();
    if (!read) return fail(read.error());
    auto bytes = std::make_unique<std::string>(std::move(*read));
    Context context(heif_context_alloc(), heif_context_free);
    if (!context) return fail(out_of_memory());
    const heif_error error =
        heif_context_read_from_memory_without_copy(context.get(), bytes->data(), bytes->size(), nullptr);
    if (error.code != heif_error_Ok) return fail(failure_of(error));
    const int count = heif_context_get_number_of_top_level_images(context.get());
    if (const auto fits = check_pages(count, limits); !fits) return fail(fits.error());
    std::vector<heif_item_id> pages(static_cast<std::size_t>(count));
    pages.resize(
        static_cast<std::size_t>(heif_context_get_list_of_top_level_image_IDs(context.get(), pages.data(), count)));
    return std::make_unique<HeicInput>(file.path(), std::move(bytes), std::move(context), std::move(pages), limits);
}

}  // namespace sohoa::scanners
