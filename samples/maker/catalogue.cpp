#include "samples/maker/catalogue.h"

#include <algorithm>

#include "samples/maker/letters.h"

namespace sohoa::maker {

const std::vector<std::string>& kinds() {
    static const std::vector<std::string> list = letter_kinds();
    return list;
}

Paper make_paper(std::string_view kind, std::uint64_t seed, int most_pages, int dpi) {
    Random random = Random(seed).branch(kind);
    Sentences sentences(random.branch("sentences"));
    const Letter letter = invent_letter(kind, 16 * most_pages, sentences, random);
    LetterLook look = any_look(random);
    for (;;) {
        Random marks = random.branch("marks");
        Paper paper = print(letter, look, most_pages, dpi, marks);
        // What must be printed may be too long for a generous look; a tighter one is as lawful.
        if (static_cast<int>(paper.pages.size()) <= most_pages || look.body_points < 11) return paper;
        look.body_points = std::max(look.body_points - 1, 10.5);
        look.line_spacing = 1.0;
        look.paragraph_gap = 2.1;
    }
}

}  // namespace sohoa::maker
