#include "pipeline/evaluate/text_score.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/evaluate/edit_distance.h"
#include "pipeline/evaluate/scored_text.h"
#include "pipeline/evaluate/scored_words.h"

namespace sohoa::evaluate {

namespace {

constexpr std::size_t longest_for_lines = 100'000;

std::size_t printed(const std::vector<bool>& handwritten) {
    return static_cast<std::size_t>(std::count(handwritten.begin(), handwritten.end(), false));
}

Share words_found(const ScoredWords& truth, const ScoredWords& output) {
    std::unordered_map<char32_t, std::size_t> left;
    for (const char32_t word : output.numbers) ++left[word];
    Share found;
    for (std::size_t k = 0; k < truth.numbers.size(); ++k) {
        if (truth.handwritten[k]) continue;
        ++found.of;
        auto& count = left[truth.numbers[k]];
        if (count == 0) continue;
        --count;
        ++found.count;
    }
    return found;
}

Share lines_anywhere(std::string_view truth, std::u32string_view output) {
    Share share;
    for (const std::u32string& line : printed_lines(truth)) {
        share += {nearest_part(line, output).distance, line.size()};
    }
    return share;
}

}  // namespace

TextScore& TextScore::operator+=(const TextScore& other) {
    characters += other.characters;
    words += other.words;
    base += other.base;
    lines += other.lines;
    free_words += other.free_words;
    handwriting += other.handwriting;
    return *this;
}

TextScore score_text(std::string_view truth, std::string_view output) {
    const ScoredText wanted = truth_text(truth);
    const std::u32string read = scored_form(output);
    const ScoredText read_text{read, std::vector<bool>(read.size(), false)};
    TextScore score;
    const std::size_t characters = printed(wanted.handwritten);
    score.characters = {edit_distance_with_free(wanted.symbols, wanted.handwritten, read), characters};
    score.base = {edit_distance_with_free(bare(wanted.symbols), wanted.handwritten, bare(read)), characters};
    if (wanted.any_handwriting()) {
        const std::size_t all = edit_distance(wanted.symbols, read);
        score.handwriting = {all - std::min(all, score.characters.count), wanted.symbols.size() - characters};
    }
    Numbering numbering;
    const ScoredWords wanted_words = words_of(wanted, numbering);
    const ScoredWords read_words = words_of(read_text, numbering);
    score.words = {edit_distance_with_free(wanted_words.numbers, wanted_words.handwritten, read_words.numbers),
                   printed(wanted_words.handwritten)};
    score.free_words = words_found(wanted_words, read_words);
    if (std::max(wanted.symbols.size(), read.size()) <= longest_for_lines) score.lines = lines_anywhere(truth, read);
    return score;
}

TextScore total_loss(std::string_view truth) {
    return score_text(truth, {});
}

}  // namespace sohoa::evaluate
