#include "pipeline/sign/report.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/masking.h"

namespace sohoa::sign {

namespace {

bool is_timestamp(const SignatureReport& report) {
    return report.format == "document timestamp";
}

/// "14:05 ngày 26/11/2024" from ISO 8601; the offset is told where it is not Vietnam's.
Bilingual readable_time(const std::string& iso) {
    constexpr std::size_t whole = 25;  // 2024-11-26T14:05:09+07:00
    if (iso.size() != whole) return {iso, iso};
    const std::string clock = iso.substr(11, 5);
    const std::string offset = iso.substr(19);
    const bool here = offset == "+07:00";
    return {fmt::format("{} ngày {}/{}/{}{}", clock, iso.substr(8, 2), iso.substr(5, 2), iso.substr(0, 4),
                        here ? "" : " (múi giờ " + offset + ")"),
            fmt::format("{} {} ({})", iso.substr(0, 10), clock, offset)};
}

Bilingual content(const SignatureReport& report) {
    if (!report.intact) {
        const Bilingual why = report.findings.empty() ? Bilingual{"không kiểm tra được", "it cannot be checked"}
                                                      : report.findings.front().message;
        return {"CHỮ KÝ KHÔNG HỢP LỆ: " + why.vi, "THE SIGNATURE IS NOT VALID: " + why.en};
    }
    switch (report.later_changes) {
        case LaterChanges::content_changed:
            return {"NỘI DUNG ĐÃ BỊ THAY ĐỔI SAU KHI KÝ", "THE CONTENT WAS CHANGED AFTER SIGNING"};
        case LaterChanges::undecided:
            return {"tệp được cập nhật sau khi ký, KHÔNG xác định được nội dung còn nguyên vẹn hay không",
                    "the file was updated after signing, and whether its content is intact CANNOT be told"};
        case LaterChanges::signed_or_filled:
            return {"nội dung nguyên vẹn từ khi ký (sau đó tệp được ký thêm hoặc điền biểu mẫu, là việc được phép)",
                    "content intact since signing (later signatures or filled form fields, which are allowed)"};
        case LaterChanges::none:
        case LaterChanges::evidence_added:
            break;
    }
    return {"nội dung nguyên vẹn từ khi ký", "content intact since signing"};
}

void append(Bilingual& text, const Bilingual& part) {
    text.vi += "; " + part.vi;
    text.en += "; " + part.en;
}

void append_certificate(const SignatureReport& report, Bilingual& text) {
    if (report.signer.empty()) return;
    const std::string issuer = masked(report.issuer);
    append(text, report.trusted ? Bilingual{"chứng thư do " + issuer + " cấp, đơn vị cấp đã được xác minh",
                                            "certificate issued by " + issuer + ", a trusted issuer"}
                                : Bilingual{"chứng thư do " + issuer + " cấp", "certificate issued by " + issuer});
    if (!report.certificate_valid_at_signing) {
        append(text, {"chứng thư KHÔNG có hiệu lực vào lúc ký", "the certificate was NOT valid at that time"});
    }
    if (!report.trusted) {
        append(text, {"KHÔNG xác minh được đơn vị cấp (chưa có trong danh sách tin cậy)",
                      "the issuer CANNOT be verified (not in the trust list)"});
    }
}

Bilingual paragraph(std::size_t number, const SignatureReport& report) {
    const std::string signer = report.signer.empty() ? "?" : masked(report.signer);
    Bilingual text = is_timestamp(report) ? Bilingual{fmt::format("Dấu thời gian {}: {} – ", number, signer),
                                                      fmt::format("Time-stamp {}: {} – ", number, signer)}
                                          : Bilingual{fmt::format("Chữ ký {}: {} – ", number, signer),
                                                      fmt::format("Signature {}: {} – ", number, signer)};
    const Bilingual state = content(report);
    text.vi += state.vi;
    text.en += state.en;
    if (report.intact && report.weak_algorithm) {
        append(text, {"thuật toán ký CŨ, nay không còn được coi là an toàn",
                      "signed by an OLD algorithm that no longer counts as safe"});
    }
    if (report.demo) {
        append(text, {"CHỮ KÝ THỬ NGHIỆM (DEMO), KHÔNG CÓ GIÁ TRỊ PHÁP LÝ", "DEMONSTRATION ONLY, WITHOUT LEGAL VALUE"});
    }
    if (!report.claimed_time.empty()) {
        const Bilingual time = readable_time(report.claimed_time);
        append(text, is_timestamp(report) ? Bilingual{"xác nhận lúc " + time.vi, "confirmed at " + time.en}
                                          : Bilingual{"ký lúc " + time.vi, "signed at " + time.en});
    }
    append_certificate(report, text);
    return {text.vi + ".", text.en + "."};
}

Bilingual conclusion(const std::vector<SignatureReport>& reports) {
    const auto all = [&](auto property) { return std::all_of(reports.begin(), reports.end(), property); };
    const auto any = [&](auto property) { return std::any_of(reports.begin(), reports.end(), property); };
    if (any([](const auto& report) {
            return !report.intact || report.later_changes == LaterChanges::content_changed;
        })) {
        return {"Kết luận: KHÔNG dùng tệp này; hãy xin lại bản gốc.",
                "Conclusion: DO NOT use this file; ask for the original."};
    }
    if (!all(holds)) {
        return {"Kết luận: phải đối chiếu với bản gốc trước khi dùng.",
                "Conclusion: compare it with the original before using it."};
    }
    const Bilingual revocation{" Chưa kiểm tra việc thu hồi chứng thư (không hỏi qua mạng).",
                               " Revocation was not checked (no network is asked)."};
    Bilingual verdict{"Kết luận: tệp nguyên vẹn và xác minh được đơn vị cấp chứng thư.",
                      "Conclusion: the file is intact and the certificates' issuers are known."};
    if (any([](const auto& report) { return report.demo; })) {
        verdict = {"Kết luận: tệp nguyên vẹn, nhưng có chữ ký thử nghiệm không có giá trị pháp lý.",
                   "Conclusion: the file is intact, but a signature is a demonstration without legal value."};
    } else if (any([](const auto& report) { return !report.trusted || !report.certificate_valid_at_signing; })) {
        verdict = {"Kết luận: tệp nguyên vẹn, nhưng chưa xác minh được đầy đủ ai đã ký.",
                   "Conclusion: the file is intact, but who signed it is not fully verified."};
    } else if (any([](const auto& report) { return report.weak_algorithm; })) {
        verdict = {"Kết luận: tệp nguyên vẹn, nhưng chữ ký dùng thuật toán cũ.",
                   "Conclusion: the file is intact, but signed by an old algorithm."};
    }
    return {verdict.vi + revocation.vi, verdict.en + revocation.en};
}

std::string lines(const Bilingual& text, Language language) {
    switch (language) {
        case Language::vietnamese:
            return text.vi + "\n";
        case Language::english:
            return text.en + "\n";
        case Language::both:
            break;
    }
    return text.vi + "\n  " + text.en + "\n";
}

}  // namespace

std::string in_plain_words(const std::vector<SignatureReport>& reports, Language language) {
    if (reports.empty()) return lines({"Tệp không có chữ ký số.", "The file carries no digital signature."}, language);
    std::string text;
    for (std::size_t k = 0; k < reports.size(); ++k) text += lines(paragraph(k + 1, reports[k]), language);
    return text + lines(conclusion(reports), language);
}

}  // namespace sohoa::sign
