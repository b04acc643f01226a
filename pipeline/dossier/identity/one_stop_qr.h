#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sohoa::dossier {

/// What the QR of a paper that a one-stop system prints must say (TT 01/2023/TT-VPCP Đ.26). Texts are NFC with single
/// spaces; codes and times are in their normal forms where they could be read, else as they stand.
struct OneStopPaper {
    std::string dossier_code;    ///< mã số hồ sơ
    std::string procedure_code;  ///< mã thủ tục hành chính
    std::string owner_id;        ///< mã định danh of who does the procedure
    std::string paper_name;      ///< tên giấy tờ
    std::string system_name;     ///< tên hệ thống
    std::string published_at;    ///< thời điểm xuất bản
    std::string due_at;          ///< ngày hẹn trả, of a receipt
    std::string valid_until;     ///< thời hạn hiệu lực, of a result: a time or a text
    std::string scope;           ///< phạm vi hiệu lực, of a result

    bool operator==(const OneStopPaper&) const = default;
};

enum class OneStopLayout {
    bars,    ///< fields parted by `|`
    json,    ///< one object
    address  ///< name=value pairs joined by `&`
};

struct OneStopQr {
    OneStopPaper paper;
    OneStopLayout layout = OneStopLayout::bars;
    bool in_order = true;             ///< bars: the fields stood in the order of the rule; else told by their form
    std::vector<std::string> others;  ///< fields that are none of these, or cannot be told
};

/// The same data in the forms in which they are written and read back.
OneStopPaper normalized(const OneStopPaper& paper);

/// The text to print in the QR of our own papers: the fields of Đ.26 in its order, parted by `|`. `%` and `|` inside a
/// field are `%25` and `%7C`. Six fields, a seventh for the day of return, nine where the paper has a validity.
/// read_one_stop_qr gives back exactly normalized(paper).
///
/// nullopt where the dossier code is none, where a procedure code, an owner's identifier or a time is there and is
/// none, or where the text is longer than 1000 bytes.
std::optional<std::string> write_one_stop_qr(const OneStopPaper& paper);

/// The rule prescribes no separator, so bars, JSON and name=value pairs are read. nullopt where no dossier code is
/// found in its place: first between bars, under one of its names elsewhere. At most 4000 bytes.
std::optional<OneStopQr> read_one_stop_qr(std::string_view text);

/// The fields of name=value pairs, whose percent-encoding is undone; nullopt without a dossier code.
std::optional<OneStopQr> one_stop_from_pairs(const std::vector<std::pair<std::string, std::string>>& pairs);

}  // namespace sohoa::dossier
