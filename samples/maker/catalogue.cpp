#include "samples/maker/catalogue.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "samples/maker/cards.h"
#include "samples/maker/civil_status.h"
#include "samples/maker/letters.h"

namespace sohoa::maker {

namespace {

using Make = Paper (*)(Random, int dpi);

struct Form1 {
    std::string_view kind;
    Make make;
};

std::string_view any_face(Random& random) {
    return random.pick({"front", "back", "both"});
}

constexpr std::array forms{
    Form1{"to_khai_khai_sinh", birth_declaration},
    Form1{"to_khai_tinh_trang_hon_nhan", marital_status_declaration},
    Form1{"to_khai_ban_sao_trich_luc", copy_declaration},
    Form1{"to_khai_ket_hon", marriage_declaration},
    Form1{"giay_khai_sinh", birth_certificate},
    Form1{"trich_luc_khai_sinh", birth_extract},
    Form1{"giay_chung_nhan_ket_hon", marriage_certificate},
    Form1{"giay_xac_nhan_tinh_trang_hon_nhan", marital_status_certificate},
    Form1{"trich_luc_khai_tu", death_extract},
    Form1{"cccd",
          [](Random random, int dpi) { return identity_card_2021(any_face(random), random.branch("card"), dpi); }},
    Form1{"can_cuoc",
          [](Random random, int dpi) { return identity_card_2024(any_face(random), random.branch("card"), dpi); }},
};

Paper make_letter(std::string_view kind, Random random, int most_pages, int dpi) {
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

}  // namespace

const std::vector<std::string>& kinds() {
    static const std::vector<std::string> list = [] {
        std::vector<std::string> all = letter_kinds();
        for (const auto& form : forms) all.emplace_back(form.kind);
        return all;
    }();
    return list;
}

Paper make_paper(std::string_view kind, std::uint64_t seed, int most_pages, int dpi) {
    const Random random = Random(seed).branch(kind);
    for (const auto& form : forms)
        if (form.kind == kind) return form.make(random, dpi);
    if (std::find(letter_kinds().begin(), letter_kinds().end(), kind) == letter_kinds().end())
        throw std::invalid_argument("no papers of kind " + std::string(kind));
    return make_letter(kind, random, most_pages, dpi);
}

}  // namespace sohoa::maker
