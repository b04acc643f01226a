#include "ocr/text/layout/anchors.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

/// Lower case letters without marks, nothing else: damaged marks, blanks and punctuation do not matter then.
std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char c : folded(text)) {
        if (is_letter(c)) letters += c;
    }
    return letters;
}

template <std::size_t n>
bool has_any(const std::string& letters, const std::array<std::string_view, n>& parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return letters.find(part) != std::string::npos; });
}

template <std::size_t n>
bool starts_with_any(const std::string& letters, const std::array<std::string_view, n>& heads) {
    return std::any_of(heads.begin(), heads.end(), [&](std::string_view head) { return letters.starts_with(head); });
}

/// The share of capitals among the letters.
double capitals_in(std::string_view text) {
    int letters = 0;
    int capitals = 0;
    for (const char32_t c : to_utf32(text)) {
        if (!is_vietnamese_letter(c)) continue;
        ++letters;
        capitals += is_capital(c) ? 1 : 0;
    }
    return letters > 0 ? 1.0 * capitals / letters : 0;
}

bool shouted(std::string_view text) {
    return std::string(text) == upper(text);
}

}  // namespace

bool says_motto(std::string_view text) {
    // Several stretches of each, so that one damaged letter does not hide it.
    constexpr std::array<std::string_view, 6> in_capitals{"conghoaxa",    "hoaxahoi",     "xahoichung",
                                                          "chunghiaviet", "nghiavietnam", "dangcongsan"};
    constexpr std::array<std::string_view, 3> in_any{"doclaptu", "tudohanhph", "lapdohanh"};
    const std::string letters = letters_of(text);
    if (has_any(letters, in_any)) return true;
    // "văn hóa, xã hội" is no motto.
    return capitals_in(text) >= 0.5 && has_any(letters, in_capitals);
}

bool says_number(std::string_view text) {
    const std::string letters = letters_of(text);
    return letters.starts_with("so") && letters.size() <= 24 &&
           (text.find('/') != std::string_view::npos || text.find(':') != std::string_view::npos);
}

bool says_place_and_date(std::string_view text) {
    const std::string letters = letters_of(text);
    return letters.size() <= 60 && letters.find("ngay") != std::string::npos &&
           letters.find("thang") != std::string::npos &&
           letters.find("nam", letters.find("thang")) != std::string::npos;
}

bool says_addressee(std::string_view text) {
    constexpr std::array<std::string_view, 4> heads{"kinhgui", "kinhgoi", "kinhgu", "inhgui"};
    return starts_with_any(letters_of(text), heads);
}

bool says_recipients(std::string_view text) {
    // The first letter is often damaged: a large italic N.
    constexpr std::array<std::string_view, 4> parts{"oinhan", "noinh", "oinban", "noihan"};
    const std::string letters = letters_of(text);
    return letters.size() <= 12 && has_any(letters, parts);
}

bool says_signer(std::string_view text) {
    constexpr std::array<std::string_view, 5> modes{"TM.", "KT.", "TL.", "TUQ.", "Q."};
    constexpr std::array<std::string_view, 17> titles{
        "chutich",       "phochutich",       "giamdoc",        "phogiamdoc", "hieutruong", "phohieutruong",
        "chanhvanphong", "truongphong",      "photruongphong", "botruong",   "thutruong",  "cuctruong",
        "chicuctruong",  "congchucthuchien", "nguoiky",        "bithu",      "chutoa"};
    constexpr std::array<std::string_view, 8> forms{"kyghiro",      "kytendongdau", "kyvaghiro", "nguoiyeucau",
                                                    "nguoilambieu", "nguoilapbieu", "nguoikhai", "nguoilamdon"};
    const std::string capitals = single_spaced(text);
    if (std::any_of(modes.begin(), modes.end(), [&](std::string_view mode) { return capitals.starts_with(mode); }))
        return true;
    const std::string letters = letters_of(text);
    // "(Ký, họ tên)", "(Ký, đóng dấu)", "(Ký hoặc điểm chỉ)": how to sign, whoever signs.
    if (capitals.starts_with('(') && letters.starts_with("ky") && letters.size() <= 40) return true;
    if (has_any(letters, forms)) return true;
    // "Người nộp tiền", "Nhân viên thu", "Kế toán trưởng": a role alone on its line.
    constexpr std::array<std::string_view, 10> roles{"nguoi",   "nhanvien", "ketoan",     "thuquy", "thukho",
                                                     "daidien", "thuky",    "xacnhancua", "benmua", "benban"};
    const bool alone = letters.size() <= 24 && text.find_first_of(":,.;0123456789") == std::string_view::npos;
    if (alone && starts_with_any(letters, roles)) return true;
    return shouted(text) && starts_with_any(letters, titles);
}

std::string label_of(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return {};
    const std::string letters = letters_of(text.substr(0, colon));
    return letters.size() >= 4 && letters.size() <= 40 ? letters : std::string{};
}

bool says_page_number(std::string_view text) {
    std::string number = folded(single_spaced(text));
    constexpr std::string_view page = "trang";
    if (number.starts_with(page)) number.erase(0, page.size());
    std::erase_if(number, [](char c) { return c == ' ' || c == '-' || c == '.' || c == '/'; });
    return !number.empty() && number.size() <= 6 &&
           std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace sohoa::ocr
