#include "ocr/quality_words.h"

#include <algorithm>
#include <array>
#include <string>

namespace sohoa::ocr {

namespace {

struct Entry {
    std::string_view issue;
    IssueWords words;
};

}  // namespace

IssueWords words_for_issue(std::string_view issue) {
    static const std::array<Entry, 11> all{{
        {"blurred",
         {{"Ảnh mờ", "the picture is blurred"},
          {"Xin chụp lại: giữ yên máy, lấy nét vào chữ", "take it again: hold still, focus on the text"}}},
        {"low_resolution",
         {{"Chữ quá ít điểm ảnh", "the print has too few pixels"},
          {"Quét lại ở 300 dpi (chữ nhỏ: 400–600), hoặc chụp gần hơn",
           "scan at 300 dpi (small print: 400–600), or take the picture from nearer"}}},
        {"low_contrast",
         {{"Chữ quá nhạt so với giấy", "the print is too faint"},
          {"Quét lại với độ đậm cao hơn; nếu là bản sao, tìm bản gốc",
           "scan again with more contrast; of a copy, look for the original"}}},
        {"dark",
         {{"Ảnh quá tối", "the picture is too dark"},
          {"Chụp lại nơi đủ sáng, hoặc tăng độ sáng máy quét", "take it again in more light, or brighten the scan"}}},
        {"glare",
         {{"Có vùng bị lóa sáng", "light glares on a part of the page"},
          {"Chụp lại: nghiêng giấy khỏi ngọn đèn, tắt đèn flash", "take it again away from the lamp, without flash"}}},
        {"page_cut",
         {{"Trang bị cắt mất mép", "the page is cut off at an edge"},
          {"Quét hoặc chụp lại cho đủ bốn mép giấy", "scan again with all four edges of the paper"}}},
        {"corner_missing",
         {{"Mất góc giấy", "a corner of the paper is missing"},
          {"Xem chữ ở góc còn đủ không; nếu giấy bị gập, trải phẳng rồi quét lại",
           "see whether its text is whole; where the paper is folded, flatten it and scan again"}}},
        {"covered",
         {{"Có vật che mép giấy (ngón tay)", "something covers the edge of the paper (a finger)"},
          {"Chụp lại, không để ngón tay lên giấy", "take it again without fingers on the paper"}}},
        {"no_text",
         {{"Không tìm thấy chữ trên trang", "no text is found on the page"},
          {"Xem ảnh có phải giấy tờ không; nếu phải, quét lại",
           "see whether it is a paper at all; if so, scan again"}}},
        {code::content_lost,
         {{"Mất một phần nội dung", "a part of the content is lost"},
          {"Quét lại tờ này, hoặc xin lại tệp", "scan this paper again, or ask for the file again"}}},
        {"unread",
         {{"Chưa đọc được chữ", "the text was not read"}, {"Xem lỗi kèm theo", "see the error that stands beside it"}}},
    }};
    const auto known = std::find_if(all.begin(), all.end(), [&](const Entry& each) { return each.issue == issue; });
    if (known != all.end()) return known->words;
    return {{std::string(issue), ""}, {}};
}

Bilingual words_for_verdict(std::string_view verdict) {
    if (verdict == "good") return {"tốt", "good"};
    if (verdict == "doubtful") return {"nên xem lại", "doubtful"};
    if (verdict == "bad") return {"kém", "bad"};
    return {std::string(verdict), ""};
}

Problem problem_of_issue(std::string_view issue) {
    const IssueWords words = words_for_issue(issue);
    return problem(issue, words.what, words.advice).as(Severity::warning);
}

}  // namespace sohoa::ocr
