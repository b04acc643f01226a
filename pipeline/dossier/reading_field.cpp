#include "pipeline/dossier/reading_field.h"

#include <algorithm>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"

namespace sohoa::dossier {

namespace {

bool hangs(char32_t c) {
    return c == U' ' || c == U',' || c == U';' || c == U':' || c == U'.' || c == U'…' || c == U'_' || c == U'|' ||
           c == U'*';
}

/// "phát-\ntriển" was one word only when the hyphen stands without a blank and small letters follow.
std::string joined(const std::string& first, const std::string& second) {
    const std::u32string left = to_utf32(first);
    const std::u32string right = to_utf32(second);
    const bool hyphen = left.size() > 1 && left.back() == U'-' && is_lower(left[left.size() - 2]) && !right.empty() &&
                        is_lower(right.front());
    if (hyphen) return first.substr(0, first.size() - 1) + second;
    return single_spaced(first + " " + second);
}

}  // namespace

Field field_from(const Piece& piece, std::size_t begin, std::size_t end, std::string name, std::string normalized,
                 double rule_strength) {
    Field field;
    field.name = std::move(name);
    field.value = piece.part(begin, end);
    field.normalized = std::move(normalized);
    field.confidence = piece.confidence(begin, end) * rule_strength;
    field.evidence.push_back({piece.page, piece.scan_box(begin, end), "text"});
    return field;
}

void extend(Field& field, const Piece& piece, std::size_t begin, std::size_t end, double rule_strength) {
    field.value = joined(field.value, piece.part(begin, end));
    field.normalized = normal_text(field.value);
    field.confidence = std::min(field.confidence, piece.confidence(begin, end) * rule_strength);
    const Box box = piece.scan_box(begin, end);
    if (!field.evidence.empty() && field.evidence.back().page == piece.page) {
        field.evidence.back().box = bounding(field.evidence.back().box, box);
    } else {
        field.evidence.push_back({piece.page, box, "text"});
    }
}

std::string normal_text(std::string_view text) {
    std::u32string points = to_utf32(single_spaced(text));
    while (!points.empty() && hangs(points.back())) points.pop_back();
    const auto first = std::find_if_not(points.begin(), points.end(), hangs);
    return to_utf8(std::u32string(first, points.end()));
}

std::string normal_name(std::string_view text) {
    const std::u32string points = to_utf32(nfc(text));
    const auto letter = [&](std::size_t k) {
        return k < points.size() && is_word_character(points[k]) && !is_digit(points[k]);
    };
    std::u32string kept;
    for (std::size_t k = 0; k < points.size(); ++k) {
        // "H'Hen", "Y-Bia": only between letters.
        const bool joint = (points[k] == U'\'' || points[k] == U'-') && k > 0 && letter(k - 1) && letter(k + 1);
        kept.push_back(letter(k) || joint ? points[k] : U' ');
    }
    return upper(single_spaced(to_utf8(kept)));
}

const Field* field_named(const std::vector<Field>& fields, std::string_view name) {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

}  // namespace sohoa::dossier
