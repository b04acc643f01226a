#include "scanners/exif.h"

#include <libexif/exif-data.h>
#include <memory>
#include <string>

namespace sohoa::scanners {

namespace {

using namespace std::string_view_literals;
using ExifDataHandle = std::unique_ptr<ExifData, decltype(&exif_data_unref)>;

ExifEntry* entry_of(const ExifData* data, ExifIfd ifd, ExifTag tag) {
    return data->ifd[ifd] == nullptr ? nullptr : exif_content_get_entry(data->ifd[ifd], tag);
}

int short_of(const ExifData* data, ExifTag tag, int otherwise) {
    const ExifEntry* entry = entry_of(data, EXIF_IFD_0, tag);
    if (entry == nullptr || entry->format != EXIF_FORMAT_SHORT || entry->size < 2) return otherwise;
    return exif_get_short(entry->data, exif_data_get_byte_order(const_cast<ExifData*>(data)));
}

double rational_of(const ExifData* data, ExifTag tag) {
    const ExifEntry* entry = entry_of(data, EXIF_IFD_0, tag);
    if (entry == nullptr || entry->format != EXIF_FORMAT_RATIONAL || entry->size < 8) return 0;
    const ExifRational value = exif_get_rational(entry->data, exif_data_get_byte_order(const_cast<ExifData*>(data)));
    return value.denominator == 0 ? 0 : static_cast<double>(value.numerator) / value.denominator;
}

}  // namespace

ExifFacts read_exif(std::string_view block) {
    static constexpr std::size_t largest = 1 << 20;  // cameras write some kilobytes
    if (block.size() < 8 || block.size() > largest) return {};
    std::string bytes(block.starts_with("Exif\0\0"sv) ? ""sv : "Exif\0\0"sv);
    bytes += block;
    const ExifDataHandle data(exif_data_new_from_data(reinterpret_cast<const unsigned char*>(bytes.data()),
                                                      static_cast<unsigned>(bytes.size())),
                              exif_data_unref);
    if (!data) return {};
    ExifFacts facts;
    facts.orientation = orientation_of_tag(short_of(data.get(), EXIF_TAG_ORIENTATION, 1));
    const double inch = short_of(data.get(), EXIF_TAG_RESOLUTION_UNIT, 2) == 3 ? 2.54 : 1;
    facts.resolution = {rational_of(data.get(), EXIF_TAG_X_RESOLUTION) * inch,
                        rational_of(data.get(), EXIF_TAG_Y_RESOLUTION) * inch};
    facts.resolution.photographed = entry_of(data.get(), EXIF_IFD_EXIF, EXIF_TAG_EXPOSURE_TIME) != nullptr ||
                                    entry_of(data.get(), EXIF_IFD_EXIF, EXIF_TAG_FNUMBER) != nullptr;
    return facts;
}

}  // namespace sohoa::scanners
