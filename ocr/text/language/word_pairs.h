#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sohoa::ocr {

/// Which Vietnamese words (single syllables, as they stand between blanks) are known to follow each other, and from
/// that how likely one is behind another.
///
/// The tables tell pairs but not how often they were seen. A word's own share is taken from the number of different
/// words it was seen behind (the lower order of Kneser and Ney, "Improved backing-off for m-gram language modeling",
/// 1995); pairs of a dictionary weigh more than pairs that were merely seen.
class WordPairs {
public:
    using Id = std::uint32_t;
    static constexpr Id none = ~Id{0};

    /// `pairs`: a line a word, then the words that follow it, each between blanks, those of a dictionary behind a "+".
    /// `phrases`: a phrase a line. Lines that begin with # are remarks. Lower case, NFC.
    WordPairs(std::string_view pairs, std::string_view phrases);

    /// models/language/pairs.txt and phrases.txt, as they were built into the program.
    static const WordPairs& built_in();

    /// Names the table that `built_in` holds by a hash over both texts: "word pairs 0a1b2c3d".
    static std::string built_in_version();

    /// Any case, either placement of tone marks; `none` for what is no known word.
    Id find(std::string_view word) const;

    /// Natural logarithm of how likely `word` is behind `previous`; `none` for `previous` where nothing is known of it.
    double log_probability(Id previous, Id word) const;

private:
    struct Follower {
        Id word = none;
        float weight = 0;  ///< among those of the same word
    };

    Id add(std::string_view word);
    void read_pairs(std::string_view text);
    void read_phrases(std::string_view text);
    void weigh();

    std::unordered_map<std::string, Id> ids_;
    std::vector<std::vector<Follower>> followers_;  ///< by word, each sorted by id
    std::vector<double> shares_;                    ///< by word
    double unknown_share_ = 1;
};

}  // namespace sohoa::ocr
