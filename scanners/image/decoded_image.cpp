#include "scanners/image/decoded_image.h"

#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace sohoa::scanners {

namespace {

Problem guessed(double dpi) {
    const auto whole = std::lround(dpi);
    return problem(code::dpi_guessed, {fmt::format("Tệp không ghi độ phân giải tin được, ước lượng {} dpi", whole),
                                       fmt::format("the file names no credible resolution, {} dpi is a guess", whole)})
        .as(Severity::note);
}

}  // namespace

Page page_of(DecodedImage image, const std::string& file, int number) {
    Page page;
    const ChosenDpi chosen = choose_dpi(image.resolution, image.pixels.size());
    page.dpi = chosen.dpi;
    page.dpi_guessed = chosen.guessed;
    page.source = {file, "", number};
    page.problems = std::move(image.problems);
    if (chosen.guessed) page.problems.push_back(guessed(chosen.dpi));
    for (auto& each : page.problems) each = std::move(each).in_file(file).on_page(number);
    page.original = std::move(image.original);
    if (page.original) {
        page.original->turn = image.orientation.turn;
        page.original->mirrored = image.orientation.mirrored;
    }
    page.pixels = oriented(std::move(image.pixels), image.orientation);
    return page;
}

}  // namespace sohoa::scanners
