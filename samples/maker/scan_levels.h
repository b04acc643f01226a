#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "samples/maker/paper.h"

namespace sohoa::maker {

/// How a paper came to be pixels: docs/contract.md, "Truth, and how text is scored".
enum class Level { clean, office, skew, stamp, photocopy, phone, book, curl };

/// What papers are scanned at where nothing else is asked for.
inline constexpr Level usual_levels[] = {Level::clean, Level::office,    Level::skew,
                                         Level::stamp, Level::photocopy, Level::phone};

inline constexpr Level all_levels[] = {Level::clean,     Level::office, Level::skew, Level::stamp,
                                       Level::photocopy, Level::phone,  Level::book, Level::curl};

std::string_view name_of(Level level);
std::optional<Level> level_named(std::string_view name);

struct Scan {
    Raster pixels;         ///< RGB, or grey for some photocopies
    int dpi = 0;           ///< to be told in the file; 0 for photographs, which do not know
    int jpeg_quality = 0;  ///< 0: lossless
};

/// The lower end of the level's JPEG qualities; 0 for clean, which is lossless.
int lowest_jpeg_quality(Level level);

/// Scans a page. The same random stream gives the same scan. `back` is what stands on the other side and shines through
/// photocopies; without it the page's own print does.
Scan scan(const PaperPage& page, const PaperPage* back, Level level, int dpi, Random random);

}  // namespace sohoa::maker
