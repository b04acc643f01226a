#include "pipeline/dossier/identity/payment_code.h"

#include <cstdint>
#include <fmt/format.h>

#include "pipeline/dossier/identity/code_text.h"

namespace sohoa::dossier {

namespace {

constexpr std::size_t longest_payment_code = 4000;  ///< bytes

std::uint16_t crc_16(std::string_view text) {
    std::uint32_t crc = 0xFFFF;
    for (const char c : text) {
        crc ^= static_cast<std::uint32_t>(static_cast<unsigned char>(c)) << 8U;
        for (int bit = 0; bit < 8; ++bit) crc = (crc & 0x8000U) != 0 ? (crc << 1U) ^ 0x1021U : crc << 1U;
        crc &= 0xFFFFU;
    }
    return static_cast<std::uint16_t>(crc);
}

std::string_view without_line_end(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
    return text;
}

}  // namespace

std::optional<PaymentCode> read_payment_code(std::string_view raw) {
    const std::string_view text = without_line_end(raw);
    if (!text.starts_with("000201") || text.size() > longest_payment_code) return std::nullopt;
    PaymentCode code;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::string_view head = text.substr(at, 4);
        if (!is_digits(head, 4)) return std::nullopt;
        const auto tens = static_cast<std::size_t>(head[2] - '0');
        const std::size_t length = 10 * tens + static_cast<std::size_t>(head[3] - '0');
        if (at + 4 + length > text.size()) return std::nullopt;
        const std::string_view value = text.substr(at + 4, length);
        if (head.starts_with("38") && value.find("A000000727") != std::string_view::npos) code.vietqr = true;
        at += 4 + length;
        if (head == "6304" && at == text.size())
            code.check_holds = value == fmt::format("{:04X}", crc_16(text.substr(0, at - 4)));
    }
    return code;
}

}  // namespace sohoa::dossier
