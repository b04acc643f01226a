#include "scanners/input_problems.h"

#include <fmt/format.h>

#include "base/masking.h"
#include "base/vietnamese.h"

namespace sohoa::scanners {

namespace {
const Bilingual scan_again{"Quét lại hoặc xin lại bản gốc của tệp", "scan it again or get the original file again"};
}

Problem format_unknown() {
    return problem(code::format_unknown,
                   {"Nội dung tệp không phải định dạng đọc được", "the content is of no format that can be read"},
                   {"Dùng JPEG, PNG, TIFF, BMP, WebP, HEIC hoặc PDF", "use JPEG, PNG, TIFF, BMP, WebP, HEIC or PDF"});
}

Problem truncated(Format format) {
    return problem(code::file_truncated,
                   {fmt::format("Tệp {} bị cụt, không còn gì đọc được", name_of(format)),
                    fmt::format("the {} file is cut off, nothing in it can be read", name_of(format))},
                   scan_again);
}

Problem damaged(Format format, std::string_view why) {
    const std::string detail =
        why.empty() ? std::string() : ": " + masked(single_spaced(valid_utf8(why)).substr(0, 200));
    // The library's words are English; they stand apart, for whoever is asked for help.
    const std::string detail_vi = detail.empty() ? detail : "; chi tiết kỹ thuật" + detail;
    return problem(code::file_damaged,
                   {fmt::format("Tệp {} bị hỏng, không đọc được{}", name_of(format), detail_vi),
                    fmt::format("the {} file is damaged{}", name_of(format), detail)},
                   scan_again);
}

Problem repaired(Bilingual what) {
    return problem(code::file_repaired, std::move(what),
                   {"So kết quả với bản giấy; nếu thiếu thì quét lại",
                    "compare the result with the paper; scan again if anything is missing"})
        .as(Severity::warning);
}

Problem content_lost(Bilingual what) {
    return problem(code::content_lost, std::move(what),
                   {"Mất một phần nội dung: quét lại tờ này, hoặc xin lại tệp",
                    "a part is lost: scan this paper again, or ask for the file again"})
        .as(Severity::warning);
}

Problem rows_missing(int rows, int height) {
    return content_lost(
        {fmt::format("Ảnh bị cụt: chỉ còn {} trong {} dòng điểm ảnh, phần sau để trắng", rows, height),
         fmt::format("the picture is cut off: {} of {} rows are left, the rest is white", rows, height)});
}

Problem out_of_memory() {
    return problem(code::out_of_memory, {"Không đủ bộ nhớ để đọc tệp", "not enough memory to read the file"},
                   {"Giảm --jobs hoặc thêm bộ nhớ", "lower --jobs or add memory"});
}

Problem page_missing(int number, int count) {
    return problem(code::page_missing, {fmt::format("Không có trang {}, tệp có {} trang", number, count),
                                        fmt::format("there is no page {}, the file has {}", number, count)});
}

Result<void> check_pixels(long long width, long long height, Format format, const Limits& limits) {
    if (width < 1 || height < 1) return fail(damaged(format, fmt::format("{} x {} pixels", width, height)));
    if (width <= limits.pixels / height) return {};
    // A long row of digits would be masked as if it were somebody's number.
    const double megapixels = static_cast<double>(limits.pixels) / 1e6;
    return fail(code::too_many_pixels,
                {fmt::format("Ảnh {} × {} điểm vượt giới hạn {} triệu điểm", width, height, megapixels),
                 fmt::format("the picture has {} × {} pixels, the limit is {} megapixels", width, height, megapixels)},
                {"Quét với độ phân giải thấp hơn, hoặc nâng giới hạn bằng --max-megapixels",
                 "scan at a lower resolution, or raise the limit with --max-megapixels"});
}

Result<void> check_pages(long long count, const Limits& limits) {
    if (count < 1) {
        return fail(code::no_pages, {"Tệp không có trang nào", "the file has no pages"}, scan_again);
    }
    if (count <= limits.pages) return {};
    return fail(code::too_many_pages,
                {fmt::format("Tệp có {} trang, giới hạn là {}", count, limits.pages),
                 fmt::format("the file has {} pages, the limit is {}", count, limits.pages)},
                {"Chia tệp thành nhiều tệp nhỏ hơn, hoặc nâng giới hạn bằng --max-pages",
                 "split the file into smaller ones, or raise the limit with --max-pages"});
}

}  // namespace sohoa::scanners
