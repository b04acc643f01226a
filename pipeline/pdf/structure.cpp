#include "pipeline/pdf/structure.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <new>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFSystemError.hh>

#include "base/files.h"
#include "base/vietnamese.h"
#include "pipeline/pdf/bounded_file.h"
#include "pipeline/pdf/bounded_stream.h"
#include "pipeline/pdf/page_tree.h"
#include "pipeline/pdf/structure_rules.h"
#include "pipeline/pdf/xmp_claim.h"

namespace sohoa::pdf {

namespace {

constexpr std::size_t largest_packet = std::size_t{4} << 20;
constexpr int most_pages = 100'000;  ///< more than any archive binds together

PdfaLevel level_of(const XmpClaim& claim) {
    PdfaLevel level;
    if (claim.part.size() != 1 || claim.part[0] < '1' || claim.part[0] > '9') return level;
    level.part = claim.part[0] - '0';
    if (claim.conformance.size() == 1 && std::string_view("abuef").find(claim.conformance) != std::string_view::npos) {
        level.conformance = claim.conformance;
    }
    return level;
}

/// What a clerk can do with a title shown in a finding: the start of it, on one line.
std::string shortened(const std::string& text) {
    std::u32string letters = to_utf32(single_spaced(valid_utf8(text)));
    if (letters.size() > 80) letters = letters.substr(0, 79) + U"…";
    return to_utf8(letters);
}

void check_agreement(QPDF& pdf, const XmpClaim& claim, Findings& findings) {
    QPDFObjectHandle info = pdf.getTrailer().getKey("/Info");
    if (!info.isDictionary()) return;
    const auto compare = [&](const char* key, const std::string& xmp, const Bilingual& what) {
        QPDFObjectHandle value = info.getKey(key);
        if (!value.isString() || xmp.empty() || xmp.find("&#") != std::string::npos) return;
        const std::string said = single_spaced(valid_utf8(value.getUTF8Value()));
        if (said == single_spaced(valid_utf8(xmp))) return;
        findings.push_back(
            problem(code::pdf_metadata_differs, {fmt::format("{} trong XMP và trong Info khác nhau: “{}” và “{}”",
                                                             what.vi, shortened(xmp), shortened(said)),
                                                 fmt::format("the {} in XMP and in Info differ: “{}” and “{}”", what.en,
                                                             shortened(xmp), shortened(said))})
                .as(Severity::warning));
    };
    compare("/Title", claim.title, {"Tiêu đề", "titles"});
    compare("/Producer", claim.producer, {"Tên phần mềm tạo tệp", "producers"});
}

void look_at_pages(QPDF& pdf, ContentScan& scan, Structure& result) {
    for_each_page(pdf, [&](QPDFObjectHandle page) {
        if (result.pages == most_pages) {
            result.findings.push_back(problem(code::too_many_pages, {fmt::format("Tệp có hơn {} trang", most_pages),
                                                                     fmt::format("more than {} pages", most_pages)}));
            return false;
        }
        ++result.pages;
        if (scan.page(page)) ++result.pages_with_text;
        return true;
    });
    if (result.pages == 0) {
        result.findings.push_back(
            problem(code::file_damaged, {"Không tìm thấy trang nào trong tệp", "no page is found in the file"}));
    }
}

void report_damage(QPDF& pdf, const ContentUse& use, Findings& findings) {
    const auto warnings = pdf.getWarnings();
    if (!warnings.empty()) {
        const std::string first = valid_utf8(warnings.front().getMessageDetail());
        findings.push_back(
            problem(code::file_damaged,
                    {fmt::format("Cấu trúc tệp có {} lỗi, lỗi đầu: {}", warnings.size(), first),
                     fmt::format("the file's structure has {} faults, the first: {}", warnings.size(), first)},
                    {"Xin lại bản gốc từ nơi phát hành", "ask the issuer for the original again"}));
    }
    if (use.unreadable) {
        findings.push_back(problem(code::file_damaged, {"Nội dung một trang không giải nén được hoặc quá lớn",
                                                        "a page's content cannot be decoded or is too large"}));
    }
    if (use.too_large) {
        findings.push_back(problem(code::file_damaged, {"Nội dung quá lớn, các trang sau không được kiểm tra",
                                                        "the content is too large; later pages were not checked"})
                               .as(Severity::warning));
    }
}

/// Decoded bytes of content that are looked at: a page of text takes 20 to 100 kB, and its picture in the file more.
std::size_t content_budget(const std::string& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    return (std::size_t{64} << 20) + (error ? 0 : static_cast<std::size_t>(size));
}

/// A claim's rules; a file without a claim is told so, and of what is dangerous in any file.
void check_claim(QPDF& pdf, const std::string& path, const XmpClaim& claim, const ContentUse& use, Findings& findings) {
    const PdfaLevel level = level_of(claim);
    check_objects(pdf, level, findings);
    if (level.part == 0) {
        findings.push_back(problem(code::pdfa_not_claimed,
                                   {"Tệp không tự nhận là PDF/A (không có XMP hoặc không có pdfaid)",
                                    "the file does not claim to be PDF/A (no XMP, or no pdfaid)"},
                                   {"Số hóa lại bằng sohoa để có PDF/A", "digitise it again with sohoa to get PDF/A"})
                               .as(Severity::warning));
        if (pdf.isEncrypted()) {
            findings.push_back(
                problem(code::pdf_encrypted, {"Tệp bị mã hóa", "the file is encrypted"}).as(Severity::warning));
        }
        return;
    }
    check_file(pdf, path, level, findings);
    check_fonts(use, level, findings);
    check_colours(pdf, use, level, findings);
    check_annotations(use, level, findings);
    check_agreement(pdf, claim, findings);
}

Structure checked(QPDF& pdf, const std::string& path) {
    Structure result;
    ContentScan scan(content_budget(path));
    look_at_pages(pdf, scan, result);
    const auto packet = decoded(pdf.getRoot().getKey("/Metadata"), largest_packet);
    const XmpClaim claim = packet ? read_xmp(*packet) : XmpClaim{};
    const PdfaLevel level = level_of(claim);
    if (level.part > 0) result.claimed_pdfa = std::to_string(level.part) + level.conformance;
    check_claim(pdf, path, claim, scan.use(), result.findings);
    report_damage(pdf, scan.use(), result.findings);
    for (Problem& finding : result.findings) finding.file = path;
    std::stable_sort(result.findings.begin(), result.findings.end(),
                     [](const Problem& a, const Problem& b) { return a.severity > b.severity; });
    return result;
}

}  // namespace

Result<Structure> check_structure(const std::string& path) try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processInputSource(bounded_file(path));
    return checked(pdf, path);
} catch (const QPDFSystemError& error) {
    errno = error.getErrno();
    return fail(unreadable(path));
} catch (const QPDFExc& error) {
    if (error.getErrorCode() == qpdf_e_password) {
        return fail(problem(code::password_needed, {"Tệp có mật khẩu", "the file needs a password"},
                            {"Mở khóa tệp rồi kiểm tra lại", "unlock the file and check it again"})
                        .in_file(path));
    }
    const std::string why = valid_utf8(error.getMessageDetail());
    return fail(problem(code::file_damaged, {"Tệp PDF hỏng: " + why, "the PDF file is damaged: " + why}).in_file(path));
} catch (const std::bad_alloc&) {
    return fail(problem(code::out_of_memory, {"Hết bộ nhớ khi kiểm tra tệp", "out of memory while checking the file"})
                    .in_file(path));
} catch (const std::exception& error) {
    const std::string why = valid_utf8(error.what());
    return fail(problem(code::file_damaged, {"Tệp PDF hỏng: " + why, "the PDF file is damaged: " + why}).in_file(path));
}

}  // namespace sohoa::pdf
