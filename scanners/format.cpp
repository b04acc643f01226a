#include <array>

#include "scanners/input_file.h"

namespace sohoa::scanners {

namespace {

constexpr std::size_t sniffed = 1024;

/// ISO base media files name their brands after "ftyp": the still pictures that libheif reads.
bool is_heif(std::string_view bytes) {
    static constexpr std::array<std::string_view, 9> brands{"heic", "heix", "heim", "heis", "hevc",
                                                            "hevx", "mif1", "msf1", "avif"};
    if (bytes.size() < 12 || bytes.substr(4, 4) != "ftyp") return false;
    for (const auto brand : brands) {
        if (bytes.substr(8, 4) == brand) return true;
    }
    return false;
}

bool is_tiff(std::string_view bytes) {
    using namespace std::string_view_literals;
    return bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv) || bytes.starts_with("II+\0"sv) ||
           bytes.starts_with("MM\0+"sv);
}

/// "BM" alone begins many texts: the size of the header that follows must be one that exists.
bool is_bmp(std::string_view bytes) {
    if (!bytes.starts_with("BM") || bytes.size() < 18) return false;
    static constexpr std::array<unsigned char, 8> header_sizes{12, 16, 40, 52, 56, 64, 108, 124};
    for (const auto size : header_sizes) {
        if (static_cast<unsigned char>(bytes[14]) == size && bytes[15] == 0 && bytes[16] == 0 && bytes[17] == 0)
            return true;
    }
    return false;
}

}  // namespace

std::string_view name_of(Format format) {
    switch (format) {
        case Format::jpeg:
            return "JPEG";
        case Format::png:
            return "PNG";
        case Format::tiff:
            return "TIFF";
        case Format::bmp:
            return "BMP";
        case Format::webp:
            return "WebP";
        case Format::heic:
            return "HEIC";
        case Format::pdf:
            break;
    }
    return "PDF";
}

std::optional<Format> format_of(std::string_view first_bytes) {
    const std::string_view bytes = first_bytes.substr(0, sniffed);
    if (bytes.starts_with("\xFF\xD8\xFF")) return Format::jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return Format::png;
    if (is_tiff(bytes)) return Format::tiff;
    if (bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP") return Format::webp;
    if (is_heif(bytes)) return Format::heic;
    if (is_bmp(bytes)) return Format::bmp;
    // Acrobat takes a PDF whose header stands anywhere in the first 1 024 bytes, and mail gateways put bytes before it.
    if (bytes.find("%PDF-") != std::string_view::npos) return Format::pdf;
    return std::nullopt;
}

}  // namespace sohoa::scanners
