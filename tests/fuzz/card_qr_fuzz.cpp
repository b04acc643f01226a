// A QR code on a paper says whatever its maker liked: only what holds the grammar of a card may come out of it.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "pipeline/dossier/identity/card_qr.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto card = sohoa::dossier::read_card_qr({reinterpret_cast<const char*>(data), size});
    if (!card) return 0;
    const bool digits =
        std::all_of(card->id_number.begin(), card->id_number.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool sex = card->sex.empty() || card->sex == "Nam" || card->sex == "Nữ";
    if (card->id_number.size() != 12 || !digits || !sex || card->full_name.empty() || !is_valid(card->birth_date))
        std::abort();
    return 1;
}
