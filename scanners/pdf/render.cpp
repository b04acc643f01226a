#include "scanners/pdf/render.h"

#include <array>
#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <unistd.h>

#include "scanners/input_problems.h"
#include "scanners/pdf/child_program.h"

namespace sohoa::scanners {

namespace {

struct Header {
    int channels = 3;
    int width = 0;
    int height = 0;
};

/// "P6 W H 255" (or P5 for grey), each followed by one white space, as pdftoppm writes it.
std::optional<Header> read_header(ChildProgram& renderer) {
    std::array<std::string, 4> words;
    std::size_t word = 0;
    for (int k = 0; k < 64 && word < words.size(); ++k) {
        char c = 0;
        if (renderer.read(&c, 1) != 1) return std::nullopt;
        if (c != ' ' && c != '\n') {
            words[word] += c;
        } else if (!words[word].empty()) {
            ++word;
        }
    }
    const Header header{words[0] == "P5" ? 1 : 3, std::atoi(words[1].c_str()), std::atoi(words[2].c_str())};
    const bool known = words[0] == "P5" || words[0] == "P6";
    if (word < words.size() || !known || words[3] != "255" || header.width < 1 || header.height < 1)
        return std::nullopt;
    return header;
}

bool has_no_colour(const Raster& raster) {
    if (raster.channels() == 1) return false;
    const std::uint8_t* pixel = raster.data();
    const std::uint8_t* end = pixel + raster.bytes();
    for (; pixel != end; pixel += 3) {
        if (pixel[0] != pixel[1] || pixel[0] != pixel[2]) return false;
    }
    return true;
}

Raster grey_of(const Raster& raster) {
    Raster grey(raster.width(), raster.height(), 1);
    const std::uint8_t* from = raster.data();
    for (std::size_t k = 0; k < grey.bytes(); ++k) grey.data()[k] = from[3 * k];
    return grey;
}

Problem render_failure(const ChildProgram& renderer, const Limits& limits) {
    if (renderer.out_of_time()) {
        return problem(code::render_failed,
                       {fmt::format("Kết xuất trang PDF quá {} giây", limits.render_seconds),
                        fmt::format("rendering the PDF page took longer than {} seconds", limits.render_seconds)},
                       {"In trang này ra ảnh rồi gửi lại", "print this page to an image and send it again"});
    }
    return problem(code::render_failed, {"Không kết xuất được trang PDF", "the PDF page could not be rendered"},
                   {"In trang này ra ảnh rồi gửi lại", "print this page to an image and send it again"});
}

}  // namespace

Result<Raster> render_first_page(int pdf, double dpi, bool grey, const Limits& limits) {
    const std::string program = find_program("pdftoppm");
    if (program.empty()) {
        return fail(code::render_failed, {"Thiếu chương trình pdftoppm", "the program pdftoppm is missing"},
                    {"Cài gói poppler-utils", "install the package poppler-utils"});
    }
    std::vector<std::string> arguments{"-q", "-cropbox", "-f", "1", "-l", "1", "-r", fmt::format("{:.6f}", dpi)};
    if (grey) arguments.emplace_back("-gray");
    arguments.emplace_back("-");
    ::lseek(pdf, 0, SEEK_SET);
    auto renderer = ChildProgram::start(program, arguments, pdf,
                                        ChildProgram::Clock::now() + std::chrono::seconds(limits.render_seconds));
    if (!renderer) return fail(renderer.error());
    const auto header = read_header(*renderer);
    if (!header) return fail(render_failure(*renderer, limits));
    if (const auto fits = check_pixels(header->width, header->height, Format::pdf, limits); !fits)
        return fail(fits.error());
    Raster raster = black_raster(header->width, header->height, header->channels);
    if (renderer->read(raster.data(), raster.bytes()) != raster.bytes()) return fail(render_failure(*renderer, limits));
    return has_no_colour(raster) ? grey_of(raster) : std::move(raster);
}

}  // namespace sohoa::scanners
