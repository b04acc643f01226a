#include "pipeline/sign/pdf_revision.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <optional>
#include <qpdf/QPDF.hh>

#include "base/files.h"

namespace sohoa::sign {

namespace {

/// qpdf, poppler and Acrobat look for startxref in about so many last bytes.
constexpr long long tail_size = 1054;
constexpr int highest_object_number = 8388607;  ///< ISO 32000-1, annex C

Failure no_place(const std::string& path, std::string why) {
    return fail(problem(code::file_damaged,
                        {"Cấu trúc PDF hỏng, không thể ký nối tiếp: " + why,
                         "the PDF's structure is damaged, it cannot be signed: " + why},
                        {"Tạo lại tệp PDF rồi ký", "make the PDF again, then sign it"})
                    .in_file(path));
}

std::string bytes_at(std::ifstream& file, long long offset, long long count) {
    std::string bytes(static_cast<std::size_t>(count), '\0');
    file.clear();
    file.seekg(offset);
    file.read(bytes.data(), count);
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return bytes;
}

std::optional<long long> startxref_in(const std::string& tail) {
    const std::size_t at = tail.rfind("startxref");
    if (at == std::string::npos) return std::nullopt;
    const std::size_t digits = tail.find_first_of("0123456789", at);
    if (digits == std::string::npos) return std::nullopt;
    long long offset = 0;
    const auto [end, error] = std::from_chars(tail.data() + digits, tail.data() + tail.size(), offset);
    if (error != std::errc{}) return std::nullopt;
    return offset;
}

int first_free_number(QPDF& pdf) {
    int highest = 0;
    const auto table = pdf.getXRefTable();
    if (!table.empty()) highest = table.rbegin()->first.getObj();
    QPDFObjectHandle size = pdf.getTrailer().getKey("/Size");
    if (size.isInteger()) highest = std::max(highest, size.getIntValueAsInt() - 1);
    return highest + 1;
}

bool belongs_to_the_section_alone(const std::string& key) {
    static constexpr const char* own[] = {"/Size",  "/Prev",   "/XRefStm", "/Type",        "/W",
                                          "/Index", "/Length", "/Filter",  "/DecodeParms", "/Encrypt"};
    return std::any_of(std::begin(own), std::end(own), [&](const char* name) { return key == name; });
}

}  // namespace

void open_unrepaired(QPDF& pdf, const std::string& path) {
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);
    pdf.processFile(path.c_str());
}

Result<LastRevision> last_revision(QPDF& pdf, const std::string& path) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file) return fail(unreadable(path));
    LastRevision revision;
    revision.size = file.tellg();
    if (bytes_at(file, 0, 5) != "%PDF-") return no_place(path, "%PDF- is not at the beginning");
    const long long tail_from = std::max(0LL, revision.size - tail_size);
    const std::string tail = bytes_at(file, tail_from, revision.size - tail_from);
    const auto offset = startxref_in(tail);
    if (!offset || *offset <= 0 || *offset >= revision.size) return no_place(path, "startxref");
    revision.cross_references = *offset;
    const std::string section = bytes_at(file, *offset, 4);
    if (section.empty()) return no_place(path, "startxref");
    revision.cross_reference_stream = section != "xref";
    if (revision.cross_reference_stream && (section.front() < '0' || section.front() > '9')) {
        return no_place(path, "startxref");
    }
    revision.ends_with_newline = !tail.empty() && (tail.back() == '\n' || tail.back() == '\r');
    revision.next_object = first_free_number(pdf);
    if (revision.next_object > highest_object_number - 16) return no_place(path, "object numbers");
    QPDFObjectHandle trailer = pdf.getTrailer();
    for (const auto& key : trailer.getKeys()) {
        if (!belongs_to_the_section_alone(key)) revision.trailer[key] = trailer.getKey(key).unparse();
    }
    return revision;
}

}  // namespace sohoa::sign
