#include "pipeline/sign/report.h"

#include <gmock/gmock.h>

namespace sohoa::sign {

namespace {

using testing::HasSubstr;
using testing::Not;

SignatureReport good() {
    SignatureReport report;
    report.signer = "NGUYỄN VĂN A";
    report.issuer = "Ban Cơ yếu Chính phủ";
    report.claimed_time = "2024-11-26T14:05:09+07:00";
    report.format = "PAdES-BASELINE-B";
    report.intact = report.covers_whole_file = report.certificate_valid_at_signing = report.trusted = true;
    return report;
}

}  // namespace

TEST(SignatureWords, GoodSignatureNamesSignerIssuerAndTime) {
    EXPECT_EQ(
        in_plain_words({good()}, Language::vietnamese),
        "Chữ ký 1: NGUYỄN VĂN A – nội dung nguyên vẹn từ khi ký; ký lúc 14:05 ngày 26/11/2024; chứng thư do Ban Cơ yếu "
        "Chính phủ cấp, đơn vị cấp đã được xác minh.\n"
        "Kết luận: tệp nguyên vẹn và xác minh được đơn vị cấp chứng thư. Chưa kiểm tra việc thu hồi chứng thư (không "
        "hỏi qua mạng).\n");
}

TEST(SignatureWords, UnknownIssuerIsNeitherGreenNorForged) {
    SignatureReport report = good();
    report.trusted = false;
    const std::string text = in_plain_words({report}, Language::vietnamese);
    EXPECT_THAT(text, HasSubstr("KHÔNG xác minh được đơn vị cấp (chưa có trong danh sách tin cậy)"));
    EXPECT_THAT(text, HasSubstr("chưa xác minh được đầy đủ ai đã ký"));
    EXPECT_THAT(text, Not(HasSubstr("KHÔNG HỢP LỆ")));
}

TEST(SignatureWords, OldAlgorithmIsIntactAndOld) {
    SignatureReport report = good();
    report.weak_algorithm = true;
    const std::string text = in_plain_words({report});
    EXPECT_THAT(text, HasSubstr("nội dung nguyên vẹn từ khi ký; thuật toán ký CŨ"));
    EXPECT_THAT(text, HasSubstr("signed by an old algorithm"));
}

TEST(SignatureWords, OneBadSignatureSpoilsTheFile) {
    SignatureReport changed = good();
    changed.later_changes = LaterChanges::content_changed;
    SignatureReport broken = good();
    broken.intact = false;
    broken.findings.push_back(problem(code::signature_broken, {"giá trị băm không khớp", "digest mismatch"}));
    for (const auto& bad : {changed, broken}) {
        EXPECT_THAT(in_plain_words({good(), bad}, Language::vietnamese), HasSubstr("KHÔNG dùng tệp này"));
    }
    EXPECT_THAT(in_plain_words({broken}), HasSubstr("THE SIGNATURE IS NOT VALID: digest mismatch"));
}

TEST(SignatureWords, DemonstrationIsNeverTakenForASignature) {
    SignatureReport report = good();
    report.demo = true;
    EXPECT_THAT(in_plain_words({report}, Language::vietnamese), HasSubstr("KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"));
}

TEST(SignatureWords, IdentityNumbersInNamesAreMasked) {
    SignatureReport report = good();
    report.signer = "CCCD:001085012345 NGUYỄN VĂN A";
    EXPECT_THAT(in_plain_words({report}), Not(HasSubstr("001085012345")));
}

TEST(SignatureWords, NoSignatureIsSaidSo) {
    EXPECT_EQ(in_plain_words({}, Language::english), "The file carries no digital signature.\n");
    EXPECT_EQ(in_plain_words({}), "Tệp không có chữ ký số.\n  The file carries no digital signature.\n");
}

}  // namespace sohoa::sign
