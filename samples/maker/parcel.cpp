#include "samples/maker/parcel.h"

#include <fmt/format.h>

#include "samples/maker/grammar.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

std::string normal_decimal(double value) {
    std::string text = fmt::format("{:.1f}", value);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text;
}

std::string printed_decimal(double value) {
    std::string text = fmt::format("{:.1f}", value);
    text[text.size() - 2] = ',';
    return text;
}

Parcel parcel_of(const Household& house) {
    Random random = Random(std::stoull(house.man.id_number)).branch("parcel");
    Parcel parcel;
    parcel.number = std::to_string(random.between(11, 899));
    parcel.map_sheet = std::to_string(random.between(2, 98));
    const double homestead = random.between(600, 3000) / 10.0;
    const std::string kind = house.commune.ward ? "Đất ở tại đô thị (ODT)" : "Đất ở tại nông thôn (ONT)";
    parcel.area = homestead;
    parcel.land_use = fmt::format("{}: {} m²", kind, printed_decimal(homestead));
    parcel.term = "Lâu dài";
    if (random.chance(0.5)) {
        const double garden = random.between(300, 4000) / 10.0;
        parcel.area += garden;
        parcel.land_use += fmt::format("; Đất trồng cây lâu năm (CLN): {} m²", printed_decimal(garden));
        parcel.term =
            fmt::format("Đất ở: Lâu dài; Đất trồng cây lâu năm: đến ngày 15/10/{}", random.between(2043, 2063));
    }
    parcel.use_form = random.chance(0.6) ? "Sử dụng chung của vợ và chồng" : "Sử dụng riêng";
    parcel.address = capitalised(address(random, house.commune));
    parcel.serial = fmt::format("{}{} 99{:06}", random.pick({"A", "B"}), random.pick({"A", "B", "C", "D", "E"}),
                                random.between(1001, 999999));
    parcel.register_number = fmt::format("{} {:05}", random.pick({"VP", "CN", "CH"}), random.between(101, 9999));
    parcel.issued = later({2025, 1, 6}, random.between(0, 150));
    return parcel;
}

}  // namespace sohoa::maker
