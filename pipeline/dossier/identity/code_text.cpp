#include "pipeline/dossier/identity/code_text.h"

#include <algorithm>

#include "base/vietnamese.h"

namespace sohoa::dossier {

namespace {

constexpr std::size_t longest_raw_code = 1024;  ///< bytes

bool is_ascii_letter(char32_t c) {
    return c >= U'A' && c <= U'Z';
}

bool is_code_joint(char32_t c) {
    return c == U'-' || c == U'/' || c == U'.' || c == U',' || c == U'&';
}

char32_t plain_sign(char32_t c) {
    if (c >= U'\uFF01' && c <= U'\uFF5E') return c - U'\uFF01' + U'!';
    switch (c) {
        case U'–':
        case U'—':
        case U'‐':
        case U'‑':
        case U'‒':
        case U'−':
            return U'-';
        case U'⁄':
        case U'∕':
        case U'\\':
            return U'/';
        case U'Ð':
        case U'ð':
        case U'Ɖ':
            return U'Đ';
        default:
            return c;
    }
}

char32_t as_digit(char32_t c) {
    if (is_digit(c)) return c;
    if (c == U'O' || c == U'Q') return U'0';
    return c == U'I' || c == U'L' || c == U'|' ? U'1' : U'\0';
}

char32_t as_letter(char32_t c) {
    if (is_ascii_letter(c)) return c;
    return c == U'0' ? U'O' : c == U'1' ? U'I' : U'\0';
}

char32_t as_either(char32_t c) {
    return is_digit(c) || is_ascii_letter(c) ? c : U'\0';
}

}  // namespace

std::optional<std::u32string> plain_code(std::string_view text, std::size_t longest) {
    if (text.size() > longest_raw_code) return std::nullopt;
    std::string plain;
    for (char32_t c : to_utf32(nfc(text))) {
        c = plain_sign(c);
        if (!is_blank(c)) plain += to_utf8(std::u32string(1, c));
    }
    std::u32string code = to_utf32(upper(plain));
    const bool fits = std::all_of(code.begin(), code.end(), [](char32_t c) {
        return is_digit(c) || is_vietnamese_letter(c) || is_code_joint(c) || c == U'|';
    });
    if (code.empty() || code.size() > longest || !fits) return std::nullopt;
    return code;
}

std::string CodeCursor::taken(std::size_t fewest, std::size_t most, char32_t (*form)(char32_t)) {
    std::string result;
    while (fits_ && at_ < code_.size() && result.size() < most) {
        const char32_t c = form(code_[at_]);
        if (c == U'\0') break;
        mended_ = mended_ || c != code_[at_];
        result.push_back(static_cast<char>(c));
        ++at_;
    }
    if (result.size() < fewest) fits_ = false;
    return fits_ ? result : std::string();
}

std::string CodeCursor::digits(std::size_t count) {
    return taken(count, count, as_digit);
}

std::string CodeCursor::digits(std::size_t fewest, std::size_t most) {
    return taken(fewest, most, as_digit);
}

std::string CodeCursor::letter() {
    return taken(1, 1, as_letter);
}

std::string CodeCursor::letters_or_digits(std::size_t fewest, std::size_t most) {
    return taken(fewest, most, as_either);
}

char CodeCursor::one_of(std::string_view characters) {
    if (fits_ && at_ < code_.size() && code_[at_] < 128) {
        const char c = static_cast<char>(code_[at_]);
        if (characters.find(c) != std::string_view::npos) {
            ++at_;
            return c;
        }
    }
    fits_ = false;
    return 0;
}

bool CodeCursor::passes(std::string_view word) {
    const std::u32string letters = to_utf32(word);
    if (!fits_ || code_.substr(at_, letters.size()) != letters) return false;
    at_ += letters.size();
    return true;
}

bool is_digits(std::string_view text, std::size_t length) {
    return text.size() == length && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace sohoa::dossier
