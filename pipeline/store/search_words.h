#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sohoa::store {

/// A word of a text as it is searched for, and where it stands.
struct Word {
    std::string exact;      ///< lower case with marks, new tone placement
    std::string plain;      ///< without marks, đ as d
    std::size_t begin = 0;  ///< bytes of the NFC text
    std::size_t end = 0;
};

/// A text in NFC and its words. Words are runs of letters, digits and marks; longer ones than 64 characters are cut.
struct SearchText {
    std::string text;
    std::vector<Word> words;
};

SearchText search_text(std::string_view text);

/// One thing asked for: a word, or several that stand side by side.
struct Term {
    std::vector<Word> words;  ///< never empty
};

/// What was asked for, understood.
struct SearchWords {
    std::vector<Term> terms;
    bool with_marks = false;  ///< some word was typed with marks or đ: then they count
    bool open_end = false;    ///< the last word may be the beginning of one

    bool empty() const { return terms.empty(); }
};

/// Reads what somebody typed. Words are separated by blanks; "…" (also “…”) makes a phrase, and so do signs inside a
/// word: 1403/BC-VP. Nothing in it is an operator. At most 32 words count; any bytes are taken.
SearchWords search_words(std::string_view typed);

/// Which of the two columns of the index is asked, and how.
enum class Column { exact, plain };
enum class Ask {
    all_words,     ///< every term somewhere
    near_by,       ///< every term, at most ten words between them
    side_by_side,  ///< all words in the order typed
    open_end       ///< as all_words, the last one as a beginning
};

/// The question in the language of FTS5: quoted letters and digits only, so no typed sign reaches it as an operator.
/// Call for what is not empty().
std::string match_expression(const SearchWords& words, Column column, Ask ask);

}  // namespace sohoa::store
