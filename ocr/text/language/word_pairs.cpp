#include "ocr/text/language/word_pairs.h"

#include <algorithm>
#include <cmath>

#include "base/sha256.h"
#include "base/vietnamese.h"

namespace sohoa::models {
std::string_view word_pairs();
std::string_view word_phrases();
}  // namespace sohoa::models

namespace sohoa::ocr {

namespace {

constexpr float seen = 1;
constexpr float in_dictionary = 20;  // against the mean of the pairs that were merely seen

/// Calls `take` with every line that is no remark.
template <typename Take>
void for_each_line(std::string_view text, Take take) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && line.front() != '#') take(line);
    }
}

/// Cuts the next word off; empty where there is none.
std::string_view next_word(std::string_view& line) {
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(end);
    return word;
}

}  // namespace

WordPairs::WordPairs(std::string_view pairs, std::string_view phrases) {
    read_pairs(pairs);
    read_phrases(phrases);
    weigh();
}

const WordPairs& WordPairs::built_in() {
    static const WordPairs table(models::word_pairs(), models::word_phrases());
    return table;
}

std::string WordPairs::built_in_version() {
    constexpr std::size_t digits = 8;
    static const std::string version =
        "word pairs " + hex(sha256(std::string(models::word_pairs()).append(models::word_phrases()))).substr(0, digits);
    return version;
}

WordPairs::Id WordPairs::add(std::string_view word) {
    const auto [at, is_new] = ids_.emplace(word, static_cast<Id>(followers_.size()));
    if (is_new) followers_.emplace_back();
    return at->second;
}

void WordPairs::read_pairs(std::string_view text) {
    for_each_line(text, [this](std::string_view line) {
        const Id first = add(next_word(line));
        while (true) {
            std::string_view word = next_word(line);
            if (word.empty()) break;
            const bool listed = word.front() == '+';
            if (listed) word.remove_prefix(1);
            const Id second = add(word);
            followers_[first].push_back({second, listed ? in_dictionary : seen});
        }
    });
}

void WordPairs::read_phrases(std::string_view text) {
    for_each_line(text, [this](std::string_view line) {
        Id previous = none;
        while (true) {
            const std::string_view word = next_word(line);
            if (word.empty()) break;
            const Id here = add(new_tone_placement(word));
            if (previous != none) followers_[previous].push_back({here, in_dictionary});
            previous = here;
        }
    });
}

void WordPairs::weigh() {
    for (auto& row : followers_) {
        // The same pair may come from both texts: the heavier one counts.
        std::sort(row.begin(), row.end(), [](const Follower& a, const Follower& b) {
            return a.word != b.word ? a.word < b.word : a.weight > b.weight;
        });
        row.erase(
            std::unique(row.begin(), row.end(), [](const Follower& a, const Follower& b) { return a.word == b.word; }),
            row.end());
    }
    constexpr double rarest = 0.3;
    constexpr double words_unseen = 20000;
    std::vector<double> counts(followers_.size(), rarest);
    for (const auto& row : followers_) {
        for (const Follower& follower : row) counts[follower.word] += follower.weight > seen ? 3 : 1;
    }
    double sum = rarest * words_unseen;
    for (const double count : counts) sum += count;
    shares_.resize(counts.size());
    for (std::size_t k = 0; k < counts.size(); ++k) shares_[k] = counts[k] / sum;
    unknown_share_ = rarest / sum;
    for (auto& row : followers_) {
        // Among pairs that were seen, those of common words were seen more often.
        double mean = 0;
        for (const Follower& follower : row) mean += std::sqrt(counts[follower.word]);
        mean /= static_cast<double>(std::max<std::size_t>(1, row.size()));
        double whole = 0;
        for (Follower& follower : row) {
            const double common = std::sqrt(counts[follower.word]) / mean;
            follower.weight = static_cast<float>(common + (follower.weight > seen ? follower.weight : 0));
            whole += follower.weight;
        }
        for (Follower& follower : row) follower.weight = static_cast<float>(follower.weight / whole);
    }
}

WordPairs::Id WordPairs::find(std::string_view word) const {
    const auto at = ids_.find(new_tone_placement(lower(word)));
    return at == ids_.end() ? none : at->second;
}

double WordPairs::log_probability(Id previous, Id word) const {
    constexpr double backing_off = 0.3;
    const double share = word == none ? unknown_share_ : shares_[word];
    if (previous == none || followers_[previous].empty()) return std::log(share);
    const auto& row = followers_[previous];
    const auto at = std::lower_bound(row.begin(), row.end(), word,
                                     [](const Follower& follower, Id wanted) { return follower.word < wanted; });
    const double behind = at != row.end() && at->word == word ? at->weight : 0;
    return std::log(backing_off * share + (1 - backing_off) * behind);
}

}  // namespace sohoa::ocr
