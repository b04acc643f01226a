// Codes as recognisers and people write them: the normal form of what is read is read again and is its own normal form.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "pipeline/dossier/identity/dossier_code.h"
#include "pipeline/dossier/identity/paper_code.h"
#include "pipeline/dossier/identity/paper_serial.h"
#include "pipeline/dossier/identity/personal_number.h"
#include "pipeline/dossier/identity/procedure_code.h"
#include "pipeline/dossier/identity/time_text.h"

namespace {

template <class Code>
bool settles(std::optional<Code> (*read)(std::string_view), std::string_view text) {
    const auto code = read(text);
    if (!code) return false;
    const auto again = read(code->normal);
    if (!again || again->normal != code->normal) std::abort();
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sohoa::dossier;
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    bool read = settles(read_dossier_code, text);
    read = settles(read_procedure_code, text) || read;
    read = settles(read_paper_code, text) || read;
    read = settles(read_land_serial, text) || read;
    read = settles(read_book_symbol, text) || read;
    if (const auto agency = read_agency_id(text)) {
        if (agency->levels.empty() || read_agency_id(agency->normal)->normal != agency->normal) std::abort();
        read = true;
    }
    if (const auto number = read_personal_number(text)) {
        if (number->digits.size() != 12 || number->birth_year < 1900 || number->birth_year > 2399) std::abort();
    }
    if (const auto time = normal_time(text)) {
        if (normal_time(*time) != time) std::abort();
    }
    return read ? 1 : 0;
}
