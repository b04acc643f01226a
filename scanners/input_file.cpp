#include "scanners/input_file.h"

#include <new>

#include "scanners/image/readers.h"
#include "scanners/input_problems.h"
#include "scanners/open_file.h"
#include "scanners/pdf/pdf_input.h"

namespace sohoa::scanners {

namespace {

Result<std::unique_ptr<InputFile>> open_as(Format format, OpenFile file, const Limits& limits) {
    switch (format) {
        case Format::pdf:
            return open_pdf(std::move(file), limits);
        case Format::tiff:
            return open_tiff(std::move(file), limits);
        case Format::heic:
            return open_heic(std::move(file), limits);
        default:
            return open_single_image(std::move(file), format, limits);
    }
}

}  // namespace

Result<std::unique_ptr<InputFile>> InputFile::open(const std::string& path, const Limits& limits) try {
    auto file = OpenFile::open(path, limits.bytes);
    if (!file) return fail(file.error());
    const auto first = file->first_bytes(1024);
    if (!first) return fail(first.error());
    const auto format = format_of(*first);
    if (!format) return fail(format_unknown().in_file(path));
    auto opened = open_as(*format, std::move(*file), limits);
    if (!opened) return fail(std::move(opened.error()).in_file(path));
    return opened;
} catch (const std::bad_alloc&) {
    return fail(out_of_memory().in_file(path));
}

}  // namespace sohoa::scanners
