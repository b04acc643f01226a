#include "scanners/pdf/image_stream.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "scanners/image/readers.h"
#include "scanners/image/tiff_pixels.h"
#include "scanners/input_problems.h"
#include "scanners/pdf/bounded_stream.h"
#include "scanners/pdf/colour_space.h"

namespace sohoa::scanners {

namespace {

/// One filter of a stream with its parameters.
struct Filter {
    std::string name;
    QPDFObjectHandle parameters;
};

std::vector<Filter> filters_of(QPDFObjectHandle dictionary) {
    QPDFObjectHandle names = dictionary.getKey("/Filter");
    QPDFObjectHandle parameters = dictionary.getKey("/DecodeParms");
    std::vector<Filter> filters;
    if (names.isName()) {
        if (parameters.isArray() && parameters.getArrayNItems() == 1) parameters = parameters.getArrayItem(0);
        filters.push_back({names.getName(), parameters});
    }
    if (!names.isArray()) return filters;
    for (int k = 0; k < std::min(names.getArrayNItems(), 16); ++k) {
        QPDFObjectHandle name = names.getArrayItem(k);
        const bool listed = parameters.isArray() && k < parameters.getArrayNItems();
        filters.push_back(
            {name.isName() ? name.getName() : "", listed ? parameters.getArrayItem(k) : QPDFObjectHandle::newNull()});
    }
    return filters;
}

bool is_stencil(QPDFObjectHandle dictionary) {
    QPDFObjectHandle stencil = dictionary.getKey("/ImageMask");
    return stencil.isBool() && stencil.getBoolValue();
}

long long integer_of(QPDFObjectHandle object, long long otherwise) {
    return object.isInteger() ? object.getIntValue() : otherwise;
}

/// What a filter that makes images gets: the stream's bytes with the filters before it undone.
std::optional<std::string> bytes_before_last_filter(const QPDFObjectHandle& image, std::vector<Filter>& filters) {
    auto raw = raw_stream(image);
    if (!raw || filters.size() == 1) return raw;
    static constexpr std::size_t largest = std::size_t{512} << 20;
    QPDF scratch;
    scratch.emptyPDF();
    scratch.setSuppressWarnings(true);
    QPDFObjectHandle inner = QPDFObjectHandle::newStream(&scratch, *raw);
    QPDFObjectHandle names = QPDFObjectHandle::newArray();
    QPDFObjectHandle parameters = QPDFObjectHandle::newArray();
    for (std::size_t k = 0; k + 1 < filters.size(); ++k) {
        names.appendItem(QPDFObjectHandle::newName(filters[k].name));
        QPDFObjectHandle& one = filters[k].parameters;
        parameters.appendItem(one.isDictionary() ? QPDFObjectHandle::parse(one.unparseResolved())
                                                 : QPDFObjectHandle::newNull());
    }
    inner.getDict().replaceKey("/Filter", names);
    inner.getDict().replaceKey("/DecodeParms", parameters);
    return bounded_stream(inner, largest);
}

std::optional<SampleReader> sample_reader(QPDFObjectHandle dictionary, const ImageFacts& facts) {
    ColourSpace space;  // a stencil paints where samples are 0: as if they were grey
    if (!is_stencil(dictionary)) {
        const auto named = colour_space_of(dictionary.getKey("/ColorSpace"));
        if (!named) return std::nullopt;
        space = *named;
    }
    return SampleReader::make(std::move(space), facts.bits, dictionary.getKey("/Decode"),
                              static_cast<int>(facts.width));
}

std::optional<DecodedImage> decode_dct(const std::string& jpeg, const QPDFObjectHandle& dictionary,
                                       const ImageFacts& facts, QPDFObjectHandle parameters, const Limits& limits) {
    const auto reader = sample_reader(dictionary, facts);
    const bool transformed = parameters.isDictionary() && integer_of(parameters.getKey("/ColorTransform"), 1) != 1;
    if (!reader || reader->is_inverted() || transformed) return std::nullopt;
    auto image = decode_jpeg(jpeg, limits);
    if (!image) return std::nullopt;
    const bool as_said = image->pixels.width() == facts.width && image->pixels.height() == facts.height &&
                         image->pixels.channels() == reader->channels();
    if (!as_said) return std::nullopt;
    // Viewers turn a JPEG in a PDF by the page's matrix alone.
    image->orientation = {};
    image->resolution = {};
    return std::move(*image);
}

void put(std::string& bytes, std::uint32_t value, int count) {
    for (int k = 0; k < count; ++k) bytes += static_cast<char>(value >> (8 * k) & 0xFF);
}

void put_entry(std::string& bytes, std::uint32_t tag, std::uint32_t value) {
    put(bytes, tag, 2);
    put(bytes, 4, 2);  // LONG
    put(bytes, 1, 4);
    put(bytes, value, 4);
}

/// A TIFF file of one strip around G4 data, for libtiff.
std::string tiff_around(const std::string& data, const ImageFacts& facts, bool zero_is_white) {
    static constexpr std::uint32_t entries = 8;
    static constexpr std::uint32_t data_at = 8 + 2 + entries * 12 + 4;
    std::string tiff("II*\0", 4);
    put(tiff, 8, 4);
    put(tiff, entries, 2);
    put_entry(tiff, TIFFTAG_IMAGEWIDTH, static_cast<std::uint32_t>(facts.width));
    put_entry(tiff, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(facts.height));
    put_entry(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    put_entry(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
    put_entry(tiff, TIFFTAG_PHOTOMETRIC, zero_is_white ? PHOTOMETRIC_MINISWHITE : PHOTOMETRIC_MINISBLACK);
    put_entry(tiff, TIFFTAG_STRIPOFFSETS, data_at);
    put_entry(tiff, TIFFTAG_ROWSPERSTRIP, static_cast<std::uint32_t>(facts.height));
    put_entry(tiff, TIFFTAG_STRIPBYTECOUNTS, static_cast<std::uint32_t>(data.size()));
    put(tiff, 0, 4);
    return tiff + data;
}

std::optional<DecodedImage> decode_ccitt(const std::string& data, const QPDFObjectHandle& dictionary,
                                         const ImageFacts& facts, QPDFObjectHandle parameters, const Limits& limits) {
    const auto reader = sample_reader(dictionary, facts);
    if (!reader || !reader->is_bilevel() || !parameters.isDictionary()) return std::nullopt;
    const auto is_set = [&](const char* key) {
        QPDFObjectHandle value = parameters.getKey(key);
        return value.isBool() && value.getBoolValue();
    };
    const bool group_4 = integer_of(parameters.getKey("/K"), 0) < 0;
    if (!group_4 || is_set("/EncodedByteAlign")) return std::nullopt;
    if (integer_of(parameters.getKey("/Columns"), 1728) != facts.width || data.size() > (1U << 30)) return std::nullopt;

    // What the sample value is that stands for the fax's white, and the pixel that this value means.
    const unsigned char white_sample = is_set("/BlackIs1") ? 0x00 : 0x80;
    std::vector<std::uint8_t> first(static_cast<std::size_t>(facts.width));
    const std::vector<unsigned char> samples(reader->bytes_a_row(), white_sample);
    reader->read_row(samples.data(), first.data());
    const std::string tiff = tiff_around(data, facts, first[0] == 255);
    auto file = TiffFile::open(std::string_view(tiff), limits);
    if (!file) return std::nullopt;
    auto image = decode_tiff_directory(*file, limits);
    if (!image) return std::nullopt;
    image->resolution = {};
    return std::move(*image);
}

std::optional<DecodedImage> decode_samples(QPDFObjectHandle stream, const ImageFacts& facts) {
    const auto reader = sample_reader(stream.getDict(), facts);
    if (!reader) return std::nullopt;
    DecodedImage image;
    image.pixels = black_raster(static_cast<int>(facts.width), static_cast<int>(facts.height), reader->channels());
    std::vector<unsigned char> row(reader->bytes_a_row());
    std::size_t filled = 0;
    int y = 0;
    // The samples go row by row into the raster, so that only one copy of the page is ever there.
    decode_stream(stream, [&](const unsigned char* bytes, std::size_t count) {
        while (count > 0 && y < image.pixels.height()) {
            const std::size_t part = std::min(count, row.size() - filled);
            std::memcpy(row.data() + filled, bytes, part);
            bytes += part;
            count -= part;
            filled += part;
            if (filled < row.size()) break;
            reader->read_row(row.data(), image.pixels.row(y++));
            filled = 0;
        }
        return y < image.pixels.height();
    });
    if (y == 0) return std::nullopt;
    if (y < image.pixels.height()) {
        std::memset(image.pixels.row(y), 255,
                    image.pixels.stride() * static_cast<std::size_t>(image.pixels.height() - y));
        image.problems.push_back(rows_missing(y, image.pixels.height()));
    }
    if (reader->is_bilevel()) image.original = OriginalImage{OriginalImage::Coding::bilevel, ""};
    return image;
}

bool is_one_of(const std::string& name, std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(), [&](const char* each) { return name == each; });
}

}  // namespace

ImageFacts facts_of(QPDFObjectHandle image) {
    QPDFObjectHandle dictionary = image.getDict();
    ImageFacts facts;
    facts.width = integer_of(dictionary.getKey("/Width"), 0);
    facts.height = integer_of(dictionary.getKey("/Height"), 0);
    facts.bits = is_stencil(dictionary) ? 1 : static_cast<int>(integer_of(dictionary.getKey("/BitsPerComponent"), 0));
    if (is_stencil(dictionary)) {
        facts.grey = true;
    } else if (const auto space = colour_space_of(dictionary.getKey("/ColorSpace"))) {
        facts.grey = space->is_grey();
    }
    return facts;
}

std::optional<DecodedImage> decode_image_stream(QPDFObjectHandle stream, const Limits& limits) {
    QPDFObjectHandle dictionary = stream.getDict();
    if (dictionary.hasKey("/SMask") || dictionary.hasKey("/Mask")) return std::nullopt;
    const ImageFacts facts = facts_of(stream);
    auto filters = filters_of(dictionary);
    const std::string last = filters.empty() ? "" : filters.back().name;
    if (is_one_of(last, {"/DCTDecode", "/DCT", "/CCITTFaxDecode", "/CCF"})) {
        const auto bytes = bytes_before_last_filter(stream, filters);
        if (!bytes) return std::nullopt;
        return is_one_of(last, {"/DCTDecode", "/DCT"})
                   ? decode_dct(*bytes, dictionary, facts, filters.back().parameters, limits)
                   : decode_ccitt(*bytes, dictionary, facts, filters.back().parameters, limits);
    }
    if (is_one_of(last, {"", "/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL", "/ASCII85Decode",
                         "/A85", "/ASCIIHexDecode", "/AHx"})) {
        return decode_samples(stream, facts);
    }
    return std::nullopt;
}

}  // namespace sohoa::scanners
