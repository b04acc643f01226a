#include "tests/turns/made_pages.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

#include "samples/maker/catalogue.h"
#include "samples/maker/household.h"

namespace sohoa::turns {

namespace {

/// Of UTF-8: every letter counts once.
int letters_and_digits(const std::string& text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xC0U || std::isalnum(byte) != 0;
    }));
}

}  // namespace

LevelPage made_page(std::string_view kind, maker::Level level, std::uint64_t seed, int dpi, std::string_view face) {
    const maker::Random random = maker::Random(seed).branch(fmt::format("{} {}", kind, face));
    maker::Random household = random.branch("household");
    const maker::Paper paper = face.empty() ? maker::make_paper(kind, household.next(), 1, dpi)
                                            : maker::make_paper({.kind = kind, .dpi = dpi, .face = face},
                                                                maker::any_household(household), random);
    maker::Scan scan = maker::scan(paper.pages.front(), nullptr, level, dpi, random.branch(maker::name_of(level)));
    LevelPage page;
    page.name = fmt::format("{}{}{}.{}", kind, face.empty() ? "" : ".", face, maker::name_of(level));
    page.pixels = std::move(scan.pixels);
    page.dpi = dpi;
    page.letters = letters_and_digits(paper.truth.text);
    return page;
}

}  // namespace sohoa::turns
