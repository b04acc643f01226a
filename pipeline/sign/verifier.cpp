#include "pipeline/sign/verifier.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <memory>
#include <new>
#include <openssl/x509v3.h>
#include <qpdf/InputSource.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>

#include "pipeline/sign/certificate.h"
#include "pipeline/sign/cms_verdict.h"
#include "pipeline/sign/embedded_certificates.h"
#include "pipeline/sign/later_changes.h"
#include "pipeline/sign/signature_dictionary.h"
#include "pipeline/sign/signed_file.h"
#include "pipeline/sign/trust.h"

namespace sohoa::sign {

namespace {

constexpr std::size_t most_signatures = 64;
/// Values compared between revisions, all signatures together: some seconds.
constexpr std::size_t comparison_budget = 5'000'000;

const Bilingual ask_for_original{"Xin lại bản gốc từ người gửi", "ask the sender for the original"};

/// Read as it stands: what a reader has to guess at is no evidence, and guessing takes qpdf minutes on a hostile file.
std::unique_ptr<QPDF> opened(const SignedFile& file, long long size) {
    auto pdf = std::make_unique<QPDF>();
    pdf->setSuppressWarnings(true);
    pdf->setAttemptRecovery(false);
    pdf->processInputSource(file.beginning(size));
    static_cast<void>(pdf->getRoot());
    return pdf;
}

/// White space and zero bytes, which some programs leave at the end of a file.
bool is_blank(std::string_view text) {
    return text.find_first_not_of(std::string_view(" \t\r\n\f\0", 6)) == std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.substr(text.size() - 1))) text.remove_suffix(1);
    return text;
}

/// True where the file's first `end` bytes end a revision: "%%EOF".
bool ends_a_revision(const SignedFile& file, long long end) {
    const std::string tail = file.bytes({std::max(0LL, end - 64), std::min(end, 64LL)});
    return trimmed(tail).ends_with("%%EOF");
}

/// True where what follows `from` has a cross-reference section of its own and ends with it.
bool is_an_update(const SignedFile& file, long long from) {
    constexpr long long tail_size = 1054;
    const long long tail_from = std::max(from, file.size() - tail_size);
    const std::string tail = file.bytes({tail_from, file.size() - tail_from});
    return tail.find("startxref") != std::string::npos && ends_a_revision(file, file.size());
}

class Verification {
public:
    Verification(const SignedFile& file, const Trust& trust) : file_(file), trust_(trust) {}

    std::vector<SignatureReport> run() {
        now_ = opened(file_, file_.size());
        known_ = embedded_certificates(*now_);
        std::vector<SignatureReport> reports;
        for (const auto& signature : signatures_of(*now_, file_, most_signatures)) {
            reports.push_back(report_on(signature));
            for (Problem& finding : reports.back().findings) finding.file = file_.path();
        }
        return reports;
    }

private:
    SignatureReport report_on(const SignatureDictionary& signature) {
        SignatureReport report;
        report.field = signature.field;
        report.format = signature.sub_filter;
        if (signature.time) report.claimed_time = signature.time->iso;
        if (!signature.odd.empty()) {
            add(report, code::signed_bytes_odd, Severity::error,
                {"Phạm vi ký không khớp với tệp: không thể tin chữ ký này (" + signature.odd + ")",
                 "the signed range does not fit the file, the signature cannot be believed (" + signature.odd + ")"},
                ask_for_original);
            return report;
        }
        const auto binding = binding_of(signature.sub_filter);
        if (!binding) {
            add(report, code::signature_unreadable, Severity::error,
                {"Kiểu chữ ký không được hỗ trợ: " + signature.sub_filter,
                 "this type of signature is not supported: " + signature.sub_filter});
            return report;
        }
        if (trimmed(signature.container).empty()) {
            add(report, code::signature_unreadable, Severity::error,
                {"Chỗ dành cho chữ ký còn để trống: tệp chưa được ký xong",
                 "the place for the signature is empty: the file was never signed to the end"});
            return report;
        }
        const std::vector<ByteSpan> spans{{0, signature.gap.from},
                                          {signature.gap.end(), signature.end - signature.gap.end()}};
        const CmsVerdict verdict = check_container(
            signature.container, *binding, [&](const EVP_MD* algorithm) { return file_.digest(spans, algorithm); },
            known_.get());
        describe_container(signature, verdict, report);
        describe_certificate(signature, verdict, report);
        if (report.intact) describe_later_changes(signature, report);
        return report;
    }

    static void add(SignatureReport& report, std::string_view code, Severity severity, Bilingual message,
                    Bilingual remedy = {}) {
        report.findings.push_back(problem(code, std::move(message), std::move(remedy)).as(severity));
    }

    static std::optional<Binding> binding_of(const std::string& sub_filter) {
        if (sub_filter == "ETSI.CAdES.detached" || sub_filter == "adbe.pkcs7.detached") return Binding::detached;
        if (sub_filter == "adbe.pkcs7.sha1") return Binding::sha1;
        if (sub_filter == "ETSI.RFC3161") return Binding::timestamp;
        return std::nullopt;
    }

    static std::string format_of(const SignatureDictionary& signature, const CmsVerdict& verdict) {
        if (signature.is_timestamp) return "document timestamp";
        if (signature.sub_filter == "adbe.pkcs7.sha1") return "PKCS#7 (SHA-1)";
        if (signature.sub_filter == "adbe.pkcs7.detached") return "PKCS#7";
        const bool baseline = verdict.names_its_certificate && !verdict.has_signing_time && signature.time.has_value();
        if (!baseline) return "PAdES";
        return verdict.has_timestamp ? "PAdES-BASELINE-T" : "PAdES-BASELINE-B";
    }

    void describe_container(const SignatureDictionary& signature, const CmsVerdict& verdict, SignatureReport& report) {
        report.format = format_of(signature, verdict);
        report.weak_algorithm = verdict.weak_digest || verdict.weak_key;
        if (verdict.time && (signature.is_timestamp || report.claimed_time.empty())) {
            report.claimed_time = verdict.time->iso;
        }
        if (!verdict.holds) {
            const bool missing = verdict.certificate_missing;
            add(report, missing ? code::certificate_missing : code::signature_broken, Severity::error, verdict.why,
                ask_for_original);
            return;
        }
        if (!is_whole_revision(signature)) {
            add(report, code::signed_bytes_odd, Severity::error,
                {"Chữ ký chỉ bao phủ một phần của tệp lúc ký", "the signature covers only part of the file as it was"},
                ask_for_original);
            return;
        }
        report.intact = true;
        if (report.weak_algorithm) {
            add(report, code::weak_algorithm, Severity::warning,
                {fmt::format("Nội dung nguyên vẹn nhưng chữ ký dùng thuật toán cũ ({}, khóa {} bit), nay không còn "
                             "được coi là an toàn",
                             verdict.digest_algorithm, verdict.key_bits),
                 fmt::format("intact, but signed by an old algorithm ({}, {}-bit key) that no longer counts as safe",
                             verdict.digest_algorithm, verdict.key_bits)});
        }
    }

    bool is_whole_revision(const SignatureDictionary& signature) {
        if (!ends_a_revision(file_, signature.end)) return false;
        try {
            signed_ = opened(file_, signature.end);
            return signed_->getRoot().isDictionary();
        } catch (const QPDFExc&) {
            return false;
        }
    }

    void describe_certificate(const SignatureDictionary& signature, const CmsVerdict& verdict,
                              SignatureReport& report) const {
        X509* certificate = verdict.signer.get();
        if (certificate == nullptr) return;
        report.signer = subject_of(certificate);
        report.issuer = issuer_of(certificate);
        report.demo = report.signer.find(demo_mark) != std::string::npos;
        const long long time = signature.is_timestamp && verdict.time ? verdict.time->seconds
                               : signature.time                       ? signature.time->seconds
                               : verdict.time                         ? verdict.time->seconds
                                                                      : seconds_now();
        report.certificate_valid_at_signing = is_valid_at(certificate, time);
        report.trusted = trust_.reaches(certificate, verdict.others.get(), time);
        if (!report.certificate_valid_at_signing) {
            add(report, code::certificate_expired, Severity::warning,
                {"Chứng thư không có hiệu lực vào lúc ký (" + life_of(certificate) + ")",
                 "the certificate was not valid at the time of signing (" + life_of(certificate) + ")"});
        }
        const bool unfit = signature.is_timestamp ? (X509_get_extended_key_usage(certificate) & XKU_TIMESTAMP) == 0
                                                  : !may_sign_documents(certificate);
        if (unfit) {
            add(report, code::certificate_unfit, Severity::warning,
                {"Chứng thư không được cấp cho việc ký này",
                 "the certificate was not issued for this kind of signature"});
        }
        if (!report.trusted) {
            add(report, code::issuer_unknown, Severity::warning,
                {"Không xác minh được đơn vị cấp chứng thư (chưa có trong danh sách tin cậy)",
                 "the certificate's issuer cannot be verified (it is not in the trust list)"},
                {"Thêm chứng thư gốc của đơn vị cấp vào danh sách tin cậy",
                 "add the issuer's root certificate to the trust list"});
        }
        if (report.demo) {
            add(report, code::demo_signature, Severity::warning,
                {"Chữ ký thử nghiệm (demo), không có giá trị pháp lý",
                 "a demonstration signature without legal value"});
        }
        ERR_clear_error();
    }

    void describe_later_changes(const SignatureDictionary& signature, SignatureReport& report) {
        const std::string rest = file_.bytes({signature.end, std::min(file_.size() - signature.end, 4096LL)});
        if (signature.end + static_cast<long long>(rest.size()) == file_.size() && is_blank(rest)) {
            report.covers_whole_file = true;
            return;
        }
        if (!is_an_update(file_, signature.end)) {
            report.later_changes = LaterChanges::content_changed;
            add(report, code::changed_after_signing, Severity::error,
                {"Có dữ liệu lạ được nối vào cuối tệp sau khi ký",
                 "foreign bytes were appended to the file after signing"},
                ask_for_original);
            return;
        }
        const Compared compared = compare(signature);
        report.later_changes = compared.changes;
        describe_changes(compared, report);
    }

    Compared compare(const SignatureDictionary& signature) {
        try {
            return compare_revisions(*signed_, *now_, signature, budget_);
        } catch (const QPDFExc&) {
            return {LaterChanges::undecided, {}};
        }
    }

    static void describe_changes(const Compared& compared, SignatureReport& report) {
        const std::string where = fmt::format("{}", fmt::join(compared.where, ", "));
        switch (compared.changes) {
            case LaterChanges::none:
            case LaterChanges::evidence_added:
                return;
            case LaterChanges::signed_or_filled:
                return add(
                    report, code::updated_after_signing, Severity::note,
                    {"Sau chữ ký này, tệp được ký thêm hoặc điền biểu mẫu (việc được phép)",
                     "after this signature the file was signed again or a form was filled in (which is allowed)"});
            case LaterChanges::undecided:
                return add(report, code::changed_after_signing, Severity::warning,
                           {"Tệp được cập nhật sau khi ký; không xác định được phần nội dung có bị thay đổi hay không",
                            "the file was updated after signing; whether its content changed cannot be told"},
                           {"Đối chiếu với bản gốc", "compare it with the original"});
            case LaterChanges::content_changed:
                return add(report, code::changed_after_signing, Severity::error,
                           {"Nội dung đã bị thay đổi bằng bản cập nhật sau khi ký (" + where + ")",
                            "the content was changed by an update after signing (" + where + ")"},
                           ask_for_original);
        }
    }

    static long long seconds_now() {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        return std::chrono::duration_cast<std::chrono::seconds>(now).count();
    }

    const SignedFile& file_;
    const Trust& trust_;
    std::unique_ptr<QPDF> now_;
    std::unique_ptr<QPDF> signed_;  ///< the revision of the signature being looked at
    OwnedCertificates known_;
    std::size_t budget_ = comparison_budget;
};

Failure damaged(const std::string& path, const std::string& why) {
    return fail(problem(code::file_damaged,
                        {"Không đọc được tệp PDF, không kiểm tra được chữ ký",
                         "the PDF cannot be read, its signatures cannot be checked: " + why},
                        ask_for_original)
                    .in_file(path));
}

}  // namespace

bool holds(const SignatureReport& report) {
    return report.intact && report.later_changes != LaterChanges::content_changed &&
           report.later_changes != LaterChanges::undecided;
}

Result<std::vector<SignatureReport>> verify_signatures(const std::string& path, const TrustStore& trust) try {
    const auto trusted = Trust::load(trust);
    if (!trusted) return fail(trusted.error());
    const auto file = SignedFile::open(path);
    if (!file) return fail(file.error());
    return Verification(*file, *trusted).run();
} catch (const QPDFExc& error) {
    if (error.getErrorCode() == qpdf_e_password) {
        return fail(problem(code::password_needed,
                            {"Tệp PDF có mật khẩu, không kiểm tra được chữ ký",
                             "the PDF has a password, its signatures cannot be checked"},
                            {"Mở khóa tệp rồi kiểm tra lại", "unlock the file and check it again"})
                        .in_file(path));
    }
    return damaged(path, error.getMessageDetail());
} catch (const std::bad_alloc&) {
    return fail(problem(code::out_of_memory, {"Không đủ bộ nhớ để kiểm tra tệp", "not enough memory to check the file"})
                    .in_file(path));
} catch (const std::exception& error) {
    return damaged(path, error.what());
}

}  // namespace sohoa::sign
