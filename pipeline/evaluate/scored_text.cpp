#include "pipeline/evaluate/scored_text.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/vietnamese.h"

namespace sohoa::evaluate {

namespace {

constexpr char32_t opening = U'⟦';
constexpr char32_t closing = U'⟧';

/// Text of one kind of hand between brackets, or print outside them, blanks still as they came.
struct Marked {
    std::u32string symbols;
    std::vector<bool> handwritten;
};

Marked without_brackets(const std::u32string& text) {
    Marked marked;
    for (std::size_t k = 0; k < text.size(); ++k) {
        if (text[k] == closing) continue;
        if (text[k] != opening) {
            marked.symbols.push_back(text[k]);
            marked.handwritten.push_back(false);
            continue;
        }
        const std::size_t end = text.find(closing, k);
        if (end == std::u32string::npos) continue;
        for (++k; k < end; ++k) {
            marked.symbols.push_back(text[k]);
            marked.handwritten.push_back(true);
        }
    }
    return marked;
}

std::u32string written_out(char32_t c) {
    switch (c) {
        case U'“':
        case U'”':
            return U"\"";
        case U'‘':
        case U'’':
            return U"'";
        case U'–':
            return U"-";
        case U'…':
            return U"...";
        default:
            return {c};
    }
}

/// Frees one of the blanks around each handwritten span that stands between blanks or at an end of the text.
void free_blanks_around(ScoredText& text) {
    const std::size_t size = text.symbols.size();
    std::size_t k = 0;
    while (k < size) {
        if (!text.handwritten[k]) {
            ++k;
            continue;
        }
        const std::size_t begin = k;
        while (k < size && text.handwritten[k]) ++k;
        const bool blank_before = begin == 0 || text.symbols[begin - 1] == U' ';
        const bool blank_after = k == size || text.symbols[k] == U' ';
        if (!blank_before || !blank_after) continue;
        if (k < size) {
            text.handwritten[k++] = true;
        } else if (begin > 0) {
            text.handwritten[begin - 1] = true;
        }
    }
}

ScoredText single_blanks(const Marked& marked) {
    ScoredText text;
    for (std::size_t k = 0; k < marked.symbols.size(); ++k) {
        const bool blank = is_blank(marked.symbols[k]);
        if (blank && (text.symbols.empty() || text.symbols.back() == U' ')) continue;
        for (const char32_t c : written_out(blank ? U' ' : marked.symbols[k])) {
            text.symbols.push_back(c);
            text.handwritten.push_back(marked.handwritten[k]);
        }
    }
    if (!text.symbols.empty() && text.symbols.back() == U' ') {
        text.symbols.pop_back();
        text.handwritten.pop_back();
    }
    return text;
}

}  // namespace

bool ScoredText::any_handwriting() const {
    return std::find(handwritten.begin(), handwritten.end(), true) != handwritten.end();
}

std::u32string scored_form(std::string_view text) {
    std::u32string symbols = to_utf32(nfc(text));
    std::erase_if(symbols, [](char32_t c) { return c == opening || c == closing; });
    return single_blanks({symbols, std::vector<bool>(symbols.size(), false)}).symbols;
}

ScoredText truth_text(std::string_view text) {
    ScoredText scored = single_blanks(without_brackets(to_utf32(nfc(text))));
    free_blanks_around(scored);
    return scored;
}

std::vector<std::u32string> printed_lines(std::string_view text) {
    const Marked marked = without_brackets(to_utf32(nfc(text)));
    std::vector<std::u32string> lines;
    Marked line;
    const auto finish = [&] {
        line.handwritten.assign(line.symbols.size(), false);
        if (std::u32string scored = single_blanks(line).symbols; !scored.empty()) lines.push_back(std::move(scored));
        line = {};
    };
    for (std::size_t k = 0; k < marked.symbols.size(); ++k) {
        if (marked.symbols[k] == U'\n') {
            finish();
        } else if (!marked.handwritten[k]) {
            line.symbols.push_back(marked.symbols[k]);
        }
    }
    finish();
    return lines;
}

std::u32string bare(std::u32string_view symbols) {
    std::unordered_map<char32_t, char32_t> known;
    std::u32string result(symbols);
    for (char32_t& c : result) {
        if (c < 0x80) continue;
        auto [entry, fresh] = known.try_emplace(c, c);
        if (fresh) {
            const std::u32string letter = to_utf32(without_marks(to_utf8({&c, 1})));
            if (letter.size() == 1) entry->second = letter.front();
        }
        c = entry->second;
    }
    return result;
}

}  // namespace sohoa::evaluate
