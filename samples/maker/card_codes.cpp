#include "samples/maker/card_codes.h"

#include <fmt/format.h>
#include <map>

#include "base/vietnamese.h"

namespace sohoa::maker {

namespace {

std::string eight_digits(const Date& date) {
    return fmt::format("{:02}{:02}{}", date.day, date.month, date.year);
}

std::map<char32_t, std::u32string> decompositions() {
    std::map<char32_t, std::u32string> all;
    for (const char32_t vowel : std::u32string_view(U"aeiouyAEIOUY"))
        for (const char32_t horn : {U'\0', U'\u031B'})
            for (const char32_t shape : {U'\0', U'\u0302', U'\u0306'})
                for (const char32_t tone : {U'\0', U'\u0300', U'\u0301', U'\u0303', U'\u0309', U'\u0323'}) {
                    std::u32string parts{vowel};
                    if (horn != 0) parts += horn;
                    if (tone == U'\u0323') parts += tone;  // marks below stand before marks above
                    if (shape != 0) parts += shape;
                    if (tone != 0 && tone != U'\u0323') parts += tone;
                    const auto composed = to_utf32(nfc(to_utf8(parts)));
                    if (composed.size() == 1 && parts.size() > 1) all[composed.front()] = parts;
                }
    return all;
}

}  // namespace

std::string card_payload(const Person& holder, const std::string& old_number) {
    return fmt::format("{}|{}|{}|{}|{}|{}|{}", holder.id_number, old_number, holder.full_name,
                       eight_digits(holder.birth_date), name_of(holder.sex), holder.residence,
                       eight_digits(holder.id_issue_date));
}

std::string varied_payload_2021(const Person& holder, const std::string& old_number, Random random) {
    std::string payload = card_payload(holder, old_number);
    if (random.chance(0.15)) payload += random.chance(0.5) ? "||" : "|||1";
    return random.chance(0.12) ? decomposed(payload) : payload;
}

std::string varied_payload_2024(const Person& holder, const std::string& old_number, Random random) {
    const std::string father = person_name(random, Sex::male, words_of(holder.full_name).front());
    const std::string mother = person_name(random, Sex::female);
    const std::string spouse = person_name(random, holder.sex == Sex::male ? Sex::female : Sex::male);
    std::string payload = card_payload(holder, old_number);
    if (random.chance(0.35))
        payload =
            fmt::format("{}|{}|{}|{}|{}|{}|{}", holder.id_number, holder.full_name, eight_digits(holder.birth_date),
                        name_of(holder.sex), holder.residence, eight_digits(holder.id_issue_date), old_number);
    if (random.chance(0.5)) payload += fmt::format("|{}|{}", father, mother);
    if (random.chance(0.3)) payload += '|' + spouse;
    if (random.chance(0.2)) payload += "||";
    return random.chance(0.1) ? decomposed(payload) : payload;
}

std::string decomposed(const std::string& text) {
    static const auto table = decompositions();
    std::u32string parts;
    for (const char32_t letter : to_utf32(text)) {
        const auto found = table.find(letter);
        parts += found == table.end() ? std::u32string{letter} : found->second;
    }
    return to_utf8(parts);
}

std::string hex_of(const std::string& text) {
    std::string hex;
    for (const char byte : text) hex += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return hex;
}

}  // namespace sohoa::maker
