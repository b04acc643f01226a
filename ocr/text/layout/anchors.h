#pragma once
#include <string>
#include <string_view>

/// Words by which the parts of Vietnamese official papers are known (Decree 30/2020/NĐ-CP, Annex I), found in readings
/// with damaged letters and marks.
namespace sohoa::ocr {

/// Part of the national motto or of the Party's heading: the head of the right column of a letterhead.
bool says_motto(std::string_view text);

/// "Số: 12/QĐ-UBND" as a line of its own.
bool says_number(std::string_view text);

/// "Hà Nội, ngày … tháng … năm …" as a line of its own.
bool says_place_and_date(std::string_view text);

/// "Kính gửi: …": whom a letter goes to; the first line below a letterhead.
bool says_addressee(std::string_view text);

/// "Nơi nhận:": the head of the recipients, left of the signature.
bool says_recipients(std::string_view text);

/// Who signs and how: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "GIÁM ĐỐC", "Người yêu cầu", "(Ký, ghi rõ họ tên)".
bool says_signer(std::string_view text);

/// Letters of the label that a line of a form begins with ("Dân tộc:" → "dantoc"); empty where there is none.
std::string label_of(std::string_view text);

/// Nothing but a page number: "2", "- 2 -", "Trang 2/5".
bool says_page_number(std::string_view text);

}  // namespace sohoa::ocr
