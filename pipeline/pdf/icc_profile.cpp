#include "pipeline/pdf/icc_profile.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace sohoa::pdf {

namespace {

constexpr std::size_t header_bytes = 128;
constexpr std::size_t tag_entry_bytes = 12;

void put16(std::string& out, unsigned value) {
    out += static_cast<char>(value >> 8 & 0xFF);
    out += static_cast<char>(value & 0xFF);
}

void put32(std::string& out, std::uint32_t value) {
    put16(out, value >> 16);
    put16(out, value & 0xFFFF);
}

void put_fixed(std::string& out, double value) {
    put32(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
}

std::uint32_t get32(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
}

std::string xyz(double x, double y, double z) {
    std::string tag("XYZ \0\0\0\0", 8);
    put_fixed(tag, x);
    put_fixed(tag, y);
    put_fixed(tag, z);
    return tag;
}

/// textDescriptionType with the two unused scripts empty.
std::string description(std::string_view text) {
    std::string tag("desc\0\0\0\0", 8);
    put32(tag, static_cast<std::uint32_t>(text.size() + 1));
    tag.append(text);
    tag.append(1 + 4 + 4 + 2 + 1 + 67, '\0');
    return tag;
}

std::string copyright(std::string_view text) {
    std::string tag("text\0\0\0\0", 8);
    tag.append(text);
    tag += '\0';
    return tag;
}

std::string tone_curve() {
    constexpr unsigned points = 512;
    std::string tag("curv\0\0\0\0", 8);
    put32(tag, points);
    for (unsigned i = 0; i < points; ++i) {
        const double coded = i / double{points - 1};
        const double light = coded <= 0.04045 ? coded / 12.92 : std::pow((coded + 0.055) / 1.055, 2.4);
        put16(tag, static_cast<unsigned>(std::lround(light * 65535)));
    }
    return tag;
}

}  // namespace

std::string srgb_profile() {
    // Tags that point to the same data stand beside each other; primaries are the D50-adapted ones of IEC 61966-2-1.
    const std::vector<std::pair<std::vector<std::string_view>, std::string>> tags{
        {{"desc"}, description("sRGB IEC61966-2.1")}, {{"cprt"}, copyright("Public domain")},
        {{"wtpt"}, xyz(0.9642, 1.0, 0.8249)},         {{"rXYZ"}, xyz(0.43607, 0.22249, 0.01392)},
        {{"gXYZ"}, xyz(0.38515, 0.71687, 0.09708)},   {{"bXYZ"}, xyz(0.14307, 0.06061, 0.71410)},
        {{"rTRC", "gTRC", "bTRC"}, tone_curve()},
    };
    std::size_t count = 0;
    for (const auto& [names, data] : tags) count += names.size();

    std::string table;
    std::string body;
    put32(table, static_cast<std::uint32_t>(count));
    for (const auto& [names, data] : tags) {
        for (const std::string_view name : names) {
            table.append(name);
            put32(table, static_cast<std::uint32_t>(header_bytes + 4 + count * tag_entry_bytes + body.size()));
            put32(table, static_cast<std::uint32_t>(data.size()));
        }
        body += data;
        body.append((4 - body.size() % 4) % 4, '\0');
    }

    std::string header;
    put32(header, static_cast<std::uint32_t>(header_bytes + table.size() + body.size()));
    put32(header, 0);           // no preferred colour engine
    put32(header, 0x02100000);  // version 2.1
    header += "mntrRGB XYZ ";
    for (const unsigned part : {2024U, 1U, 1U, 0U, 0U, 0U}) put16(header, part);
    header += "acsp";
    header.append(28, '\0');    // no platform, flags, device or attributes; perceptual intent
    put_fixed(header, 0.9642);  // illuminant D50
    put_fixed(header, 1.0);
    put_fixed(header, 0.8249);
    header.append(header_bytes - header.size(), '\0');
    return header + table + body;
}

bool is_usable_profile(std::string_view profile, int components) {
    if (profile.size() < header_bytes + 4 || get32(profile, 0) != profile.size()) return false;
    if (profile.substr(36, 4) != "acsp") return false;
    const int major = static_cast<std::uint8_t>(profile[8]);
    if (major < 2 || major > 4) return false;
    constexpr std::array<std::string_view, 4> classes{"scnr", "mntr", "prtr", "spac"};
    bool known = false;
    for (const std::string_view name : classes) known = known || profile.substr(12, 4) == name;
    if (!known || profile.substr(16, 4) != (components == 1 ? "GRAY" : "RGB ")) return false;

    const std::size_t count = get32(profile, header_bytes);
    if (count == 0 || count > (profile.size() - header_bytes - 4) / tag_entry_bytes) return false;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = header_bytes + 4 + i * tag_entry_bytes;
        const std::uint64_t end = std::uint64_t{get32(profile, entry + 4)} + get32(profile, entry + 8);
        if (end > profile.size()) return false;
    }
    return true;
}

bool is_srgb(std::string_view profile) {
    if (profile.size() < header_bytes + 4) return false;
    const std::size_t count = get32(profile, header_bytes);
    for (std::size_t i = 0; i < count && header_bytes + 4 + (i + 1) * tag_entry_bytes <= profile.size(); ++i) {
        const std::size_t entry = header_bytes + 4 + i * tag_entry_bytes;
        if (profile.substr(entry, 4) != "desc") continue;
        const std::size_t start = get32(profile, entry + 4);
        if (start > profile.size()) return false;
        const std::string_view text = profile.substr(start, get32(profile, entry + 8));
        return text.find("sRGB") != text.npos || text.find(std::string_view("\0s\0R\0G\0B", 8)) != text.npos;
    }
    return false;
}

}  // namespace sohoa::pdf
