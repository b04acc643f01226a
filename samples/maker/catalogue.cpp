#include "samples/maker/catalogue.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "samples/maker/cards.h"
#include "samples/maker/certified_copy.h"
#include "samples/maker/civil_status.h"
#include "samples/maker/land_papers.h"
#include "samples/maker/letters.h"
#include "samples/maker/licences.h"

namespace sohoa::maker {

namespace {

using Make = Paper (*)(const Household&, Random, const PaperOrder&);

/// A maker of papers of one page, whatever is ordered.
template <Paper (*make)(const Household&, Random, int dpi)>
Paper one_page(const Household& house, Random random, const PaperOrder& order) {
    return make(house, random, order.dpi);
}

Paper land_pages(const Household& house, Random random, const PaperOrder& order) {
    if (order.most_pages == 1 && random.branch("era").chance(0.4))
        return land_certificate_2009(house, random, order.dpi);
    return land_certificate(house, random, order.dpi, order.most_pages);
}

/// A certified copy of what people have certified most.
Paper copy_of_something(const Household& house, Random random, const PaperOrder& order) {
    const std::string_view kind =
        order.original.empty()
            ? random.pick<std::string_view>({"can_cuoc", "cccd", "can_cuoc", "giay_xac_nhan_tinh_trang_hon_nhan",
                                             "giay_khai_sinh", "trich_luc_khai_sinh", "giay_chung_nhan_ho_kinh_doanh"})
            : order.original;
    const Paper original = make_paper({kind, 1, order.dpi, "both"}, house, random.branch("original"));
    return certified_copy(original, house, random);
}

struct FormKind {
    std::string_view kind;
    Make make;
};

constexpr std::array forms{
    FormKind{"to_khai_khai_sinh", one_page<birth_declaration>},
    FormKind{"to_khai_tinh_trang_hon_nhan", one_page<marital_status_declaration>},
    FormKind{"to_khai_ban_sao_trich_luc", one_page<copy_declaration>},
    FormKind{"to_khai_ket_hon", one_page<marriage_declaration>},
    FormKind{"giay_khai_sinh", one_page<birth_certificate>},
    FormKind{"trich_luc_khai_sinh", one_page<birth_extract>},
    FormKind{"giay_chung_nhan_ket_hon", one_page<marriage_certificate>},
    FormKind{"giay_xac_nhan_tinh_trang_hon_nhan", one_page<marital_status_certificate>},
    FormKind{"trich_luc_khai_tu", one_page<death_extract>},
    FormKind{"giay_chung_nhan_qsdd", land_pages},
    FormKind{"don_dang_ky_bien_dong", one_page<land_change_application>},
    FormKind{"giay_chung_nhan_ho_kinh_doanh", one_page<business_certificate>},
    FormKind{"giay_phep_xay_dung", one_page<building_permit>},
    FormKind{"chung_thuc_ban_sao", copy_of_something},
};

constexpr std::array cards{&identity_card_2021, &identity_card_2024, &barcode_identity_card, &people_identity_card,
                           &passport,           &driving_licence,    &health_insurance_card};

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
        for (const auto* card : cards) all.emplace_back(card->kind);
        return all;
    }();
    return list;
}

Paper make_paper(const PaperOrder& order, const Household& house, const Random& random) {
    for (const auto& form : forms)
        if (form.kind == order.kind) return form.make(house, random, order);
    for (const auto* card : cards)
        if (card->kind == order.kind) {
            Random lot = random.branch("face");
            const std::string_view face = order.face.empty() ? lot.pick({"front", "back", "both"}) : order.face;
            return print_card(*card, house.applicant(), {face, order.lay}, random, order.dpi);
        }
    const auto& letters = letter_kinds();
    if (std::find(letters.begin(), letters.end(), order.kind) == letters.end())
        throw std::invalid_argument("no papers of kind " + std::string(order.kind));
    return make_letter(order.kind, random, order.most_pages, order.dpi);
}

Paper make_paper(const PaperOrder& order, std::uint64_t seed) {
    const Random random = Random(seed).branch(order.kind);
    Random people = random.branch("household");
    return make_paper(order, any_household(people), random);
}

Paper make_paper(std::string_view kind, std::uint64_t seed, int most_pages, int dpi) {
    return make_paper({kind, most_pages, dpi}, seed);
}

}  // namespace sohoa::maker
