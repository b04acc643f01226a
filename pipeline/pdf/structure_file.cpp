#include <algorithm>
#include <fstream>

#include "pipeline/pdf/structure_rules.h"

namespace sohoa::pdf {

namespace {

constexpr std::streamoff tail_bytes = 2048;

bool header_is_pdfa(std::ifstream& file) {
    std::string head(64, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    file.clear();
    if (!head.starts_with("%PDF-1.") && !head.starts_with("%PDF-2.")) return false;
    const std::size_t line = head.find_first_of("\r\n");
    const std::size_t comment = head.find_first_not_of("\r\n", line);
    if (line == head.npos || comment == head.npos || head[comment] != '%' || comment + 5 > head.size()) return false;
    return std::all_of(head.begin() + static_cast<std::ptrdiff_t>(comment) + 1,
                       head.begin() + static_cast<std::ptrdiff_t>(comment) + 5,
                       [](char c) { return static_cast<unsigned char>(c) > 127; });
}

bool ends_at_eof_marker(std::ifstream& file) {
    file.seekg(0, std::ios::end);
    const std::streamoff size = file.tellg();
    file.seekg(std::max<std::streamoff>(0, size - tail_bytes));
    std::string tail(static_cast<std::size_t>(std::min(size, tail_bytes)), '\0');
    file.read(tail.data(), static_cast<std::streamsize>(tail.size()));
    file.clear();
    const std::size_t marker = tail.rfind("%%EOF");
    return marker != tail.npos && tail.find_first_not_of("\r\n", marker + 5) == tail.npos;
}

bool has_id(QPDF& pdf) {
    QPDFObjectHandle id = pdf.getTrailer().getKey("/ID");
    return id.isArray() && id.getArrayNItems() == 2 && id.getArrayItem(0).isString() && id.getArrayItem(1).isString();
}

void add(Findings& findings, Bilingual what) {
    findings.push_back(problem(code::pdfa_broken, std::move(what)));
}

}  // namespace

void check_file(QPDF& pdf, const std::string& path, const PdfaLevel& level, Findings& findings) {
    std::ifstream file(path, std::ios::binary);
    if (pdf.isEncrypted()) add(findings, {"Tệp bị mã hoá, PDF/A cấm", "the file is encrypted, which PDF/A forbids"});
    if (!has_id(pdf)) add(findings, {"Tệp không có mã định danh (/ID)", "the file has no identifier (/ID)"});
    if (!header_is_pdfa(file)) {
        add(findings, {"Phần đầu tệp không đúng quy định PDF/A", "the file's header is not as PDF/A asks"});
    }
    if (!ends_at_eof_marker(file)) {
        add(findings, {"Có dữ liệu sau dấu kết thúc tệp (%%EOF)", "there is data after the end of the file (%%EOF)"});
    }
    if (level.part == 1 && pdf.getTrailer().getKey("/Type").isNameAndEquals("/XRef")) {
        add(findings, {"Bảng tham chiếu nén (từ PDF 1.5), PDF/A-1 cấm",
                       "compressed cross references (of PDF 1.5), which PDF/A-1 forbids"});
    }
}

}  // namespace sohoa::pdf
