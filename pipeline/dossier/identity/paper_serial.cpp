#include "pipeline/dossier/identity/paper_serial.h"

#include <algorithm>
#include <vector>

#include "base/vietnamese.h"

namespace sohoa::dossier {

namespace {

constexpr std::size_t longest_book = 40;

bool is_kind_letter(char32_t c) {
    return (c >= U'A' && c <= U'Z') || c == U'Đ';
}

struct BookGroup {
    std::u32string text;
    char32_t joint = 0;  ///< before it
};

std::vector<BookGroup> book_groups(std::u32string_view code) {
    std::vector<BookGroup> groups(1);
    for (const char32_t c : code) {
        if (c == U'/' || c == U'-' || c == U',') {
            groups.push_back({{}, c});
        } else if (c != U'.') {
            groups.back().text.push_back(c);
        }
    }
    return groups;
}

bool all_of_group(const BookGroup& group, bool (*form)(char32_t)) {
    return std::all_of(group.text.begin(), group.text.end(), form);
}

int year_of_group(const BookGroup& group) {
    if (group.text.size() != 4 || !all_of_group(group, is_digit)) return 0;
    int year = 0;
    for (const char32_t c : group.text) year = 10 * year + static_cast<int>(c - U'0');
    return year >= 1900 && year <= 2200 ? year : 0;
}

bool ean_13_holds(std::string_view digits) {
    int sum = 0;
    for (std::size_t k = 0; k < digits.size(); ++k) sum += (digits[k] - '0') * (k % 2 == 0 ? 1 : 3);
    return sum % 10 == 0;
}

}  // namespace

std::optional<LandSerial> read_land_serial(std::string_view text) {
    const auto code = plain_code(text, 12);
    if (!code) return std::nullopt;
    // One letter or two is told by the length: a look-alike could be either.
    const std::size_t letters = code->size() == 7 ? 1 : code->size() == 8 || code->size() == 10 ? 2 : 0;
    if (letters == 0 || !is_kind_letter(code->front())) return std::nullopt;
    LandSerial serial;
    bool mended = false;
    for (std::size_t k = 0; k < letters; ++k) {
        if ((*code)[k] == U'Đ') {
            serial.letters += "Đ";
            continue;
        }
        CodeCursor letter(std::u32string_view(*code).substr(k, 1));
        serial.letters += letter.letter();
        if (!letter.done()) return std::nullopt;
        mended = mended || letter.mended();
    }
    CodeCursor at(std::u32string_view(*code).substr(letters));
    serial.digits = at.digits(code->size() - letters);
    if (!at.done()) return std::nullopt;
    serial.normal = serial.letters + " " + serial.digits;
    serial.from_year = letters == 1 ? 1993 : serial.digits.size() == 6 ? 2004 : 2025;
    serial.to_year = letters == 1 ? 2004 : serial.digits.size() == 6 ? 2024 : 0;
    if (mended || at.mended()) serial.warnings.push_back(CodeWarning::mended);
    return serial;
}

std::optional<LandBarcode> read_land_barcode(std::string_view text) {
    if (!is_digits(text, 13)) return std::nullopt;
    return LandBarcode{std::string(text), ean_13_holds(text)};
}

std::optional<BookSymbol> read_book_symbol(std::string_view text) {
    const auto code = plain_code(text, longest_book);
    if (!code) return std::nullopt;
    BookSymbol book;
    std::u32string kind;
    bool kind_open = false;
    for (const BookGroup& group : book_groups(*code)) {
        if (group.text.empty()) return std::nullopt;
        if (group.joint != 0) book.normal.push_back(static_cast<char>(group.joint));
        book.normal += to_utf8(group.text);
        if (all_of_group(group, is_kind_letter)) {
            if (!kind.empty() && !kind_open) return std::nullopt;
            if (!kind.empty()) kind.push_back(group.joint);
            kind += group.text;
            kind_open = true;
            continue;
        }
        kind_open = false;
        if (!all_of_group(group, is_digit)) return std::nullopt;
        if (const int year = year_of_group(group); year > 0 && book.year == 0) {
            book.year = year;
        } else if (book.number.empty() && group.text.size() <= 4) {
            book.number = to_utf8(group.text);
        } else {
            return std::nullopt;
        }
    }
    book.kind = to_utf8(kind);
    if (book.year == 0 && (book.kind.empty() || book.number.empty())) return std::nullopt;
    if (book.number.empty() && book.kind.empty()) return std::nullopt;
    return book;
}

}  // namespace sohoa::dossier
