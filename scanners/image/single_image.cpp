#include <new>

#include "scanners/image/readers.h"
#include "scanners/input_problems.h"

namespace sohoa::scanners {

namespace {

using Decode = Result<DecodedImage> (*)(std::string_view, const Limits&);

Decode decoder_of(Format format) {
    switch (format) {
        case Format::png:
            return decode_png;
        case Format::bmp:
            return decode_bmp;
        case Format::webp:
            return decode_webp;
        default:
            return decode_jpeg;
    }
}

/// A file that is one picture: one page. The bytes are read when the page is.
class SingleImage : public InputFile {
public:
    SingleImage(OpenFile file, Format format, const Limits& limits)
        : file_(std::move(file)), format_(format), limits_(limits) {}

    Format format() const override { return format_; }
    int page_count() const override { return 1; }

    Result<Page> read_page(int number) override try {
        if (number != 1) return fail(page_missing(number, 1).in_file(file_.path()).on_page(number));
        const auto bytes = file_.all_bytes();
        if (!bytes) return fail(bytes.error());
        auto image = decoder_of(format_)(*bytes, limits_);
        if (!image) return fail(std::move(image.error()).in_file(file_.path()).on_page(number));
        return page_of(std::move(*image), file_.path(), number);
    } catch (const std::bad_alloc&) {
        return fail(out_of_memory().in_file(file_.path()).on_page(number));
    }

private:
    OpenFile file_;
    Format format_;
    Limits limits_;
};

}  // namespace

Result<std::unique_ptr<InputFile>> open_single_image(OpenFile file, Format format, const Limits& limits) {
    return std::make_unique<SingleImage>(std::move(file), format, limits);
}

}  // namespace sohoa::scanners
