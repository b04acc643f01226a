#include "pipeline/evaluate/snippets.h"

// jpeglib.h needs FILE and size_t declared before it.
#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <jpeglib.h>
#include <map>
#include <memory>
#include <utility>

#include "scanners/input_file.h"

namespace sohoa::evaluate {

namespace {

constexpr int margin = 12;    // pixels around the box
constexpr int widest = 1000;  // pixels of a snippet
constexpr int jpeg_quality = 70;

Raster part_of(const Raster& page, const Box& box) {
    Raster part(box.width, box.height, page.channels());
    for (int y = 0; y < box.height; ++y) {
        const auto* from = page.row(box.y + y) + static_cast<std::ptrdiff_t>(box.x) * page.channels();
        std::copy_n(from, part.stride(), part.row(y));
    }
    return part;
}

/// Means of factor × factor pixels.
Raster shrunk(const Raster& raster, int factor) {
    Raster small(std::max(1, raster.width() / factor), std::max(1, raster.height() / factor), raster.channels());
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width() * small.channels(); ++x) {
            const int column = x / small.channels() * factor * small.channels() + x % small.channels();
            int sum = 0;
            int count = 0;
            for (int dy = 0; dy < factor && y * factor + dy < raster.height(); ++dy) {
                for (int dx = 0; dx < factor && column / small.channels() + dx < raster.width(); ++dx, ++count) {
                    sum += raster.row(y * factor + dy)[column + dx * small.channels()];
                }
            }
            small.row(y)[x] = static_cast<std::uint8_t>(sum / count);
        }
    }
    return small;
}

/// libjpeg reports errors by calling a function that must not return.
struct JpegErrors {
    jpeg_error_mgr manager;
    std::jmp_buf back;
};

void leave(j_common_ptr info) {
    std::longjmp(reinterpret_cast<JpegErrors*>(info->err)->back, 1);  // NOLINT: libjpeg's own way out
}

/// The coded file in memory of malloc; nullptr when libjpeg failed, which for valid pixels is lack of memory only (what
/// was coded so far is then given up, as libjpeg does not tell where it stands). No object with a destructor lives
/// here, as an error leaves by longjmp.
unsigned char* coded(const std::uint8_t* pixels, std::size_t stride, Size size, int channels, unsigned long* length) {
    jpeg_compress_struct info{};
    JpegErrors errors{};
    unsigned char* out = nullptr;
    info.err = jpeg_std_error(&errors.manager);
    errors.manager.error_exit = leave;
    if (setjmp(errors.back) != 0) {  // NOLINT: libjpeg's own way out
        jpeg_destroy_compress(&info);
        return nullptr;
    }
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &out, length);
    info.image_width = static_cast<JDIMENSION>(size.width);
    info.image_height = static_cast<JDIMENSION>(size.height);
    info.input_components = channels;
    info.in_color_space = channels == 3 ? JCS_RGB : JCS_GRAYSCALE;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, jpeg_quality, TRUE);
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        JSAMPROW row = const_cast<JSAMPROW>(pixels + stride * info.next_scanline);
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    return out;
}

std::string jpeg_of(const Raster& raster) {
    unsigned long length = 0;
    const std::unique_ptr<unsigned char, decltype(&std::free)> bytes(
        coded(raster.data(), raster.stride(), raster.size(), raster.channels(), &length), &std::free);
    return bytes == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(bytes.get()), length);
}

}  // namespace

std::string snippet_jpeg(const Raster& page, const Box& box, int turn) {
    const Box wanted{box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin};
    const Box inside = intersection(wanted, {0, 0, page.width(), page.height()});
    if (box.empty() || inside.empty()) return {};
    Raster part = part_of(page, inside);
    if (turn == 90 || turn == 180 || turn == 270) part = turned(part, turn);
    if (part.width() > widest) part = shrunk(part, (part.width() + widest - 1) / widest);
    return jpeg_of(part);
}

std::vector<std::string> cut_snippets(const std::vector<Place>& places) {
    std::vector<std::string> snippets(places.size());
    std::map<std::string, std::map<int, std::vector<std::size_t>>> wanted;
    for (std::size_t k = 0; k < places.size(); ++k) {
        if (places[k].known()) wanted[places[k].scan_path][places[k].page].push_back(k);
    }
    for (const auto& [path, pages] : wanted) {
        const auto file = scanners::InputFile::open(path, {});
        if (!file) continue;
        for (const auto& [number, indices] : pages) {
            const auto page = (*file)->read_page(number);
            if (!page) continue;
            for (const std::size_t k : indices) snippets[k] = snippet_jpeg(page->pixels, places[k].box, places[k].turn);
        }
    }
    return snippets;
}

std::string base64(std::string_view bytes) {
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t k = 0; k < bytes.size(); k += 3) {
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 3; ++j) {
            group = group << 8U | (k + j < bytes.size() ? static_cast<unsigned char>(bytes[k + j]) : 0U);
        }
        for (std::size_t j = 0; j < 4; ++j) {
            text.push_back(k + j <= bytes.size() ? letters[group >> (18 - 6 * j) & 63U] : '=');
        }
    }
    return text;
}

}  // namespace sohoa::evaluate
