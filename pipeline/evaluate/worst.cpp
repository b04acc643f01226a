#include "pipeline/evaluate/worst.h"

#include <algorithm>

#include "base/vietnamese.h"
#include "pipeline/dossier/identity/personal_papers.h"
#include "pipeline/evaluate/edit_distance.h"
#include "pipeline/evaluate/scored_text.h"

namespace sohoa::evaluate {

namespace {

constexpr std::size_t most_of_a_paper = 6;
constexpr std::size_t longest_text = 100'000;  // characters; beyond, trying every line everywhere takes minutes
constexpr double lost = 0.6;                   // edits per character from which a line counts as nowhere

/// The lines of an output as one text, and where each of them begins in it.
struct Flat {
    std::u32string text;
    std::vector<std::size_t> begins;  ///< one for each line of the reading; empty without one
};

Flat flat_of(const Reading* reading, std::string_view output) {
    Flat flat;
    if (reading == nullptr) {
        flat.text = scored_form(output);
        return flat;
    }
    for (const ReadLine& line : reading->lines) {
        flat.begins.push_back(flat.text.size());
        flat.text += scored_form(line.text);
        flat.text.push_back(U' ');
    }
    return flat;
}

int turn_of(const Reading& reading, int page) {
    const bool known = page > 0 && static_cast<std::size_t>(page) <= reading.turns.size();
    return known ? reading.turns[static_cast<std::size_t>(page) - 1] : 0;
}

/// The box around the read lines that text[begin, end) touches, on the page of the first of them.
Place place_of(const Flat& flat, const Nearest& part, const Reading* reading, const std::string& scan_path) {
    Place place{scan_path, 0, {}, 0};
    for (std::size_t k = 0; k < flat.begins.size(); ++k) {
        const std::size_t end = k + 1 < flat.begins.size() ? flat.begins[k + 1] : flat.text.size();
        if (end <= part.begin + 1 || flat.begins[k] >= part.end) continue;
        const ReadLine& line = reading->lines[k];
        if (place.page == 0) place.page = line.page;
        if (line.page == place.page) place.box = bounding(place.box, line.box);
    }
    if (reading != nullptr) place.turn = turn_of(*reading, place.page);
    return place;
}

template <class Case, class Worse>
void keep_worst(std::vector<Case>& cases, std::size_t most, Worse worse) {
    std::stable_sort(cases.begin(), cases.end(), worse);
    if (cases.size() > most) cases.resize(most);
}

bool more_edits(const WorstLine& a, const WorstLine& b) {
    return a.edits > b.edits;
}

int weight(const FieldVerdict& verdict) {
    const int outcome = verdict.outcome == Outcome::wrong ? 3 : verdict.outcome == Outcome::unasked ? 2 : 1;
    return outcome + (verdict.status == "accepted" ? 10 : 0) - (verdict.handwritten ? 3 : 0);
}

}  // namespace

void WorstCases::add(const PaperScore& score, const Truth& truth, const Reading* reading, std::string_view output) {
    const bool of_card = dossier::is_card_kind(truth.kind);
    add_words(score, reading, of_card);
    if (score.pair.missing()) return;
    if (score.text.characters.count > 0) add_lines(score, truth, reading, output);
    add_fields(score, reading, of_card);
}

void WorstCases::add_lines(const PaperScore& score, const Truth& truth, const Reading* reading,
                           std::string_view output) {
    const Flat flat = flat_of(reading, output);
    if (flat.text.size() > longest_text) return;
    std::vector<WorstLine> of_paper;
    for (const std::u32string& line : printed_lines(truth.text)) {
        const Nearest part = nearest_part(line, flat.text);
        if (part.distance == 0) continue;
        WorstLine worst{score.pair.stem + "." + score.pair.level, to_utf8(line), "", part.distance, {}};
        if (static_cast<double>(part.distance) < lost * static_cast<double>(line.size())) {
            worst.given = to_utf8(std::u32string_view(flat.text).substr(part.begin, part.end - part.begin));
            worst.place = place_of(flat, part, reading, score.pair.scan_path);
            worst.place.of_card = dossier::is_card_kind(truth.kind);
        }
        of_paper.push_back(std::move(worst));
    }
    keep_worst(of_paper, most_of_a_paper, more_edits);
    lines_.insert(lines_.end(), std::make_move_iterator(of_paper.begin()), std::make_move_iterator(of_paper.end()));
    keep_worst(lines_, most_lines_, more_edits);
}

void WorstCases::add_fields(const PaperScore& score, const Reading* reading, bool of_card) {
    for (const FieldVerdict& verdict : score.fields) {
        if (verdict.outcome == Outcome::right) continue;
        const int turn = reading == nullptr ? 0 : turn_of(*reading, verdict.page);
        fields_.push_back({score.pair.stem + "." + score.pair.level,
                           verdict,
                           {score.pair.scan_path, verdict.page, verdict.box, turn, of_card}});
    }
    keep_worst(fields_, most_fields_,
               [](const WorstField& a, const WorstField& b) { return weight(a.verdict) > weight(b.verdict); });
}

void WorstCases::add_words(const PaperScore& score, const Reading* reading, bool of_card) {
    for (const JudgedWord& judged : score.words) {
        const ReadWord& word = judged.word;
        if (judged.right || word.confidence.value_or(0) < Reliability::sure) continue;
        const int turn = reading == nullptr ? 0 : turn_of(*reading, word.page);
        words_.push_back({score.pair.stem + "." + score.pair.level,
                          judged.truth,
                          word.text,
                          *word.confidence,
                          {score.pair.scan_path, word.page, word.box, turn, of_card}});
    }
    keep_worst(words_, most_words_, [](const WorstWord& a, const WorstWord& b) { return a.told > b.told; });
}

}  // namespace sohoa::evaluate
