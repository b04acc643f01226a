#include <algorithm>
#include <new>
#include <vector>

#include "scanners/image/readers.h"
#include "scanners/image/tiff_file.h"
#include "scanners/image/tiff_pixels.h"
#include "scanners/input_problems.h"

namespace sohoa::scanners {

namespace {

/// Where each page's directory stands, so that a page is reached without walking the chain.
struct PageList {
    std::vector<std::uint64_t> offsets;
    bool complete = true;  ///< false where the chain breaks off or runs in a circle
};

bool is_page(TIFF* tiff) {
    std::uint32_t kind = 0;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SUBFILETYPE, &kind);
    return (kind & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) == 0;
}

PageList list_pages(TIFF* tiff, int limit) {
    PageList pages;
    std::uint64_t first = TIFFCurrentDirOffset(tiff);
    while (true) {
        if (is_page(tiff)) pages.offsets.push_back(TIFFCurrentDirOffset(tiff));
        if (static_cast<long long>(pages.offsets.size()) > limit || TIFFLastDirectory(tiff) != 0) break;
        if (TIFFReadDirectory(tiff) == 0) {
            pages.complete = false;
            break;
        }
    }
    if (pages.offsets.empty()) pages.offsets.push_back(first);  // all marked as thumbnails: then one is the picture
    return pages;
}

class TiffInput : public InputFile {
public:
    TiffInput(std::string path, TiffFile tiff, PageList pages, const Limits& limits)
        : path_(std::move(path)), tiff_(std::move(tiff)), pages_(std::move(pages)), limits_(limits) {}

    Format format() const override { return Format::tiff; }
    int page_count() const override { return static_cast<int>(pages_.offsets.size()); }

    Result<Page> read_page(int number) override try {
        if (number < 1 || number > page_count()) {
            return fail(page_missing(number, page_count()).in_file(path_).on_page(number));
        }
        tiff_.forget_messages();
        auto image = read_directory(pages_.offsets[static_cast<std::size_t>(number - 1)]);
        if (!image) return fail(std::move(image.error()).in_file(path_).on_page(number));
        return page_of(std::move(*image), path_, number);
    } catch (const std::bad_alloc&) {
        return fail(out_of_memory().in_file(path_).on_page(number));
    }

    std::vector<Problem> problems() const override {
        if (pages_.complete) return {};
        return {content_lost({"Danh sách trang của tệp TIFF bị đứt, các trang sau chỗ đứt không đọc được",
                              "the TIFF file's list of pages breaks off, pages after the break cannot be read"})
                    .in_file(path_)};
    }

private:
    Result<DecodedImage> read_directory(std::uint64_t offset) {
        if (TIFFSetSubDirectory(tiff_.get(), offset) == 0) return fail(damaged(Format::tiff, tiff_.message()));
        return decode_tiff_directory(tiff_, limits_);
    }

    std::string path_;
    TiffFile tiff_;
    PageList pages_;
    Limits limits_;
};

/// The first directory's place, when the file is too short to hold it: scanners write it last.
bool is_cut_off(const OpenFile& file) {
    const auto header = file.first_bytes(16);
    if (!header || header->size() < 8) return true;
    const bool little = header->front() == 'I';
    const bool large = (*header)[little ? 2 : 3] == '+';
    const std::size_t from = large ? 8 : 4;
    const std::size_t count = large ? 8 : 4;
    if (header->size() < from + count) return true;
    std::uint64_t offset = 0;
    for (std::size_t k = 0; k < count; ++k) {
        offset = offset << 8 | static_cast<std::uint8_t>((*header)[little ? from + count - 1 - k : from + k]);
    }
    return offset == 0 || offset + 2 > file.size();
}

}  // namespace

Result<std::unique_ptr<InputFile>> open_tiff(OpenFile file, const Limits& limits) {
    if (is_cut_off(file)) return fail(truncated(Format::tiff));
    auto tiff = TiffFile::open(file.descriptor(), limits);
    if (!tiff) return fail(tiff.error());
    PageList pages = list_pages(tiff->get(), limits.pages);
    if (const auto fits = check_pages(static_cast<long long>(pages.offsets.size()), limits); !fits)
        return fail(fits.error());
    return std::make_unique<TiffInput>(file.path(), std::move(*tiff), std::move(pages), limits);
}

}  // namespace sohoa::scanners
