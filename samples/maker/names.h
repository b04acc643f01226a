#pragma once
#include <string>

#include "samples/maker/random.h"

namespace sohoa::maker {

enum class Sex { male, female };

/// "Nam" or "Nữ".
std::string name_of(Sex sex);

/// A province as it was before July 2025, with its code in personal numbers (TT 07/2016/TT-BCA, annex I).
struct Province {
    std::string name;  ///< "Quảng Ngãi"
    std::string code;  ///< "051"
    bool city;         ///< thành phố trực thuộc trung ương
};

/// "tỉnh Quảng Ngãi", "thành phố Hà Nội".
std::string titled(const Province& province);

/// A province of the 34 that stand since July 2025, or of the 63 before.
const Province& any_province(Random& random);

/// An invented commune or ward of two or three syllables: "Tân Thuỵ".
std::string commune_name(Random& random);

/// "thôn Đông Kỵ", "tổ dân phố số 7", "ấp Phú Thạnh".
std::string hamlet(Random& random);

/// "Phường Tân Thuỵ", "xã Phước Mỹ": `capital` writes the first letter large.
struct Commune {
    std::string name;
    bool ward;
    Province province;
};
Commune any_commune(Random& random);
/// "xã Phước Mỹ", "phường Tân Thuỵ".
std::string titled(const Commune& commune);

/// "Thôn Đông Kỵ, xã Phước Mỹ, tỉnh Quảng Ngãi".
std::string address(Random& random, const Commune& commune);

/// "Nguyễn Thị Bích Ngọc": an invented person.
std::string person_name(Random& random, Sex sex);
/// With the family name given.
std::string person_name(Random& random, Sex sex, const std::string& family);
std::string family_name(Random& random);

}  // namespace sohoa::maker
