#include "pipeline/dossier/passage.h"

#include <algorithm>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"

namespace sohoa::dossier {

void Passage::add(const Piece& piece, std::size_t begin, std::size_t end) {
    bool first = true;
    for (const PlacedWord& placed : piece.words) {
        if (placed.end <= begin || placed.begin >= end) continue;
        const std::size_t from = std::max(placed.begin, begin);
        const std::size_t to = std::min(placed.end, end);
        const std::u32string_view word = std::u32string_view(piece.text).substr(from, to - from);
        const bool hyphen =
            first && text_.size() > 1 && text_.back() == U'-' && is_word_character(text_[text_.size() - 2]);
        if (hyphen && is_lower(text_[text_.size() - 2]) && is_lower(word.front())) {
            text_.pop_back();
            bare_.pop_back();
        } else if (!hyphen && !text_.empty()) {
            text_.push_back(U' ');
            bare_.push_back(U' ');
        }
        first = false;
        words_.push_back({text_.size(), text_.size() + word.size(), piece.page, placed.scan_box, placed.scan_quad,
                          placed.confidence});
        text_ += word;
        bare_ += std::u32string_view(piece.bare).substr(from, to - from);
    }
}

double Passage::mean_confidence() const {
    double sum = 0;
    for (const Word& word : words_) sum += word.confidence;
    return words_.empty() ? 0 : sum / static_cast<double>(words_.size());
}

std::vector<RereadRequest> Passage::requests(ocr::Grammar grammar) const {
    constexpr double sure = 0.9;
    if (std::all_of(words_.begin(), words_.end(), [](const Word& word) { return word.confidence >= sure; })) return {};
    std::vector<RereadRequest> requests;
    const Word* last = nullptr;
    for (const Word& word : words_) {
        const auto& corners = word.scan_quad.corners;
        // On its line the next word begins where the last one ends, about as high as it.
        const auto follows = [&] {
            const Point down{corners[3].x - corners[0].x, corners[3].y - corners[0].y};
            const Point step{corners[0].x - last->scan_quad.corners[1].x, corners[0].y - last->scan_quad.corners[1].y};
            const double height = down.x * down.x + down.y * down.y;
            const double off = step.x * down.x + step.y * down.y;
            return word.page == last->page && off < height && off > -height;
        };
        if (last == nullptr || !follows()) {
            requests.push_back({word.page, {word.scan_quad, grammar}});
        } else {
            auto& place = requests.back().place.quad.corners;
            place[1] = corners[1];
            place[2] = corners[2];
        }
        last = &word;
    }
    return requests;
}

std::string Passage::part(std::size_t begin, std::size_t end) const {
    if (begin >= text_.size() || end <= begin) return {};
    return single_spaced(to_utf8(std::u32string_view(text_).substr(begin, end - begin)));
}

Field Passage::field(std::size_t begin, std::size_t end, std::string name, std::string normalized,
                     double rule_strength) const {
    Field field;
    field.name = std::move(name);
    field.value = part(begin, end);
    field.normalized = std::move(normalized);
    double least = 1;
    bool any = false;
    for (const Word& word : words_) {
        if (word.end <= begin || word.begin >= end) continue;
        least = std::min(least, word.confidence);
        any = true;
        if (!field.evidence.empty() && field.evidence.back().page == word.page) {
            field.evidence.back().box = bounding(field.evidence.back().box, word.scan_box);
        } else {
            field.evidence.push_back({word.page, word.scan_box, "text"});
        }
    }
    field.confidence = any ? least * rule_strength : 0;
    return field;
}

}  // namespace sohoa::dossier
