#include "scanners/pdf/colour_space.h"

#include <algorithm>
#include <cmath>

#include "scanners/pdf/bounded_stream.h"

namespace sohoa::scanners {

namespace {

std::optional<ColourSpace> by_name(const std::string& name) {
    if (name == "/DeviceGray" || name == "/G" || name == "/CalGray")
        return ColourSpace{ColourSpace::Kind::grey, "", false};
    if (name == "/DeviceRGB" || name == "/RGB" || name == "/CalRGB")
        return ColourSpace{ColourSpace::Kind::rgb, "", false};
    return std::nullopt;
}

std::optional<ColourSpace> by_profile(QPDFObjectHandle profile) {
    if (!profile.isStream()) return std::nullopt;
    QPDFObjectHandle components = profile.getDict().getKey("/N");
    if (!components.isInteger()) return std::nullopt;
    if (components.getIntValue() == 1) return by_name("/DeviceGray");
    if (components.getIntValue() == 3) return by_name("/DeviceRGB");
    return std::nullopt;
}

std::optional<ColourSpace> indexed(const std::vector<QPDFObjectHandle>& parts) {
    if (parts.size() != 4) return std::nullopt;
    const auto base = colour_space_of(parts[1]);
    if (!base || base->kind == ColourSpace::Kind::indexed) return std::nullopt;
    QPDFObjectHandle table = parts[3];
    std::string colours;
    if (table.isString()) colours = table.getStringValue();
    if (table.isStream()) colours = bounded_stream(table, 4096).value_or("");
    if (colours.empty()) return std::nullopt;
    ColourSpace space{ColourSpace::Kind::indexed, "", true};
    const auto step = static_cast<std::size_t>(base->samples());
    for (std::size_t k = 0; k < 256; ++k) {
        for (std::size_t c = 0; c < 3; ++c) {
            const std::size_t at = k * step + (step == 3 ? c : 0);
            space.palette += at < colours.size() ? colours[at] : '\0';
        }
        const auto* colour = space.palette.data() + 3 * k;
        space.palette_is_grey = space.palette_is_grey && colour[0] == colour[1] && colour[0] == colour[2];
    }
    return space;
}

}  // namespace

std::optional<ColourSpace> colour_space_of(QPDFObjectHandle space) {
    if (space.isName()) return by_name(space.getName());
    if (!space.isArray() || space.getArrayNItems() < 1 || space.getArrayNItems() > 8) return std::nullopt;
    const auto parts = space.getArrayAsVector();
    QPDFObjectHandle family = parts[0];
    if (!family.isName()) return std::nullopt;
    const std::string name = family.getName();
    if (name == "/ICCBased") return parts.size() == 2 ? by_profile(parts[1]) : std::nullopt;
    if (name == "/Indexed" || name == "/I") {
        // A palette over a palette is malformed and may be circular: only a name or an array that is none may follow.
        QPDFObjectHandle base = parts.size() == 4 ? parts[1] : QPDFObjectHandle::newNull();
        if (base.isArray() && base.getArrayNItems() > 0) {
            QPDFObjectHandle first = base.getArrayItem(0);
            if (!first.isName() || first.getName() == "/Indexed" || first.getName() == "/I") return std::nullopt;
        }
        return indexed(parts);
    }
    return by_name(name);
}

std::optional<SampleReader> SampleReader::make(ColourSpace space, int bits, QPDFObjectHandle decode, int width) {
    const bool known = bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
    if (!known || (space.kind == ColourSpace::Kind::indexed && bits == 16)) return std::nullopt;
    SampleReader reader;
    if (decode.isArray()) {
        const auto numbers = decode.getArrayAsVector();
        if (numbers.size() != 2 * static_cast<std::size_t>(space.samples())) return std::nullopt;
        const double largest = space.kind == ColourSpace::Kind::indexed ? std::ldexp(1.0, bits) - 1 : 1;
        bool usual = true;
        bool inverted = space.kind == ColourSpace::Kind::grey;
        for (std::size_t k = 0; k < numbers.size(); ++k) {
            QPDFObjectHandle object = numbers[k];
            const double value = object.isNumber() ? object.getNumericValue() : -1;
            usual = usual && value == (k % 2 == 0 ? 0 : largest);
            inverted = inverted && value == (k % 2 == 0 ? largest : 0);
        }
        if (!usual && !inverted) return std::nullopt;
        reader.inverted_ = inverted;
    }
    reader.space_ = std::move(space);
    reader.bits_ = bits;
    reader.width_ = width;
    return reader;
}

std::size_t SampleReader::bytes_a_row() const {
    return (static_cast<std::size_t>(width_) * static_cast<std::size_t>(space_.samples() * bits_) + 7) / 8;
}

bool SampleReader::is_bilevel() const {
    if (bits_ != 1 || !space_.is_grey()) return false;
    if (space_.kind == ColourSpace::Kind::grey) return true;
    const auto extreme = [](char value) { return value == '\0' || value == '\xFF'; };
    return extreme(space_.palette[0]) && extreme(space_.palette[3]);
}

void SampleReader::read_row(const unsigned char* samples, std::uint8_t* pixels) const {
    const int count = width_ * space_.samples();
    const unsigned largest = bits_ == 16 ? 255 : (1U << bits_) - 1;
    const bool indexed = space_.kind == ColourSpace::Kind::indexed;
    for (int k = 0; k < count; ++k) {
        unsigned sample = 0;
        if (bits_ == 8) {
            sample = samples[k];
        } else if (bits_ == 16) {
            sample = samples[std::ptrdiff_t{2} * k];
        } else {
            const int bit = k * bits_;
            sample = samples[bit / 8] >> (8 - bits_ - bit % 8) & largest;
        }
        if (!indexed) {
            const unsigned value = bits_ >= 8 ? sample : sample * 255 / largest;
            *pixels++ = static_cast<std::uint8_t>(inverted_ ? 255 - value : value);
            continue;
        }
        const char* colour = space_.palette.data() + std::size_t{3} * sample;
        for (int c = 0; c < channels(); ++c) *pixels++ = static_cast<std::uint8_t>(colour[c]);
    }
}

}  // namespace sohoa::scanners
