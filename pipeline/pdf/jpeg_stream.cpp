#include "pipeline/pdf/jpeg_stream.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

namespace sohoa::pdf {

namespace {

// Names of ITU-T T.81, table B.1.
enum Marker : std::uint8_t {
    SOF0 = 0xC0,
    SOF2 = 0xC2,
    DHT = 0xC4,
    RST0 = 0xD0,
    RST7 = 0xD7,
    SOI = 0xD8,
    EOI = 0xD9,
    SOS = 0xDA,
    DQT = 0xDB,
    DRI = 0xDD,
    APP0 = 0xE0,
    APP2 = 0xE2,
    APP14 = 0xEE,
    APP15 = 0xEF,
    JPG0 = 0xF0,
    COM = 0xFE,
    TEM = 0x01
};

constexpr std::string_view jfif_name{"JFIF\0", 5};
constexpr std::string_view adobe_name{"Adobe", 5};
constexpr std::string_view icc_name{"ICC_PROFILE\0", 12};

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]);
}

std::size_t word_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::size_t>(byte_at(bytes, at)) << 8 | byte_at(bytes, at + 1);
}

class Stripper {
public:
    explicit Stripper(std::string_view file) : file_(file) {}

    std::optional<JpegStream> run() {
        if (file_.size() < 4 || byte_at(file_, 0) != 0xFF || byte_at(file_, 1) != SOI) return std::nullopt;
        result_.bytes.reserve(file_.size());
        result_.bytes.append(file_, 0, 2);
        at_ = 2;
        while (!ended_) {
            if (!next()) return std::nullopt;
        }
        if (!has_scan_) return std::nullopt;
        name_the_colours();
        join_profile();
        return std::move(result_);
    }

private:
    /// Reads one marker with its segment. False: this JPEG cannot be used.
    bool next() {
        if (at_ >= file_.size()) return end_early();
        if (byte_at(file_, at_) != 0xFF) return false;
        while (at_ < file_.size() && byte_at(file_, at_) == 0xFF) ++at_;
        if (at_ >= file_.size()) return end_early();
        const std::uint8_t marker = byte_at(file_, at_++);
        if (marker == EOI) return end();
        if (marker == TEM || (marker >= RST0 && marker <= RST7)) return true;
        if (at_ + 2 > file_.size()) return end_early();
        const std::size_t length = word_at(file_, at_);
        if (length < 2) return false;
        if (at_ + length > file_.size()) return end_early();
        const std::string_view payload = file_.substr(at_ + 2, length - 2);
        at_ += length;
        return take(marker, payload);
    }

    bool take(std::uint8_t marker, std::string_view payload) {
        if (marker >= SOF0 && marker <= SOF2) return take_frame(marker, payload);
        if (marker == SOS) return take_scan(payload);
        if (marker == DHT || marker == DQT || marker == DRI) return append(marker, payload);
        if (marker == APP0) return take_jfif(payload);
        if (marker == APP2) return take_profile_part(payload);
        if (marker == APP14) return take_adobe(payload);
        return (marker > APP0 && marker <= APP15) || (marker >= JPG0 && marker <= COM);  // left out
    }

    bool take_frame(std::uint8_t marker, std::string_view payload) {
        if (result_.components != 0 || payload.size() < 6 || byte_at(payload, 0) != 8) return false;
        result_.height = static_cast<int>(word_at(payload, 1));
        result_.width = static_cast<int>(word_at(payload, 3));
        result_.components = byte_at(payload, 5);
        if (result_.width == 0 || result_.height == 0) return false;
        if (result_.components != 1 && result_.components != 3) return false;
        if (payload.size() != 6 + 3 * static_cast<std::size_t>(result_.components)) return false;
        red_green_blue_ = result_.components == 3 && payload[6] == 'R' && payload[9] == 'G' && payload[12] == 'B';
        return append(marker, payload);
    }

    bool take_scan(std::string_view payload) {
        if (result_.components == 0) return false;
        has_scan_ = true;
        append(SOS, payload);
        const std::size_t start = at_;
        for (;;) {
            const auto* found = static_cast<const char*>(std::memchr(file_.data() + at_, 0xFF, file_.size() - at_));
            at_ = found ? static_cast<std::size_t>(found - file_.data()) : file_.size();
            if (at_ + 1 >= file_.size()) {
                at_ = file_.size();
                break;
            }
            const std::uint8_t after = byte_at(file_, at_ + 1);
            if (after != 0x00 && after != 0xFF && !(after >= RST0 && after <= RST7)) break;
            at_ += after == 0xFF ? 1 : 2;
        }
        result_.bytes.append(file_, start, at_ - start);
        return true;
    }

    bool take_jfif(std::string_view payload) {
        if (has_jfif_ || payload.size() < 14 || !payload.starts_with(jfif_name)) return true;
        has_jfif_ = true;
        std::string without_thumbnail(payload.substr(0, 14));
        without_thumbnail[12] = without_thumbnail[13] = 0;
        return append(APP0, without_thumbnail);
    }

    bool take_adobe(std::string_view payload) {
        if (has_adobe_ || payload.size() < 12 || !payload.starts_with(adobe_name)) return true;
        has_adobe_ = true;
        return append(APP14, payload.substr(0, 12));
    }

    bool take_profile_part(std::string_view payload) {
        if (payload.size() < 14 || !payload.starts_with(icc_name)) return true;
        const std::size_t number = byte_at(payload, 12);
        const std::size_t count = byte_at(payload, 13);
        if (number == 0 || number > count) return true;
        if (profile_.empty()) profile_.resize(count);
        if (profile_.size() == count && profile_[number - 1].empty()) profile_[number - 1] = payload.substr(14);
        return true;
    }

    void join_profile() {
        for (const std::string_view part : profile_) {
            if (part.empty()) {
                result_.icc_profile.clear();
                return;
            }
            result_.icc_profile += part;
        }
    }

    /// A JPEG of plain RGB is known to decoders of files by its component names only; in a PDF the Adobe marker says
    /// it.
    void name_the_colours() {
        if (!red_green_blue_ || has_jfif_ || has_adobe_) return;
        constexpr std::string_view untransformed{"\xFF\xEE\x00\x0E\x41\x64\x6F\x62\x65\x00\x64\x00\x00\x00\x00\x00",
                                                 16};
        result_.bytes.insert(2, untransformed);
    }

    bool append(std::uint8_t marker, std::string_view payload) {
        const std::size_t length = payload.size() + 2;
        const std::array<char, 4> head{'\xFF', static_cast<char>(marker), static_cast<char>(length >> 8),
                                       static_cast<char>(length & 0xFF)};
        result_.bytes.append(head.data(), head.size()).append(payload);
        return true;
    }

    bool end() {
        result_.bytes.append("\xFF\xD9", 2);
        ended_ = true;
        return true;
    }

    /// A file cut off in its coded picture still shows the part that is there.
    bool end_early() { return has_scan_ && end(); }

    std::string_view file_;
    std::size_t at_ = 0;
    JpegStream result_;
    std::vector<std::string_view> profile_;
    bool has_jfif_ = false;
    bool has_adobe_ = false;
    bool has_scan_ = false;
    bool red_green_blue_ = false;
    bool ended_ = false;
};

}  // namespace

std::optional<JpegStream> strip_jpeg(std::string_view file) {
    return Stripper(file).run();
}

}  // namespace sohoa::pdf
