#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sohoa::dossier {

/// What is odd about a code and yet no reason to refuse it: the tables behind these codes change with each decision
/// that announces new ones.
enum class CodeWarning {
    unknown_agency,   ///< its level-1 code stands in no table
    expired_agency,   ///< the agency's code was not given out on the code's own date
    impossible_date,  ///< its date is none of the calendar
    too_long,         ///< longer than the rule allows
    mended            ///< a letter was taken for a digit, or a digit for a letter, where only the other may stand
};

using CodeWarnings = std::vector<CodeWarning>;

/// A code as people and recognisers write it, made plain: no blanks, every dash `-`, every slash `/`, Ð and ð → Đ,
/// full-width forms → ASCII, letters in capitals. nullopt when it is longer than `longest` characters, empty, or holds
/// what no code is made of: letters, digits, `-`, `/`, `.`, `,`, `&`.
std::optional<std::u32string> plain_code(std::string_view text, std::size_t longest = 64);

/// Reads a plain code from left to right by what each place may hold. Where only a digit may stand, O and Q are 0 and
/// I, L and | are 1; where only a letter may stand, 0 is O and 1 is I. Once something did not fit, nothing fits any
/// more.
class CodeCursor {
public:
    explicit CodeCursor(std::u32string_view code) : code_(code) {}

    /// Exactly `count` digits.
    std::string digits(std::size_t count);
    /// As many true digits and look-alikes as there are; between `fewest` and `most`.
    std::string digits(std::size_t fewest, std::size_t most);
    /// Exactly one letter of A…Z.
    std::string letter();
    /// Between `fewest` and `most` of A…Z and 0…9, as they stand.
    std::string letters_or_digits(std::size_t fewest, std::size_t most);
    /// One of these characters; the one that stood there, 0 where none did.
    char one_of(std::string_view characters);
    /// Passes over the word where it stands next; nothing is mended.
    bool passes(std::string_view word);

    bool next_is(char c) const { return at_ < code_.size() && code_[at_] == static_cast<char32_t>(c); }
    bool ended() const { return at_ == code_.size(); }
    /// All of it was read, and all fitted.
    bool done() const { return fits_ && ended(); }
    bool fits() const { return fits_; }
    bool mended() const { return mended_; }

private:
    std::string taken(std::size_t fewest, std::size_t most, char32_t (*form)(char32_t));

    std::u32string_view code_;
    std::size_t at_ = 0;
    bool fits_ = true;
    bool mended_ = false;
};

/// 0…9 only, and exactly so many.
bool is_digits(std::string_view text, std::size_t length);

}  // namespace sohoa::dossier
