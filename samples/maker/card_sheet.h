#pragma once
#include <string>
#include <vector>

#include "samples/maker/ink_mark.h"
#include "samples/maker/people.h"
#include "samples/maker/sheet.h"

namespace sohoa::maker {

/// How labels stand on a print run of a card.
enum class CardLabels {
    pattern,     ///< "Họ và tên / Full name:"
    tight,       ///< "Họ và tên/Full name:"
    no_colon,    ///< "Họ và tên / Full name"
    vietnamese,  ///< "Họ và tên:"
    parted,      ///< "Họ và tên / Full name :"
};

/// What differs between print runs of one pattern.
struct CardLook {
    std::string family;  ///< of the letters
    double size = 1;     ///< times the letters of the pattern
    double shift_x = 0;  ///< mm by which the holder's data miss their places
    double shift_y = 0;
    double ink = 0.34;  ///< strength of the ground
    double tone = 0;    ///< −1 … 1: turns the ground from its colour to its neighbours
    CardLabels labels = CardLabels::pattern;
    bool varied = false;
};

/// The look of the pattern itself, and one by lot.
CardLook pattern_look();
CardLook any_card_look(Random random);

struct CardRow {
    std::string label;  ///< as printed, may be empty
    std::string value;
    bool below = false;  ///< the value stands under its label
    bool bold = true;
    double larger = 1;  ///< times the letters of the other rows
};

/// One face of a card under the printer. Everything is in mm from the card's left top corner.
struct Card {
    Sheet& sheet;
    Truth& truth;
    const Person& holder;
    double x, y;  ///< mm of the corner on the sheet
    Date expiry;  ///< year 0: none
    Random& random;
    CardLook look;
    double width = 85.6;
    double height = 53.98;
    std::vector<PlacedMark> marks = {};  ///< pressed after printing, in mm of the sheet

    TextStyle face(double points) const;
    /// Writes from (left, top) of the card; returns y on the card below.
    double write(const std::string& text, const TextStyle& style, double left, double top, double width,
                 Align align = Align::left);
    /// The label, and the value bold after it.
    double labelled(const std::string& label, const std::string& value, double left, double top, double width,
                    double points = 5.6);
    /// Writes in one line, smaller where the width is too small.
    double fitted(const std::string& text, TextStyle style, double left, double top, double width,
                  Align align = Align::left);
    /// Writes rows below each other between `top` and `bottom`: smaller, down to two thirds, where they need more room.
    double rows(const std::vector<CardRow>& rows, const TextStyle& style, const Rect& place, double gap);
    /// Label and value on dotted leaders, at least `lines` of them; returns the baseline of the last.
    double dotted(const std::string& label, const std::string& value, const TextStyle& label_style,
                  const TextStyle& value_style, double left, double baseline, double width, int lines, double step);
    /// "Họ và tên / Full name:" as this print run has it.
    std::string label(const std::string& vietnamese, const std::string& english) const;
    /// A stream of the card's own that both faces share.
    Random lot(std::string_view name) const { return random.branch(name); }
};

inline constexpr Colour card_red{0.78, 0.08, 0.1};
inline constexpr Colour card_label_ink{0.15, 0.2, 0.3};

/// "05/03/1975", "03/1975", "1975".
std::string card_date(const Date& date);
/// The day, or "Không thời hạn".
std::string card_expiry(const Date& date);

/// Rounded outline filled with waves, with a drum of `drum_radius` mm when above 0.
void card_ground(Card& card, Colour colour, double drum_radius = 19);
/// Head and shoulders of nobody.
void card_portrait(Card& card, double left, double top, double width, double height);
void card_chip(Card& card, double left, double top);
/// A print of nobody's finger in a frame.
void card_fingerprint(Card& card, double left, double top, double width, double height);
/// Machine-readable lines in OCR-B, `width` mm wide.
void card_machine_zone(Card& card, const std::vector<std::string>& lines, double left, double top, double width,
                       double gap = 0.9);
/// Quốc hiệu and tiêu ngữ in two languages, in the middle of a column.
void card_country(Card& card, double left, double width, double top);
/// A signature over `left` … `left + width`, and a seal of `diameter` mm on its left when that is above 0.
void card_signed(Card& card, const SealWords& words, double left, double top, double width, double diameter);
/// "Nốt ruồi C.2cm trên sau cánh mũi phải".
std::string identifying_mark(Random& random);

}  // namespace sohoa::maker
