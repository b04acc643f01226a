#include "pipeline/inspect/figure_words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

#include "ocr/image/page_quality.h"
#include "ocr/image/reading_plane.h"
#include "ocr/upright_sheet.h"

namespace sohoa::inspect {

namespace {

namespace bound = ocr::bound;

const Bilingual unknown{"không đo được: ít chữ", "cannot be told: little print"};

Bilingual same(std::string text) {
    return {text, std::move(text)};
}

Bilingual percent(double share) {
    return same(fmt::format("{:.1f} %", 100 * share));
}

Bilingual pixels(double value) {
    return value > 0 ? same(fmt::format("{:.1f} px", value)) : unknown;
}

Bilingual yes_or_no(double value) {
    return value != 0 ? Bilingual{"có", "yes"} : Bilingual{"không", "no"};
}

FigureWords letter_pixels(double value) {
    return {{"Cỡ chữ thường trên bản quét", "height of small letters on the scan"},
            pixels(value),
            {fmt::format("đủ từ {} px, kém dưới {} px", bound::few_pixels, bound::too_few_pixels),
             fmt::format("enough from {} px, bad below {} px", bound::few_pixels, bound::too_few_pixels)},
            value > 0 && value < bound::few_pixels};
}

FigureWords blur(double value) {
    return {{"Độ mờ của nét chữ, so với cỡ chữ", "blur of print, against its height"},
            value > 0 ? percent(value) : unknown,
            {fmt::format("nét đến {:.1f} %, kém trên {:.1f} %", 100 * bound::soft, 100 * bound::too_soft),
             fmt::format("sharp up to {:.1f} %, bad above {:.1f} %", 100 * bound::soft, 100 * bound::too_soft)},
            value > bound::soft};
}

FigureWords darkness(double value) {
    return {{"Độ đậm của chữ, 100 % là đen", "darkness of print, 100 % is black"},
            value > 0 ? percent(value) : unknown,
            {fmt::format("rõ từ {:.0f} %", 100 * bound::pale_print),
             fmt::format("clear from {:.0f} %", 100 * bound::pale_print)},
            value > 0 && value < bound::pale_print};
}

FigureWords paper(double value) {
    return {{"Độ sáng của giấy, 255 là trắng", "brightness of the paper, 255 is white"},
            same(fmt::format("{:.0f}", value)),
            {fmt::format("đủ sáng từ {:.0f}", bound::dim_paper), fmt::format("enough from {:.0f}", bound::dim_paper)},
            value < bound::dim_paper};
}

FigureWords glare_share(double value) {
    return {{"Phần tờ giấy bị lóa", "share of the sheet that glares"},
            same(fmt::format("{:.2f} %", 100 * value)),
            {fmt::format("được đến {:.1f} %", 100 * bound::glare), fmt::format("up to {:.1f} %", 100 * bound::glare)},
            value > bound::glare};
}

FigureWords letters_cut(double value) {
    return {{"Chữ bị mép bản quét cắt", "letters cut by the scan's edge"},
            same(fmt::format("{:.0f}", value)),
            {fmt::format("mất mép từ {} chữ", bound::letters_cut),
             fmt::format("cut off from {} letters", bound::letters_cut)},
            value >= bound::letters_cut};
}

FigureWords orientation_confidence(double value) {
    return {{"Mức chắc chắn về chiều của trang", "how sure the turn is"},
            same(fmt::format("{:.0f} %", 100 * value)),
            {fmt::format("chắc từ {:.0f} %", 100 * ocr::sure_turn),
             fmt::format("sure from {:.0f} %", 100 * ocr::sure_turn)},
            value < ocr::sure_turn};
}

FigureWords bent(double value) {
    return {{"Giấy cong, được làm phẳng", "bent paper, made flat"}, yes_or_no(value), {}, false};
}

FigureWords sheet_cut_out(double value) {
    return {
        {"Tờ giấy được cắt khỏi nền để đọc", "sheet cut out of its ground to be read"}, yes_or_no(value), {}, false};
}

FigureWords print_darkened(double value) {
    return {{"Chữ nhạt được làm đậm thêm", "faint print is darkened"},
            value > 1 ? same(fmt::format("× {:.2f}", value)) : Bilingual{"không", "no"},
            {},
            false};
}

FigureWords reading_dpi(double value) {
    return {{"Độ phân giải của ảnh để đọc", "resolution of the reading plane"},
            same(fmt::format("{:.0f} dpi", value)),
            {},
            false};
}

FigureWords x_height(double value) {
    return {{"Cỡ chữ thường trên ảnh để đọc", "height of small letters on the reading plane"},
            pixels(value),
            {fmt::format("đọc tốt nhất ở {} px", ocr::read_x_height),
             fmt::format("read best at {} px", ocr::read_x_height)},
            false};
}

FigureWords smallest_x_height(double value) {
    return {{"Cỡ của chữ nhỏ nhất trên ảnh để đọc", "height of the smallest print on the reading plane"},
            value > 0 ? pixels(value) : Bilingual{"không có chữ nhỏ riêng", "no smaller print"},
            {},
            false};
}

struct Entry {
    std::string_view figure;
    FigureWords (*words)(double value);
};

}  // namespace

FigureWords words_for_figure(const InspectedFigure& figure) {
    static constexpr std::array<Entry, 13> all{{
        {"letter_pixels", letter_pixels},
        {"blur", blur},
        {"darkness", darkness},
        {"paper", paper},
        {"glare_share", glare_share},
        {"letters_cut", letters_cut},
        {"bent", bent},
        {"sheet_cut_out", sheet_cut_out},
        {"orientation_confidence", orientation_confidence},
        {"print_darkened_times", print_darkened},
        {"reading_dpi", reading_dpi},
        {"x_height_pixels", x_height},
        {"smallest_x_height_pixels", smallest_x_height},
    }};
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const Entry& each) { return each.figure == figure.name; });
    if (known != all.end()) return known->words(figure.value);
    return {same(figure.name), same(fmt::format("{:.4g}", figure.value)), {}, false};
}

}  // namespace sohoa::inspect
