#include "samples/maker/card_lays.h"

#include <algorithm>

#include "samples/maker/card_holders.h"
#include "samples/maker/cards_on_glass.h"

namespace sohoa::maker {

namespace {

/// A field told by both faces is told once.
void drop_repeated(Truth& truth) {
    std::vector<std::pair<std::string, std::string>> kept;
    for (auto& field : truth.fields) {
        bool known = false;
        for (const auto& other : kept) known = known || other.first == field.first;
        if (!known) kept.push_back(std::move(field));
    }
    truth.fields = std::move(kept);
}

PaperPage page_of(const Sheet& sheet) {
    PaperPage page;
    page.print = sheet.raster();
    page.width = sheet.width();
    page.height = sheet.height();
    return page;
}

/// One face on a small sheet; both stacked and level on A4.
Paper on_sheet(const CardPattern& pattern, const Person& holder, std::string_view face, Random random, int dpi) {
    const bool both = face == "both";
    Sheet sheet(both ? 210 : pattern.width + 14, both ? 297 : pattern.height + 12, dpi);
    Paper paper;
    const double x = both ? (210 - pattern.width) / 2 + random.real(-20, 20) : 7;
    Card card{sheet,
              paper.truth,
              holder,
              x,
              both ? random.real(30, 50) : 6,
              pattern.expiry(holder),
              random,
              pattern.one_look ? pattern_look() : any_card_look(random.branch("look")),
              pattern.width,
              pattern.height};
    if (face != "back") pattern.front(card);
    if (both) card.y += pattern.height + random.real(12, 40);
    if (face != "front") pattern.back(card);
    PaperPage page = page_of(sheet);
    page.marks = std::move(card.marks);
    paper.truth.text = sheet.text();
    paper.pages.push_back(std::move(page));
    return paper;
}

/// Prints faces by themselves, so that they can be laid at any angle.
class FacePrinter {
public:
    FacePrinter(const CardPattern& pattern, Truth& truth, int dpi) : pattern_(pattern), truth_(truth), dpi_(dpi) {}

    Raster print(const Person& holder, bool front, const Random& random) {
        Sheet sheet(pattern_.width, pattern_.height, dpi_);
        Random own = random;
        Card card{sheet,
                  truth_,
                  holder,
                  0,
                  0,
                  pattern_.expiry(holder),
                  own,
                  any_card_look(random.branch("look")),
                  pattern_.width,
                  pattern_.height};
        (front ? pattern_.front : pattern_.back)(card);
        truth_.text += sheet.text();
        Raster print = sheet.raster();
        for (const auto& mark : card.marks) press(print, dpi_, mark);
        return print;
    }

private:
    const CardPattern& pattern_;
    Truth& truth_;
    int dpi_;
};

Person holder_by_lot(const CardPattern& pattern, const Random& random) {
    Random issue = random.branch("issue");
    return pattern.issue(any_card_holder(random.branch("holder"), pattern.first_birth_year, pattern.last_birth_year),
                         issue);
}

Paper alone(const CardPattern& pattern, bool front, const Random& random, int dpi) {
    Paper paper;
    // Cameras come nearer to cards than scanners resolve.
    const int fine = std::min(dpi * 2, 600);
    PaperPage page;
    page.print =
        FacePrinter(pattern, paper.truth, fine).print(holder_by_lot(pattern, random), front, random.branch("print"));
    page.width = pattern.width;
    page.height = pattern.height;
    page.corner_radius = 3.2;
    page.print_dpi = fine;
    paper.pages.push_back(std::move(page));
    return paper;
}

Paper on_glass(const CardPattern& pattern, std::string_view lay, bool front, const Random& random, int dpi) {
    Paper paper;
    FacePrinter printer(pattern, paper.truth, dpi);
    Random lot = random.branch("lay");
    CardsOnGlass glass(lay == "glass" ? any_glass(pattern.width, pattern.height, lot)
                                      : a4_glass(lay == "beside" && pattern.width > 95),
                       dpi, lot);
    const bool two_faces = lay != "glass" && pattern.back != nullptr;
    const int people = lay == "two_people" ? 2 : 1;
    for (int i = 0; i < people; ++i) {
        const Random person = i == 0 ? random : random.branch("second");
        const Person holder = holder_by_lot(pattern, person);
        // Of two people the paper is the first one's: the text alone tells of both.
        Truth first = paper.truth;
        if (two_faces || front) glass.add(printer.print(holder, true, person.branch("print")));
        if (two_faces || !front) glass.add(printer.print(holder, false, person.branch("print")));
        if (i > 0) paper.truth.fields = std::move(first.fields);
    }
    paper.pages.push_back(glass.laid(lay == "glass" ? GlassOrder::anywhere
                                     : lay == "beside" || (lay == "two_people" && pattern.width < 95)
                                         ? GlassOrder::in_rows
                                         : GlassOrder::stacked));
    return paper;
}

}  // namespace

const std::vector<std::string_view>& card_lays() {
    static const std::vector<std::string_view> lays{"alone", "glass", "stacked", "beside", "two_people"};
    return lays;
}

Paper print_card(const CardPattern& pattern, const Person& holder, const CardOrder& order, Random random, int dpi) {
    std::string_view face = pattern.back == nullptr ? "front" : order.face;
    std::string_view lay = order.lay;
    Random lot = random.branch("order");
    if (lay == "any")
        lay = lot.pick<std::string_view>(
            {"alone", "alone", "alone", "glass", "glass", "stacked", "stacked", "stacked", "beside", "two_people"});
    Paper paper;
    if (lay.empty()) {
        const Person issued = pattern.issue(holder, random);
        paper = on_sheet(pattern, issued, face, random.branch("card"), dpi);
    } else {
        const bool front = face == "front" || (face == "both" && lot.chance(0.5));
        const bool one_face = lay == "alone" || lay == "glass" || pattern.back == nullptr;
        face = !one_face ? "both" : front ? "front" : "back";
        paper = lay == "alone" ? alone(pattern, front, random.branch("alone"), dpi)
                               : on_glass(pattern, lay, front, random.branch("glass"), dpi);
    }
    paper.dpi = dpi;
    paper.truth.kind = pattern.kind;
    paper.truth.add("face", std::string(face));
    drop_repeated(paper.truth);
    return paper;
}

}  // namespace sohoa::maker
