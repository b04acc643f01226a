#pragma once
#include <string>

#include "base/geometry.h"
#include "base/result.h"
#include "scanners/input_file.h"
#include "scanners/limits.h"

namespace sohoa::scanners {

// The problems that several readers have, in one wording. None names a file or page yet.

/// The content is no format that is read; names those that are.
Problem format_unknown();

/// The file ends before anything could be read.
Problem truncated(Format format);

/// The file cannot be read; `why` is the library's English detail, shown masked.
Problem damaged(Format format, std::string_view why);

/// A warning: something was lost or mended, the rest was read.
Problem repaired(Bilingual what);

/// A warning: a part of the paper is gone, the rest was read.
Problem content_lost(Bilingual what);

/// A warning: the picture ends after `rows` of `height` rows; the rest of the page is white.
Problem rows_missing(int rows, int height);

Problem out_of_memory();

Problem page_missing(int number, int count);

/// Fails with too_many_pixels beyond the limit, and with file_damaged for sides below 1.
Result<void> check_pixels(long long width, long long height, Format format, const Limits& limits);

/// Fails with too_many_pages beyond the limit and no_pages below 1.
Result<void> check_pages(long long count, const Limits& limits);

}  // namespace sohoa::scanners
