#pragma once
#include <string_view>
#include <vector>

#include "samples/maker/card_sheet.h"
#include "samples/maker/paper.h"

namespace sohoa::maker {

/// What a kind of card is printed from.
struct CardPattern {
    const char* kind;
    double width, height;  ///< mm
    void (*front)(Card&);
    void (*back)(Card&);   ///< nullptr: only the front is ever shown
    int first_birth_year;  ///< of holders by lot
    int last_birth_year;
    Person (*issue)(Person, Random&);  ///< the holder as this card knows them: its number, its day of issue
    Date (*expiry)(const Person&);
    bool one_look;  ///< printed by the pattern unless a lay is asked for
};

struct CardOrder {
    std::string_view face;      ///< "front", "back", "both"
    std::string_view lay = {};  ///< one of card_lays(), "any", or empty
};

/// How cards come before a scanner or camera:
/// "alone": the card itself and nothing else, to be photographed from near or laid on the glass;
/// "glass": anywhere on a sheet's place on the glass, at any angle, mostly small, sometimes by quarters;
/// "stacked", "beside": both faces on A4 below or beside each other; "two_people": both faces of two people's cards.
/// Empty stands for one face on a small sheet, or both stacked and level on A4.
const std::vector<std::string_view>& card_lays();

/// Prints a card. With a lay the print varies as print runs do, and the holder is by lot instead of `holder`.
Paper print_card(const CardPattern& pattern, const Person& holder, const CardOrder& order, Random random, int dpi);

}  // namespace sohoa::maker
