#include "pipeline/dossier/label_hits.h"

#include <algorithm>
#include <optional>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"

namespace sohoa::dossier {

namespace {

constexpr std::size_t long_label = 8;  ///< letters: such a label is believed at a line's start without its colon
constexpr std::size_t longest_translation = 32;

struct Candidate {
    LabelHit hit;
    double score = 0;  ///< letters that speak for it
};

double errors_allowed(const Phrase& phrase) {
    const auto letters = static_cast<double>(std::count_if(phrase.bare.begin(), phrase.bare.end(), is_word_character));
    return letters < 6 ? 0.4 : std::max(1.0, letters / 8);
}

/// What may stand between a label and its value: "(1)", "/ Full name", ":".
struct LabelEnd {
    std::size_t at = 0;
    bool colon = false;
};

LabelEnd label_end(std::u32string_view text, std::size_t at) {
    LabelEnd end{after_blanks(text, at), false};
    if (end.at < text.size() && text[end.at] == U'(') {
        const auto close = text.find(U')', end.at);
        if (close != std::u32string_view::npos && close - end.at < 60) end.at = after_blanks(text, close + 1);
    }
    if (end.at < text.size() && (text[end.at] == U'/' || text[end.at] == U'|')) {
        const auto colon = text.find(U':', end.at);
        const bool near = colon != std::u32string_view::npos && colon - end.at < longest_translation;
        end.at = near ? colon : text.size() - end.at < longest_translation ? text.size() : end.at;
    }
    while (end.at < text.size() &&
           (text[end.at] == U':' || text[end.at] == U';' || text[end.at] == U'.' || text[end.at] == U'…')) {
        end.colon = true;
        end.at = after_blanks(text, end.at + 1);
    }
    return end;
}

/// "1.", "a)", "-", "2.1." and the like before a label that begins the line.
bool only_numbering(std::u32string_view text) {
    if (text.size() > 7) return false;
    int letters = 0;
    for (const char32_t c : text) {
        if (is_word_character(c) && !is_digit(c)) ++letters;
    }
    return letters <= 1 || (letters <= 3 && text.find(U'.') != std::u32string_view::npos);
}

/// Inside a line a label without its colon may be a word of the value: "Địa điểm: Thửa đất số 125". It is believed
/// after the end of a clause or a number, or as the capital that begins anew.
bool may_begin_inside(const Piece& piece, std::size_t begin) {
    std::size_t before = begin;
    while (before > 0 && piece.bare[before - 1] == U' ') --before;
    if (before == 0) return true;
    const char32_t last = piece.bare[before - 1];
    if (last == U',' || last == U';' || last == U'.' || last == U'…' || last == U'(' || is_digit(last)) return true;
    return last != U':' && is_upper(piece.text[begin]);
}

/// "cấp ngày 05 tháng 3 năm 2024": the word belongs to the label and to the date.
std::size_t value_begin(const Match& match, const LabelEnd& end, const LabelRule* rule, const Phrase& phrase) {
    constexpr std::u32string_view day = U"ngay";
    const bool dated = rule != nullptr && (rule->type == ValueType::date || rule->type == ValueType::time);
    const bool shared = dated && !end.colon && phrase.bare.size() > day.size() &&
                        phrase.bare.compare(phrase.bare.size() - day.size(), day.size(), day) == 0;
    return shared ? match.end - day.size() : end.at;
}

std::optional<Candidate> candidate_at(const Piece& piece, const Match& match, const LabelRule* rule,
                                      const Phrase& phrase, bool person) {
    // "Mục đích sử dụng: Đất ở" is not the label "Mục đích sử dụng đất".
    const auto label = std::u32string_view(piece.bare).substr(match.begin, match.end - match.begin);
    if (label.find(U':') != std::u32string_view::npos && phrase.bare.find(U':') == std::u32string::npos)
        return std::nullopt;
    const LabelEnd end = label_end(piece.bare, match.end);
    const bool starts = only_numbering(std::u32string_view(piece.bare).substr(0, match.begin));
    const bool heading = rule == nullptr || rule->field.empty();
    const bool alone = starts && end.at >= piece.text.size();
    const bool long_enough = phrase.bare.size() >= long_label;
    const bool inside = long_enough && match.errors < 0.5 && !heading && may_begin_inside(piece, match.begin);
    // "CCCD số:" is no "Số:".
    if (phrase.bare.size() <= 2 && !starts && !may_begin_inside(piece, match.begin)) return std::nullopt;
    const bool believed = end.colon || alone || (starts && long_enough) || inside;
    if (!believed || (heading && !starts)) return std::nullopt;
    return Candidate{{&piece, match.begin, value_begin(match, end, rule, phrase), rule, &phrase, person, starts},
                     static_cast<double>(phrase.bare.size()) - 4 * match.errors + (end.colon ? 2 : 0)};
}

void add_candidates(const Piece& piece, const LabelRule* rule, const std::vector<Phrase>& phrases, bool person,
                    std::vector<Candidate>& candidates) {
    for (const Phrase& phrase : phrases) {
        std::size_t from = 0;
        while (from + 2 < piece.bare.size()) {
            const auto match =
                find_phrase(std::u32string_view(piece.bare).substr(from), phrase.bare, errors_allowed(phrase));
            if (!match) break;
            const Match in_piece{from + match->begin, from + match->end, match->errors};
            if (const auto candidate = candidate_at(piece, in_piece, rule, phrase, person))
                candidates.push_back(*candidate);
            from = in_piece.end;
        }
    }
}

bool overlap(const LabelHit& a, const LabelHit& b) {
    return a.begin < b.end && b.begin < a.end;
}

}  // namespace

std::vector<LabelHit> find_labels(const Sheet& page, const std::vector<LabelRule>& rules,
                                  const std::vector<LabelRule>* person_rules) {
    std::vector<LabelHit> hits;
    for (const Piece& piece : page.pieces) {
        std::vector<Candidate> candidates;
        for (const LabelRule& rule : rules) add_candidates(piece, &rule, rule.labels, false, candidates);
        if (person_rules != nullptr) {
            for (const LabelRule& rule : *person_rules) add_candidates(piece, &rule, rule.labels, true, candidates);
        }
        add_candidates(piece, nullptr, label_table().stops, false, candidates);
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
        std::vector<LabelHit> kept;
        for (const Candidate& candidate : candidates) {
            const bool free = std::none_of(kept.begin(), kept.end(),
                                           [&](const LabelHit& hit) { return overlap(hit, candidate.hit); });
            if (free) kept.push_back(candidate.hit);
        }
        std::sort(kept.begin(), kept.end(), [](const LabelHit& a, const LabelHit& b) { return a.begin < b.begin; });
        hits.insert(hits.end(), kept.begin(), kept.end());
    }
    return hits;
}

}  // namespace sohoa::dossier
